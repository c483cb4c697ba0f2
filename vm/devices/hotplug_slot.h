// SPDX-License-Identifier: Apache-2.0
//
// HotplugSlot is a slot for one card, which is its child. Commands tell it when the card comes and
// goes, and have it ask the guest before.

#pragma once

#include "generated/objects/hotplug_slot.h"

#include "vm/devices/device.h"

namespace vm {

class Platform;

class HotplugSlot final : public Typed<Device, api::HotplugSlotProps, api::HotplugSlotState> {
 public:
  explicit HotplugSlot(Platform& platform) : platform_(platform) {}

  /// Null for an empty one.
  Object* card() const;

  /// Whether the guest has to be asked before the card goes.
  bool is_in_use() const;

  /// Presses the button for a card that is to go. Whether an answer to that is the one that is
  /// waited for, the number tells that is_asked() takes.
  unsigned ask();
  bool is_asked() const { return state_.asked; }
  bool is_asked(unsigned number) const { return state_.asked && number == asked_; }
  void stop_asking();

  /// The card has just come, or gone, while the guest was there.
  void card_has_come();
  void card_has_gone();

  /// For what is taken back.
  const api::HotplugSlotState& state() const { return state_; }
  void restore(const api::HotplugSlotState& state);

  void reset() override;
  void on_loaded() override { update_irq(); }
  uint64_t mmio_read(unsigned region, uint64_t offset, unsigned size) override;
  void mmio_write(unsigned region, uint64_t offset, uint64_t value, unsigned size) override;

 protected:
  Result<> on_configure() override;

 private:
  void write_control(uint16_t value);
  void update_irq();

  Platform& platform_;
  unsigned asked_ = 0;  // how often
};

/// The slot that holds the object as its card; null for one that is in none.
HotplugSlot* slot_of(const Object& card);

}  // namespace vm
