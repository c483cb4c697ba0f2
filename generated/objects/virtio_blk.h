// Generated from schema/devices/virtio/virtio-blk.json by codegen/templates/objects.h.j2.  Do not
// edit.
//
// What is declared here is defined by hand in vm/devices/virtio/virtio_blk.cpp.

#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "generated/types/block_core.h"
#include "generated/types/virtio.h"
#include "generated/types/virtio_blk.h"

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

/// Properties of `virtio-blk`.
struct VirtioBlkProps {
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

  /// the node that holds its bytes
  vm::Link drive;

  /// serial number, which the guest can ask for (20 characters at most) (0 to 20)
  std::string serial;

  /// number of request queues (1 to 8)
  uint16_t num_queues = 1;

  /// descriptors of each; a power of two (4 to 1024)
  uint16_t queue_size = 256;

  /// what requests are multiples of; a power of two (bytes, 512 to 65536)
  uint32_t logical_block_size = 512;

  /// what the guest had better write as a whole; a power of two (bytes, 512 to 65536)
  uint32_t physical_block_size = 512;

  /// of large requests, what the guest had better ask for; 0: it does not matter (bytes)
  uint32_t opt_io_size = 0;

  /// whether what is written may wait in the host's cache until the guest flushes it. The guest
  /// can change it.
  bool write_cache = true;

  /// offer to discard what is not needed any more
  bool discard = true;

  /// offer to write zeroes without moving them
  bool write_zeroes = true;

  /// what follows when the host cannot read; `enospc` is for writing
  BlockdevOnError rerror = BlockdevOnError::Report;

  /// what follows when the host cannot write, flush or discard
  BlockdevOnError werror = BlockdevOnError::Enospc;
};

/// What a snapshot of `virtio-blk` holds.
struct VirtioBlkState {
  /// registers that all devices have
  VirtioState virtio;

  /// whether what is written may wait now
  bool writeback{};

  /// requests that failed while the guest was to stop then
  std::vector<VirtioBlkFailed> failed;

  static const qapi::ObjectType kType;
};

}  // namespace api

namespace vm {

/// A disk: VIRTIO 1.2, section 5.2. Without write access to `drive` it is read-only.
Result<std::unique_ptr<Object>> create_virtio_blk(Platform& platform);

}  // namespace vm
