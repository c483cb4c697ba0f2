// SPDX-License-Identifier: Apache-2.0
//
// What split and packed virtqueues have in common.

#include "vm/devices/virtio/virtqueue.h"

#include <atomic>
#include <utility>

#include "vm/devices/virtio/features.h"

namespace vm {

Virtqueue::Virtqueue(api::VirtioQueueState& state, const GuestMemory& memory, uint64_t features)
    : state_(state),
      memory_(memory),
      features_(features) {}

Result<std::optional<VirtioBuffer>> Virtqueue::take() {
  return has(virtio::kRingPacked) ? take_packed() : take_split();
}

void Virtqueue::put_back(const VirtioBuffer& buffer) {
  if (!has(virtio::kRingPacked)) {
    --state_.next_available;
    return;
  }
  if (state_.next_available < buffer.descriptors) {
    state_.next_available = static_cast<uint16_t>(state_.next_available + state_.size);
    state_.available_wrap = !state_.available_wrap;
  }
  state_.next_available = static_cast<uint16_t>(state_.next_available - buffer.descriptors);
}

Result<> Virtqueue::use(const VirtioBuffer& buffer, uint32_t written) {
  return has(virtio::kRingPacked) ? use_packed(buffer, written) : use_split(buffer, written);
}

Result<bool> Virtqueue::wants_interrupt() {
  const uint16_t used = std::exchange(state_.unannounced, uint16_t{0});
  if (used == 0) return false;
  // What was used is there before we look whether the driver sleeps; it looks in the other order.
  std::atomic_thread_fence(std::memory_order_seq_cst);
  return has(virtio::kRingPacked) ? wants_interrupt_packed(used) : wants_interrupt_split(used);
}

std::string_view fault_of(const api::VirtioQueueState& state, uint64_t features) {
  const bool is_packed = (features >> virtio::kRingPacked & 1) != 0;
  if (state.size == 0 || state.size > Virtqueue::kMostDescriptors) return "has no such size";
  const bool is_power_of_two = (state.size & (state.size - 1)) == 0;
  if (!is_packed && !is_power_of_two) return "has a size that is no power of two";
  // 2.7 and 2.8.10.1.
  const uint64_t driver_alignment = is_packed ? 4 : 2;
  if (state.descriptor_area % 16 != 0 || state.driver_area % driver_alignment != 0 ||
      state.device_area % 4 != 0) {
    return "has rings that are not aligned";
  }
  return {};
}

}  // namespace vm
