// SPDX-License-Identifier: Apache-2.0
//
// Section numbers are those of the PCI Express Base Specification 5.0.

#include "vm/devices/hotplug_slot.h"

#include <fmt/format.h>

#include "vm/object/platform.h"

namespace vm {
namespace {

constexpr auto kIrq = static_cast<unsigned>(api::HotplugSlotPort::kIrq);

enum Register : uint64_t {
  kCapabilities = 0,
  kControl = 4,
  kStatus = 6,
  kEnd = 8,
};

// Slot capabilities (7.5.3.9): attention button, power controller, both indicators, hot plug.
constexpr uint64_t kHas = 1u << 0 | 1u << 1 | 1u << 3 | 1u << 4 | 1u << 6;

// Slot status (7.5.3.11); the same bits of slot control (7.5.3.10) let them interrupt.
constexpr uint16_t kButtonPressed = 1u << 0;
constexpr uint16_t kPresenceChanged = 1u << 3;
constexpr uint16_t kCommandCompleted = 1u << 4;
constexpr uint16_t kEvents = kButtonPressed | kPresenceChanged | kCommandCompleted;
constexpr uint16_t kPresent = 1u << 6;

// Slot control.
constexpr uint16_t kInterruptEnable = 1u << 5;
constexpr uint16_t kPowerIndicator = 3u << 8;
constexpr uint16_t kIndicatorOn = 1u << 8;
constexpr uint16_t kIndicatorBlinks = 2u << 8;
constexpr uint16_t kIndicatorOff = 3u << 8;
constexpr uint16_t kAttentionOff = 3u << 6;
constexpr uint16_t kPowerOff = 1u << 10;
constexpr uint16_t kWritable =
    kEvents | kInterruptEnable | kAttentionOff | kPowerIndicator | kPowerOff;

bool is_off(uint16_t control) {
  return (control & kPowerOff) != 0 && (control & kPowerIndicator) == kIndicatorOff;
}

}  // namespace

Object* HotplugSlot::card() const {
  return children().empty() ? nullptr : children().front().get();
}

bool HotplugSlot::is_in_use() const {
  return card() != nullptr && !is_off(state_.control);
}

unsigned HotplugSlot::ask() {
  state_.asked = true;
  state_.status |= kButtonPressed;
  update_irq();
  return ++asked_;
}

void HotplugSlot::stop_asking() {
  state_.asked = false;
}

void HotplugSlot::card_has_come() {
  state_.status |= kPresent | kPresenceChanged | kButtonPressed;
  update_irq();
}

void HotplugSlot::card_has_gone() {
  state_.status = static_cast<uint16_t>((state_.status & ~kPresent) | kPresenceChanged);
  state_.asked = false;
  update_irq();
}

void HotplugSlot::restore(const api::HotplugSlotState& state) {
  state_ = state;
  update_irq();
}

Result<> HotplugSlot::on_configure() {
  TRY(Device::on_configure());
  if (children().size() <= 1) return {};
  return fail(fmt::format("{}: a slot holds one card, not {}", path(), children().size()));
}

/// Who was asked has no say any more: the next guest finds the slot empty.
void HotplugSlot::reset() {
  const bool is_leaving = state_.asked;
  state_ = {};
  state_.control = kAttentionOff;
  if (card() != nullptr && !is_leaving) {
    state_.control |= kIndicatorOn;
    state_.status = kPresent;
  } else {
    state_.control |= kIndicatorOff | kPowerOff;
    if (is_leaving) platform_.report(CardReleased{path()});
  }
  update_irq();
}

uint64_t HotplugSlot::mmio_read(unsigned, uint64_t offset, unsigned size) {
  const uint64_t all =
      kHas | uint64_t{state_.control} << (8 * kControl) | uint64_t{state_.status} << (8 * kStatus);
  const uint64_t mask = size >= 8 ? UINT64_MAX : (uint64_t{1} << (8 * size)) - 1;
  return offset < kEnd ? all >> (8 * offset) & mask : 0;
}

void HotplugSlot::mmio_write(unsigned, uint64_t offset, uint64_t value, unsigned size) {
  if (size < 2) return platform_.log_guest(path(), "its registers are written 16 bits at a time");
  const bool has_status = offset == kStatus || (offset == kControl && size >= 4);
  if (has_status) {
    const uint64_t ended = offset == kStatus ? value : value >> 16;
    state_.status &= static_cast<uint16_t>(~(ended & kEvents));
  }
  if (offset == kControl) write_control(static_cast<uint16_t>(value & kWritable));
  update_irq();
}

void HotplugSlot::write_control(uint16_t value) {
  const uint16_t before = state_.control;
  state_.control = value;
  state_.status |= kCommandCompleted;
  if (card() == nullptr) return;
  const bool shines_again =
      (before & kPowerIndicator) == kIndicatorBlinks && (value & kPowerIndicator) == kIndicatorOn;
  if (is_off(value) && !is_off(before)) {
    platform_.report(CardReleased{path()});
  } else if (state_.asked && shines_again && (value & kPowerOff) == 0) {
    state_.asked = false;
    platform_.report(CardRefused{path()});
  }
}

void HotplugSlot::update_irq() {
  const bool is_enabled = (state_.control & kInterruptEnable) != 0;
  irq_out(kIrq).set(is_enabled && (state_.status & state_.control & kEvents) != 0);
}

HotplugSlot* slot_of(const Object& card) {
  return dynamic_cast<HotplugSlot*>(card.parent());
}

Result<std::unique_ptr<Object>> create_hotplug_slot(Platform& platform) {
  return std::make_unique<HotplugSlot>(platform);
}

}  // namespace vm
