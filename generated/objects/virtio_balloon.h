// Generated from schema/devices/virtio/virtio-balloon.json by codegen/templates/objects.h.j2.  Do
// not edit.
//
// What is declared here is defined by hand in vm/devices/virtio/virtio_balloon.cpp.

#pragma once

#include <cstdint>
#include <memory>
#include <optional>

#include "generated/types/balloon.h"
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

/// Properties of `virtio-balloon`.
struct VirtioBalloonProps {
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

  /// offer to let the guest take memory back before it runs out of it
  bool deflate_on_oom = false;

  /// offer to be told of memory that is free, which then needs no room on the host
  bool free_page_reporting = false;

  /// ask the guest for its statistics that often; 0: never (s)
  uint32_t guest_stats_polling_interval = 0;

  /// its last statistics
  std::optional<BalloonGuestStats> guest_stats;
};

/// What a snapshot of `virtio-balloon` holds.
struct VirtioBalloonState {
  /// registers that all devices have
  VirtioState virtio;

  /// pages of 4 KiB that the guest is to give
  uint32_t num_pages{};

  /// pages that it says it has given
  uint32_t actual{};

  static const qapi::ObjectType kType;
};

}  // namespace api

namespace vm {

/// Memory that the guest gives back while it does not need it: VIRTIO 1.2, section 5.5. The
/// commands `balloon` and `query-balloon` say and tell how much it is to keep.
Result<std::unique_ptr<Object>> create_virtio_balloon(Platform& platform);

}  // namespace vm
