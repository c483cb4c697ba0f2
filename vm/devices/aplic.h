// SPDX-License-Identifier: Apache-2.0
//
// Aplic is a domain of an advanced platform-level interrupt controller: RISC-V AIA 1.0, chapter 4.

#pragma once

#include <vector>

#include "generated/objects/aplic.h"

#include "vm/devices/device.h"

namespace vm {

class Platform;

class Aplic final : public Typed<Device, api::AplicProps, api::AplicState> {
 public:
  explicit Aplic(Platform& platform) : platform_(platform) {}

  /// What a device's interrupt comes to if its source is delegated as far as it can be: who handles
  /// it in the end.
  const Aplic& last_domain() const { return children_.empty() ? *this : *children_.front(); }

  const std::vector<Aplic*>& children() const { return children_; }
  const Aplic* parent() const { return parent_; }
  bool sends_messages() const { return props_.direct_harts == 0; }
  const api::AplicProps& props() const { return props_; }

  void reset() override;
  void on_loaded() override;
  void irq_input(unsigned port, unsigned index, bool level) override;
  uint64_t mmio_read(unsigned region, uint64_t offset, unsigned size) override;
  void mmio_write(unsigned region, uint64_t offset, uint64_t value, unsigned size) override;

 protected:
  Result<> on_configure() override;
  Result<> on_realize() override;
  void on_unrealize() override;

 private:
  // Sources are numbered from 0 here.
  using Source = uint32_t;

  bool is_delegated_to_us(Source source) const;
  bool is_active(Source source) const;
  bool is_level(Source source) const;
  bool is_high(Source source) const;
  bool is_interrupting(Source source) const;
  uint32_t hart_of(Source source) const { return state_.target[source] >> 18; }
  Aplic* child_of(Source source) const;

  void set_input(Source source, bool level);
  void set_pending(Source source);
  void clear_pending(Source source);
  void set_enabled(Source source, bool is_enabled);
  void write_sourcecfg(Source source, uint32_t value);
  void write_target(Source source, uint32_t value);
  void deactivate(Source source);

  bool is_word(uint64_t offset, unsigned size);
  uint32_t read_bits(const std::vector<uint8_t>& bits, uint64_t word) const;
  uint32_t read_inputs(uint64_t word) const;
  uint32_t read_domain(uint64_t offset) const;
  void write_domain(uint64_t offset, uint32_t value);
  void write_bits(uint64_t offset, uint32_t value);
  void write_number(uint64_t offset, uint32_t value);
  void write_msiaddrcfg(uint64_t place, uint32_t value);
  uint32_t read_idc(uint32_t hart, uint64_t offset);
  void write_idc(uint32_t hart, uint64_t offset, uint32_t value);
  uint32_t top(uint32_t hart) const;
  uint32_t claim(uint32_t hart);

  const Aplic& root() const { return parent_ == nullptr ? *this : parent_->root(); }
  uint64_t message_address(uint32_t target) const;
  void send(uint32_t target);
  void send_pending(Source source);

  void update(Source source);
  void update_hart(uint32_t hart);
  void update_all();

  Platform& platform_;
  Aplic* parent_ = nullptr;
  const AddressSpace* space_ = nullptr;
  std::vector<Aplic*> children_;
  bool is_sending_ = false;
};

}  // namespace vm
