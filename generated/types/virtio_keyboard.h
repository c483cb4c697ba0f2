// Generated from schema/devices/virtio/virtio-keyboard.json by codegen/templates/types.h.j2.  Do
// not edit.

#pragma once

#include <cstdint>

namespace qapi {
class EnumType;
class ObjectType;
}  // namespace qapi

namespace api {

/// A key that is down.
struct VirtioHeldKey {
  /// which one: a code of linux/input-event-codes.h
  uint16_t code{};

  /// until when, in guest time
  uint64_t until_ns{};

  /// whether the driver knows that it is down
  bool told{};

  bool operator==(const VirtioHeldKey&) const = default;

  static const qapi::ObjectType kType;
};

}  // namespace api
