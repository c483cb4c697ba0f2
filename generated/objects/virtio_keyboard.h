// Generated from schema/devices/virtio/virtio-keyboard.json by codegen/templates/objects.h.j2.  Do
// not edit.
//
// What is declared here is defined by hand in vm/devices/virtio/virtio_keyboard.cpp.

#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "generated/types/virtio.h"
#include "generated/types/virtio_keyboard.h"

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

/// Properties of `virtio-keyboard`.
struct VirtioKeyboardProps {
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

/// What a snapshot of `virtio-keyboard` holds.
struct VirtioKeyboardState {
  /// registers that all devices have
  VirtioState virtio;

  /// what the driver reads of the configuration
  uint8_t select{};

  /// and of what in it
  uint8_t subsel{};

  /// keys that are down
  std::vector<VirtioHeldKey> held;

  static const qapi::ObjectType kType;
};

}  // namespace api

namespace vm {

/// A keyboard with all keys that have a name: VIRTIO 1.2, section 5.8. `send-key` presses them,
/// and `system_powerdown` its power key.
Result<std::unique_ptr<Object>> create_virtio_keyboard(Platform& platform);

}  // namespace vm
