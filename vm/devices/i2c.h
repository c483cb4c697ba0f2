// SPDX-License-Identifier: Apache-2.0
//
// What is on an I2C bus, and the master that talks to it: UM10204, "I2C-bus specification". Called
// with the machine lock held.

#pragma once

#include <cstdint>
#include <map>

#include "generated/objects/i2c_ocores.h"

#include "vm/devices/device.h"

namespace vm {

class I2cTarget {
 public:
  virtual ~I2cTarget() = default;

  /// It has been addressed, to be written to or read from.
  virtual void begin(bool is_read) = 0;

  /// A byte from the master; false if it is not acknowledged.
  virtual bool take(uint8_t byte) = 0;

  /// A byte for the master.
  virtual uint8_t give() = 0;

  /// The device that it is.
  virtual Device& device() = 0;
};

class I2cOcores final : public Typed<Device, api::I2cOcoresProps, api::I2cOcoresState> {
 public:
  /// Fails if something is at that address already.
  Result<> attach(uint8_t address, I2cTarget& target);
  void detach(uint8_t address) { targets_.erase(address); }

  /// By their addresses.
  const std::map<uint8_t, I2cTarget*>& targets() const { return targets_; }

  void reset() override;
  void on_loaded() override { update_irq(); }
  uint64_t mmio_read(unsigned region, uint64_t offset, unsigned size) override;
  void mmio_write(unsigned region, uint64_t offset, uint64_t value, unsigned size) override;

 private:
  void run(uint8_t command);
  void send(bool is_start);
  I2cTarget* addressed() const;
  void update_irq();

  std::map<uint8_t, I2cTarget*> targets_;
};

}  // namespace vm
