// SPDX-License-Identifier: Apache-2.0
//
// FwCfg is QEMU's firmware configuration device; FwCfgItem objects put files into it.

#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "generated/objects/fw_cfg.h"

#include "vm/devices/device.h"

namespace vm {

class Platform;

class FwCfg final : public Typed<Device, api::FwCfgProps, api::FwCfgState> {
 public:
  using Bytes = std::vector<uint8_t>;

  explicit FwCfg(Platform& platform) : platform_(platform) {}

  /// Fails if there is one of that name, or no room.
  Result<> add_file(const std::string& name, Bytes bytes);
  void remove_file(const std::string& name);

  void reset() override { state_ = {}; }
  uint64_t mmio_read(unsigned region, uint64_t offset, unsigned size) override;
  void mmio_write(unsigned region, uint64_t offset, uint64_t value, unsigned size) override;

 protected:
  Result<> on_realize() override;
  void on_unrealize() override;

 private:
  void make_directory();
  const Bytes& selected() const;
  void select(uint16_t key);
  uint8_t next_byte();
  void access_memory(uint64_t at);
  bool run(uint32_t control, uint32_t length, uint64_t address);
  bool copy(uint64_t address, uint32_t length);

  Platform& platform_;
  const AddressSpace* space_ = nullptr;
  std::map<std::string, Bytes> files_;  // numbered in this order
  std::vector<const Bytes*> numbered_;
  Bytes directory_;
  bool is_copying_ = false;
};

}  // namespace vm
