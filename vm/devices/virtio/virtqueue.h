// SPDX-License-Identifier: Apache-2.0
//
// Virtqueue is the device's end of a virtqueue, split or packed. The driver makes buffers
// available, the device takes them, moves data, and says that they are used. All that is in the
// rings comes from the guest: an Error says what it did wrong, and the queue is of no use any more.
// Virtual I/O Device (VIRTIO) Version 1.2, sections 2.6 to 2.8.
//
//   Virtqueue queue(state, memory, features);
//   while (std::optional<VirtioBuffer> buffer = TRY(queue.take())) {
//     ...
//     TRY(queue.use(*buffer, written));
//   }
//   if (TRY(queue.wants_interrupt())) bus.queue_interrupt(0);

#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "generated/types/virtio.h"

#include "vm/base/result.h"
#include "vm/devices/virtio/guest_memory.h"

namespace vm {

/// A part of a buffer that is in one piece.
struct VirtioSegment {
  uint64_t at = 0;
  uint32_t size = 0;
};

/// What the driver made available at once: parts that the device reads, then parts that it writes.
struct VirtioBuffer {
  uint16_t id = 0;
  uint16_t descriptors = 0;  ///< of a packed ring that it takes
  uint64_t epoch = 0;        ///< of its queue; see VirtioDevice
  std::vector<VirtioSegment> readable = {};
  std::vector<VirtioSegment> writable = {};
};

class Virtqueue {
 public:
  /// Larger ones do not exist (2.6).
  static constexpr uint32_t kMostDescriptors = 32768;

  /// `features`: those that were negotiated.
  Virtqueue(api::VirtioQueueState& state, const GuestMemory& memory, uint64_t features);

  /// The next buffer, or nothing; then the driver says so when there is one.
  Result<std::optional<VirtioBuffer>> take();

  /// Undoes the last take().
  void put_back(const VirtioBuffer& buffer);

  /// The device is done with a buffer; it wrote so many bytes of it, from its start on.
  Result<> use(const VirtioBuffer& buffer, uint32_t written);

  /// Whether the driver wants an interrupt for what was used since the last call.
  Result<bool> wants_interrupt();

 private:
  bool has(unsigned feature) const { return (features_ >> feature & 1) != 0; }

  // Split.
  Result<std::optional<VirtioBuffer>> take_split();
  Result<> use_split(const VirtioBuffer& buffer, uint32_t written);
  Result<bool> wants_interrupt_split(uint16_t used);
  Result<uint16_t> available_split();

  // Packed.
  Result<std::optional<VirtioBuffer>> take_packed();
  Result<> use_packed(const VirtioBuffer& buffer, uint32_t written);
  Result<bool> wants_interrupt_packed(uint16_t used);
  Result<bool> is_available_packed();
  Result<bool> ask_for_notification_packed();

  api::VirtioQueueState& state_;
  const GuestMemory& memory_;
  uint64_t features_;
};

/// What is wrong with how the driver set a queue up; empty when nothing is.
std::string_view fault_of(const api::VirtioQueueState& state, uint64_t features);

}  // namespace vm
