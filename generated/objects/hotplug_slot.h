// Generated from schema/devices/hotplug-slot.json by codegen/templates/objects.h.j2.  Do not edit.
//
// What is declared here is defined by hand in vm/devices/hotplug_slot.cpp.

#pragma once

#include <memory>

#include "generated/types/hotplug_slot.h"

#include "vm/base/result.h"

namespace qapi {
class ObjectType;
}  // namespace qapi

namespace vm {
class Object;
class Platform;
}  // namespace vm

namespace api {

/// Properties of `hotplug-slot`.
struct HotplugSlotProps {
  /// whether it was added after the machine was ready. False: to the guest it has always been
  /// there.
  bool hotplugged = false;

  /// whether something is wrong with the card's power. While it is, the power controller lets the
  /// card have none and tells the guest.
  bool power_fault = false;
};

/// What a snapshot of `hotplug-slot` holds.
struct HotplugSlotState {
  /// its registers
  SlotState slot;

  static const qapi::ObjectType kType;
};

/// Ports of `hotplug-slot`: regions, inputs and outputs, each numbered from zero.
struct HotplugSlotPort {
  static constexpr unsigned kRegs = 0;  ///< SLTCAP, SLTCTL, SLTSTA
  static constexpr unsigned kIrq =
      0;  ///< high while the interrupt is enabled and something has happened that it is enabled for
};

}  // namespace api

namespace vm {

/// A slot for one card, which can come and go while the guest runs: a device or a part that is
/// added with the slot as its parent. The registers are those of a slot of PCI Express (PCI
/// Express Base Specification 5.0, 7.5.3.9 to 7.5.3.11) on plain addresses: SLTCAP at 0 (32
/// bits), SLTCTL at 4 and SLTSTA at 6 (16 bits each). There are an attention button, a power
/// controller, a power and an attention indicator.
///
/// When a card is plugged in, the presence changes and the button is pressed. When it is to go
/// (device_del), the button is pressed; the guest lets go of it by turning power and power
/// indicator off, or refuses by letting the indicator that it made blink shine again.
Result<std::unique_ptr<Object>> create_hotplug_slot(Platform& platform);

}  // namespace vm
