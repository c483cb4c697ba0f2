// Generated from schema/devices/virtio/virtio.json by codegen/templates/types.h.j2.  Do not edit.

#pragma once

#include <cstdint>
#include <vector>

namespace qapi {
class EnumType;
class ObjectType;
}  // namespace qapi

namespace api {

/// What a snapshot holds of a virtqueue.
struct VirtioQueueState {
  /// number of its descriptors
  uint16_t size{};

  /// whether the driver has made it ready
  bool ready{};

  /// guest address of the descriptors
  uint64_t descriptor_area{};

  /// guest address of what the driver writes: the available ring, or of a packed queue when to
  /// interrupt
  uint64_t driver_area{};

  /// guest address of what the device writes: the used ring, or of a packed queue when to notify
  uint64_t device_area{};

  /// which of the available buffers is taken next: the index in a split queue, the position in a
  /// packed one
  uint16_t next_available{};

  /// of a packed queue, what the wrap counter is there
  bool available_wrap{};

  /// where the next used buffer goes
  uint16_t next_used{};

  /// of a packed queue, what the wrap counter is there
  bool used_wrap{};

  /// how far `next-used` has gone since the driver was last interrupted, or did not want to be
  uint16_t unannounced{};

  bool operator==(const VirtioQueueState&) const = default;

  static const qapi::ObjectType kType;
};

/// What a snapshot holds of every virtio device.
struct VirtioState {
  /// the device status
  uint8_t status{};

  /// what the driver wants to use
  uint64_t features{};

  /// how often the configuration has changed
  uint32_t generation{};

  /// its virtqueues
  std::vector<VirtioQueueState> queues;

  bool operator==(const VirtioState&) const = default;

  static const qapi::ObjectType kType;
};

/// What a snapshot holds of a part of a buffer.
struct VirtioSegmentState {
  /// its guest address
  uint64_t at{};

  /// bytes
  uint32_t size{};

  bool operator==(const VirtioSegmentState&) const = default;

  static const qapi::ObjectType kType;
};

/// What a snapshot holds of a buffer that a device has taken, and is not done with.
struct VirtioBufferState {
  /// what the driver knows it by
  uint16_t id{};

  /// of a packed queue, how many it takes there
  uint16_t descriptors{};

  /// what the device reads
  std::vector<VirtioSegmentState> readable;

  /// what the device writes
  std::vector<VirtioSegmentState> writable;

  bool operator==(const VirtioBufferState&) const = default;

  static const qapi::ObjectType kType;
};

}  // namespace api
