// Generated from schema/devices/hotplug-slot.json by codegen/templates/types.h.j2.  Do not edit.

#pragma once

#include <cstdint>

namespace qapi {
class EnumType;
class ObjectType;
}  // namespace qapi

namespace api {

/// What a snapshot holds of every slot of PCI Express (PCI Express Base Specification 5.0,
/// 7.5.3.10 and 7.5.3.11).
struct SlotState {
  /// SLTCTL
  uint16_t control{};

  /// SLTSTA
  uint16_t status{};

  /// whether the guest has been asked to let go of the card, and has not answered
  bool asked{};

  /// whether the power controller has cut the power off because of a fault; so until the guest
  /// turns it off itself
  bool tripped{};

  bool operator==(const SlotState&) const = default;

  static const qapi::ObjectType kType;
};

}  // namespace api
