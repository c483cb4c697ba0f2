// Generated from schema/devices/virtio/virtio-rng.json by codegen/templates/objects.h.j2.  Do not
// edit.
//
// What is declared here is defined by hand in vm/devices/virtio/virtio_rng.cpp.

#pragma once

#include <cstdint>
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

/// Properties of `virtio-rng`.
struct VirtioRngProps {
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

  /// at most so many in each period (bytes, 1 to 9223372036854775807)
  uint64_t max_bytes = 9223372036854775807;

  /// how long a period is (ms, 1 to 4294967295)
  uint32_t period = 65536;
};

/// What a snapshot of `virtio-rng` holds.
struct VirtioRngState {
  /// registers that all devices have
  VirtioState virtio;

  /// when the present period ends, in guest time
  uint64_t period_end_ns{};

  /// how many bytes may be given until then
  uint64_t left{};

  static const qapi::ObjectType kType;
};

}  // namespace api

namespace vm {

/// Random numbers for the guest, those of the host: VIRTIO 1.2, section 5.4.
Result<std::unique_ptr<Object>> create_virtio_rng(Platform& platform);

}  // namespace vm
