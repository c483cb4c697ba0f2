// SPDX-License-Identifier: Apache-2.0
//
// CardSlot is the part of a device that makes it a slot of PCI Express for cards that come and go
// while there is a guest: the registers, and what the guest says by them. Commands tell it when a
// card has come or gone, and have it ask the guest before one goes. Section numbers are those of
// the PCI Express Base Specification 5.0.
//
//   class Port final : public Typed<Device, api::PortProps, api::PortState>, public CardSlot {
//     explicit Port(Platform& platform)
//         : CardSlot(*this, platform, state_.slot, {.capabilities = slot::kHotPlug}) {}

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "generated/types/hotplug_slot.h"

namespace vm {

class Device;
class Object;
class Platform;

namespace slot {

// The registers, from slot capabilities on (7.5.3.9 to 7.5.3.11).
constexpr unsigned kControl = 4;
constexpr unsigned kStatus = 6;
constexpr unsigned kEnd = 8;

// Slot capabilities.
constexpr uint32_t kAttentionButton = 1u << 0;
constexpr uint32_t kPowerController = 1u << 1;
constexpr uint32_t kAttentionIndicator = 1u << 3;
constexpr uint32_t kPowerIndicator = 1u << 4;
constexpr uint32_t kSurprise = 1u << 5;
constexpr uint32_t kHotPlug = 1u << 6;
constexpr unsigned kNumberShift = 19;

// Slot status.
constexpr uint16_t kButtonPressed = 1u << 0;
constexpr uint16_t kPowerFault = 1u << 1;
constexpr uint16_t kPresenceChanged = 1u << 3;
constexpr uint16_t kCommandCompleted = 1u << 4;
constexpr uint16_t kPresent = 1u << 6;
constexpr uint16_t kLinkChanged = 1u << 8;

}  // namespace slot

class CardSlot {
 public:
  struct Features {
    uint32_t capabilities = 0;
    uint16_t events = 0;  ///< bits of the status that can interrupt
  };

  CardSlot(Device& device, Platform& platform, api::SlotState& state, Features features);
  virtual ~CardSlot() = default;
  CardSlot(const CardSlot&) = delete;
  CardSlot& operator=(const CardSlot&) = delete;

  std::string slot_path() const;

  /// What goes when the card goes, in the order in which it can be removed.
  virtual std::vector<Object*> cards() = 0;

  /// Whether there is something that a guest can find.
  virtual bool has_card() const = 0;

  /// Whether the guest has been told that there is.
  bool is_present() const { return (slot_state_.status & slot::kPresent) != 0; }

  /// Whether the guest has to be asked before the card goes.
  bool is_in_use() const;

  /// Presses the button for a card that is to go. Whether an answer to that is the one that is
  /// waited for, the number tells that is_asked() takes.
  unsigned ask();
  bool is_asked() const { return slot_state_.asked; }
  bool is_asked(unsigned number) const { return slot_state_.asked && number == asked_; }
  void stop_asking() { slot_state_.asked = false; }

  /// The card has come, or gone, while the guest was there: tells it.
  void update_presence();

  /// For what is taken back.
  const api::SlotState& slot_state() const { return slot_state_; }
  void restore(const api::SlotState& state);

 protected:
  /// The registers have changed.
  virtual void on_slot_changed() = 0;

  /// Whether something is wrong with the card's power; power_fault_changed() says that it is new.
  virtual bool has_power_fault() const = 0;
  void power_fault_changed();

  /// Whether there is a link, and it leads to the card.
  virtual bool is_link_up() const { return false; }

  // The registers as the guest sees them; `offset` counts from slot capabilities on.
  uint64_t slot_registers() const;
  void write_slot(unsigned offset, uint32_t value, unsigned size);

  bool has_power() const;
  bool is_slot_interrupting() const;

  /// Something has happened that the guest may want to know.
  void raise(uint16_t event);

  void reset_slot();

 private:
  void write_control(uint16_t value);
  void control_power();

  Device& device_;
  Platform& platform_;
  api::SlotState& slot_state_;
  Features features_;
  unsigned asked_ = 0;  // how often
};

/// The slot that the object is a card of, or is in the card of; null for what is in none.
CardSlot* slot_of(const Object& card);

}  // namespace vm
