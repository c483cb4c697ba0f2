// Generated from schema/devices/virtio/virtio-blk.json by codegen/templates/types.h.j2.  Do not
// edit.

#pragma once

#include <cstdint>

#include "generated/types/virtio.h"

namespace qapi {
class EnumType;
class ObjectType;
}  // namespace qapi

namespace api {

/// What a snapshot holds of a request that failed, and is tried again when the guest goes on.
struct VirtioBlkFailed {
  /// which queue it came from
  uint16_t queue{};

  /// the request
  VirtioBufferState buffer;

  bool operator==(const VirtioBlkFailed&) const = default;

  static const qapi::ObjectType kType;
};

}  // namespace api
