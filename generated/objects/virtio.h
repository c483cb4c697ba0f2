// Generated from schema/devices/virtio/virtio.json by codegen/templates/objects.h.j2.  Do not edit.

#pragma once

#include <memory>

#include "generated/types/virtio.h"

#include "vm/base/result.h"
#include "vm/object/link.h"

namespace qapi {
class ObjectType;
}  // namespace qapi

namespace vm {
class Object;
class Platform;
}  // namespace vm

namespace api {

/// Properties of `virtio-bus`.
struct VirtioBusProps {
  /// whether it was added after the machine was ready. False: to the guest it has always been
  /// there.
  bool hotplugged = false;
};

/// What a snapshot of `virtio-bus` holds.
struct VirtioBusState {
  static const qapi::ObjectType kType;
};

/// Properties of `virtio-device`.
struct VirtioDeviceProps {
  /// whether it was added after the machine was ready. False: to the guest it has always been
  /// there.
  bool hotplugged = false;

  /// the transport that offers it to the guest; each has one device
  vm::Link bus;

  /// offer packed virtqueues, which a driver may use instead of split ones
  bool packed = false;

  /// offer to say exactly when to interrupt and notify
  bool event_idx = true;

  /// offer descriptors that lie outside of the queue
  bool indirect_desc = true;

  /// insist on a driver that asks the platform how addresses are translated; here they are not
  bool access_platform = false;
};

/// What a snapshot of `virtio-device` holds.
struct VirtioDeviceState {
  /// registers that all devices have
  VirtioState virtio;

  static const qapi::ObjectType kType;
};

}  // namespace api

namespace vm {}  // namespace vm
