// SPDX-License-Identifier: Apache-2.0

#include "vm/devices/card_slot.h"

#include "vm/devices/device.h"
#include "vm/object/platform.h"

namespace vm {
namespace {

// Slot control (7.5.3.10). Its lowest bits let the same bits of the status interrupt.
constexpr uint16_t kSameAsStatus = 0x1f;
constexpr uint16_t kInterruptEnable = 1u << 5;
constexpr uint16_t kAttentionOff = 3u << 6;
constexpr uint16_t kPowerIndicator = 3u << 8;
constexpr uint16_t kIndicatorOn = 1u << 8;
constexpr uint16_t kIndicatorBlinks = 2u << 8;
constexpr uint16_t kIndicatorOff = 3u << 8;
constexpr uint16_t kPowerOff = 1u << 10;
constexpr uint16_t kLinkChangedEnable = 1u << 12;

bool is_off(uint16_t control) {
  return (control & kPowerOff) != 0 && (control & kPowerIndicator) == kIndicatorOff;
}

/// The bits of slot control that let these events interrupt.
uint16_t enables_of(uint16_t events) {
  const uint16_t link = (events & slot::kLinkChanged) != 0 ? kLinkChangedEnable : 0;
  return static_cast<uint16_t>((events & kSameAsStatus) | link);
}

/// The events that slot control lets interrupt.
uint16_t events_of(uint16_t control) {
  const uint16_t link = (control & kLinkChangedEnable) != 0 ? slot::kLinkChanged : 0;
  return static_cast<uint16_t>((control & kSameAsStatus) | link);
}

}  // namespace

CardSlot::CardSlot(Device& device, Platform& platform, api::SlotState& state, Features features)
    : device_(device),
      platform_(platform),
      slot_state_(state),
      features_(features) {}

std::string CardSlot::slot_path() const {
  return device_.path();
}

bool CardSlot::is_in_use() const {
  return is_present() && has_card() && !is_off(slot_state_.control);
}

bool CardSlot::has_power() const {
  return (slot_state_.control & kPowerOff) == 0 && !slot_state_.tripped;
}

/// The power controller takes the power away by itself, and keeps it until software has turned it
/// off (6.7.1.8).
void CardSlot::control_power() {
  if ((slot_state_.control & kPowerOff) != 0) {
    slot_state_.tripped = false;
  } else if (has_power_fault() && has_card() && !slot_state_.tripped) {
    slot_state_.tripped = true;
    slot_state_.status |= slot::kPowerFault;
  }
}

void CardSlot::power_fault_changed() {
  const bool was_up = is_link_up();
  control_power();
  raise(is_link_up() != was_up ? slot::kLinkChanged : 0);
}

unsigned CardSlot::ask() {
  slot_state_.asked = true;
  raise(slot::kButtonPressed);
  return ++asked_;
}

void CardSlot::update_presence() {
  if (has_card() == is_present()) return;
  const bool was_up = is_link_up();
  slot_state_.status ^= slot::kPresent;
  if (!has_card()) slot_state_.asked = false;
  control_power();
  // Who plugs a card in wants it to be used.
  const uint16_t button = has_card() ? slot::kButtonPressed : 0;
  const uint16_t link = is_link_up() != was_up ? slot::kLinkChanged : 0;
  raise(slot::kPresenceChanged | button | link);
}

void CardSlot::restore(const api::SlotState& state) {
  slot_state_ = state;
  on_slot_changed();
}

void CardSlot::raise(uint16_t event) {
  slot_state_.status |= event & features_.events;
  on_slot_changed();
}

/// Who was asked has no say any more: the next guest finds the slot empty.
void CardSlot::reset_slot() {
  const bool is_leaving = slot_state_.asked;
  slot_state_ = {};
  slot_state_.control = kAttentionOff;
  if (has_card() && !is_leaving) {
    slot_state_.control |= kIndicatorOn;
    slot_state_.status = slot::kPresent;
  } else {
    slot_state_.control |= kIndicatorOff | kPowerOff;
    if (is_leaving) platform_.report(CardReleased{slot_path()});
  }
  control_power();
  on_slot_changed();
}

uint64_t CardSlot::slot_registers() const {
  return features_.capabilities | uint64_t{slot_state_.control} << (8 * slot::kControl) |
         uint64_t{slot_state_.status} << (8 * slot::kStatus);
}

/// An event ends when a one is written to its bit.
void CardSlot::write_slot(unsigned offset, uint32_t value, unsigned size) {
  uint64_t control = slot_state_.control;
  uint64_t ended = 0;
  for (unsigned i = 0; i < size; ++i) {
    const unsigned at = offset + i;
    const uint64_t byte = value >> (8 * i) & 0xff;
    if (at >= slot::kStatus && at < slot::kEnd) {
      ended |= byte << (8 * (at - slot::kStatus));
    } else if (at >= slot::kControl && at < slot::kStatus) {
      const unsigned shift = 8 * (at - slot::kControl);
      control = (control & ~(uint64_t{0xff} << shift)) | byte << shift;
    }
  }
  slot_state_.status &= static_cast<uint16_t>(~(ended & features_.events));
  const bool has_control = offset < slot::kStatus && offset + size > slot::kControl;
  if (has_control) write_control(static_cast<uint16_t>(control));
  on_slot_changed();
}

void CardSlot::write_control(uint16_t value) {
  const uint16_t before = slot_state_.control;
  const uint16_t writable =
      enables_of(features_.events) | kInterruptEnable | kAttentionOff | kPowerIndicator | kPowerOff;
  const uint16_t control = value & writable;
  slot_state_.control = control;
  slot_state_.status |= slot::kCommandCompleted;
  control_power();
  if (!is_present() || !has_card()) return;
  const bool shines_again =
      (before & kPowerIndicator) == kIndicatorBlinks && (control & kPowerIndicator) == kIndicatorOn;
  if (is_off(control) && !is_off(before)) {
    platform_.report(CardReleased{slot_path()});
  } else if (slot_state_.asked && shines_again && has_power()) {
    slot_state_.asked = false;
    platform_.report(CardRefused{slot_path()});
  }
}

bool CardSlot::is_slot_interrupting() const {
  const uint16_t control = slot_state_.control;
  return (control & kInterruptEnable) != 0 && (slot_state_.status & events_of(control)) != 0;
}

CardSlot* slot_of(const Object& card) {
  if (auto* slot = dynamic_cast<CardSlot*>(card.parent())) return slot;
  if (const auto* device = dynamic_cast<const Device*>(&card)) {
    if (CardSlot* slot = device->slot()) return slot;
  }
  for (const auto& child : card.children()) {
    if (CardSlot* slot = slot_of(*child)) return slot;
  }
  return nullptr;
}

}  // namespace vm
