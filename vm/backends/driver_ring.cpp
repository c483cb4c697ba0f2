// SPDX-License-Identifier: Apache-2.0

#include "vm/backends/driver_ring.h"

#include <atomic>
#include <numeric>

#include <fmt/format.h>

namespace vm {
namespace {

constexpr uint16_t kDeviceWrites = 2;  // of a descriptor: VIRTQ_DESC_F_WRITE
constexpr uint16_t kNoNotify = 1;      // of the used ring: VIRTQ_USED_F_NO_NOTIFY

}  // namespace

DriverRing::DriverRing(SharedRing& memory, uint64_t address, Direction direction)
    : memory_(memory),
      address_(address),
      direction_(direction),
      free_(SharedRing::kEntries) {
  std::iota(free_.rbegin(), free_.rend(), uint16_t{0});
}

void DriverRing::offer(size_t size) {
  const uint16_t id = free_.back();
  free_.pop_back();
  is_offered_[id] = true;
  const uint64_t place = offsetof(SharedRing, buffers) + id * SharedRing::kBufferSize;
  memory_.descriptors[id] = {
      .address = address_ + place,
      .size = static_cast<uint32_t>(size),
      .flags = direction_ == Direction::FromDevice ? kDeviceWrites : uint16_t{0},
      .next = 0,
  };
  memory_.available.ring[next_available_ % SharedRing::kEntries] = id;
  ++next_available_;
  std::atomic_ref(memory_.available.index).store(next_available_, std::memory_order_release);
}

bool DriverRing::wants_kick() const {
  // The device looks for more after it has said that it wants to be told; we in the other order.
  std::atomic_thread_fence(std::memory_order_seq_cst);
  const uint16_t flags = std::atomic_ref(memory_.used.flags).load(std::memory_order_relaxed);
  return (flags & kNoNotify) == 0;
}

Result<std::optional<std::span<const uint8_t>>> DriverRing::take() {
  const uint16_t index = std::atomic_ref(memory_.used.index).load(std::memory_order_acquire);
  const auto done = static_cast<uint16_t>(index - next_used_);
  if (done == 0) return std::optional<std::span<const uint8_t>>();
  const size_t offered = SharedRing::kEntries - free_.size();
  if (done > offered) {
    return fail(fmt::format("it is done with {} buffers, of {} that it has", done, offered));
  }
  SharedRing::UsedElement& element = memory_.used.ring[next_used_ % SharedRing::kEntries];
  const uint32_t id = std::atomic_ref(element.id).load(std::memory_order_relaxed);
  const uint32_t size = std::atomic_ref(element.size).load(std::memory_order_relaxed);
  if (id >= SharedRing::kEntries || !is_offered_[id]) {
    return fail(fmt::format("it is done with buffer {}, which it does not have", id));
  }
  if (direction_ == Direction::FromDevice && size > SharedRing::kBufferSize) {
    return fail(fmt::format("it wrote {} bytes to a buffer of {}", size, SharedRing::kBufferSize));
  }
  ++next_used_;
  is_offered_[id] = false;
  free_.push_back(static_cast<uint16_t>(id));
  const size_t written = direction_ == Direction::FromDevice ? size : 0;
  return std::optional(std::span<const uint8_t>(memory_.buffers[id]).first(written));
}

}  // namespace vm
