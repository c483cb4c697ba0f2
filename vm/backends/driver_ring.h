// SPDX-License-Identifier: Apache-2.0
//
// DriverRing is the driver's end of a split virtqueue (VIRTIO 1.2, 2.7), in memory that a device of
// another program shares. Each descriptor has a buffer of its own. The device is not trusted: what
// it writes is read once, and believed only as far as it can be true.
//
//   DriverRing ring(memory, address, DriverRing::Direction::FromDevice);
//   while (ring.has_room()) ring.offer(SharedRing::kBufferSize);
//   if (ring.wants_kick()) ...
//   const auto written = TRY(ring.take());   // what the device has written to the oldest one
//   if (written) ring.offer(SharedRing::kBufferSize);

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "vm/base/result.h"

namespace vm {

/// What is shared with the device.
struct SharedRing {
  static constexpr uint16_t kEntries = 256;
  static constexpr size_t kBufferSize = 72 * size_t{1024};

  struct Descriptor {
    uint64_t address;
    uint32_t size;
    uint16_t flags;
    uint16_t next;
  };
  struct Available {
    uint16_t flags;
    uint16_t index;
    std::array<uint16_t, kEntries> ring;
    uint16_t used_event;
  };
  struct UsedElement {
    uint32_t id;
    uint32_t size;
  };
  struct Used {
    uint16_t flags;
    uint16_t index;
    std::array<UsedElement, kEntries> ring;
    uint16_t available_event;
  };

  alignas(4096) std::array<Descriptor, kEntries> descriptors;
  alignas(4096) Available available;
  alignas(4096) Used used;
  alignas(4096) std::array<std::array<uint8_t, kBufferSize>, kEntries> buffers;
};

class DriverRing {
 public:
  enum class Direction {
    ToDevice,
    FromDevice
  };

  /// `memory` is all zeroes; the device knows it by `address`.
  DriverRing(SharedRing& memory, uint64_t address, Direction direction);

  bool has_room() const { return !free_.empty(); }

  /// The buffer that offer() will make available. There must be room, here and there.
  std::span<uint8_t> next_buffer() { return memory_.buffers[free_.back()]; }
  void offer(size_t size);

  /// Whether the device wants to be told of what was offered.
  bool wants_kick() const;

  /// The next buffer that the device is done with: what it has written there, until the next
  /// offer(); none when there is none. Errors say what the device did wrong.
  Result<std::optional<std::span<const uint8_t>>> take();

 private:
  SharedRing& memory_;
  uint64_t address_;
  Direction direction_;
  uint16_t next_available_ = 0;
  uint16_t next_used_ = 0;
  std::vector<uint16_t> free_;  // the last one is the next
  std::array<bool, SharedRing::kEntries> is_offered_{};
};

}  // namespace vm
