// SPDX-License-Identifier: Apache-2.0
//
// Packed virtqueues: VIRTIO 1.2, section 2.8. One ring of descriptors, which the driver makes
// available and the device makes used in their place. Two bits of each say whose it is, by whether
// they are what the wrap counters of both sides are, which change each time around.
//
//   driver area: {event: offset and wrap counter, flags} of 16 bits each: when to interrupt
//   device area: the same: when to notify

#include <array>
#include <atomic>
#include <cstring>

#include "vm/devices/virtio/descriptor_chain.h"
#include "vm/devices/virtio/features.h"
#include "vm/devices/virtio/virtqueue.h"

namespace vm {
namespace {

constexpr uint16_t kAvailable = 1 << 7;
constexpr uint16_t kUsed = 1 << 15;

// Of a descriptor.
constexpr uint64_t kLengthAt = 8;
constexpr uint64_t kIdAt = 12;
constexpr uint64_t kFlagsAt = 14;

// Of an event suppression structure (2.8.14).
constexpr uint64_t kEventFlagsAt = 2;
constexpr uint16_t kEventEnable = 0;
constexpr uint16_t kEventDescriptor = 2;
constexpr uint16_t kEventOffset = 0x7fff;
constexpr unsigned kEventWrapShift = 15;

struct Descriptor {
  uint64_t at;
  uint32_t size;
  uint16_t id;
  uint16_t flags;
};
static_assert(sizeof(Descriptor) == 16);

constexpr const char* kRingOutside = "a ring lies outside of memory";

uint64_t slot_at(uint64_t table, uint64_t index) {
  return table + index * sizeof(Descriptor);
}

Result<Descriptor> get(const GuestMemory& memory, uint64_t at) {
  std::array<uint8_t, sizeof(Descriptor)> bytes{};
  if (!memory.read(at, bytes)) return fail("a descriptor lies outside of memory");
  Descriptor descriptor{};
  std::memcpy(&descriptor, bytes.data(), bytes.size());  // guests and hosts are little-endian
  return descriptor;
}

/// In an indirect table descriptors follow each other, and only say what is written (2.8.7).
Result<> add_table(
    const GuestMemory& memory,
    const Descriptor& table,
    unsigned most,
    DescriptorChain& chain
) {
  const unsigned size = TRY(indirect_descriptors(table.size, most));
  for (unsigned i = 0; i < size; ++i) {
    const Descriptor descriptor = TRY(get(memory, slot_at(table.at, i)));
    if ((descriptor.flags & virtio::kDescriptorIndirect) != 0) {
      return fail("a table of descriptors is where none may be");
    }
    TRY(chain.add(descriptor.at, descriptor.size, descriptor.flags));
  }
  return {};
}

/// Moves on by some descriptors.
void advance(uint16_t& index, bool& wrap, uint16_t steps, uint16_t size) {
  const unsigned next = index + unsigned{steps};
  if (next >= size) wrap = !wrap;
  index = static_cast<uint16_t>(next >= size ? next - size : next);
}

}  // namespace

Result<bool> Virtqueue::is_available_packed() {
  if (state_.next_available >= state_.size) return fail("a position is beyond its ring");
  const uint64_t at = slot_at(state_.descriptor_area, state_.next_available);
  const auto flags = memory_.load<uint16_t>(at + kFlagsAt);
  if (!flags) return fail(kRingOutside);
  const bool available = (*flags & kAvailable) != 0;
  const bool used = (*flags & kUsed) != 0;
  return available == state_.available_wrap && used != state_.available_wrap;
}

/// Says when to notify, and looks again: the driver may have missed it.
Result<bool> Virtqueue::ask_for_notification_packed() {
  const auto event = static_cast<uint16_t>(
      state_.next_available | unsigned{state_.available_wrap} << kEventWrapShift
  );
  const bool by_event = has(virtio::kEventIdx);
  const bool stored =
      (!by_event || memory_.store(state_.device_area, event)) &&
      memory_.store(state_.device_area + kEventFlagsAt, by_event ? kEventDescriptor : kEventEnable);
  if (!stored) return fail(kRingOutside);
  std::atomic_thread_fence(std::memory_order_seq_cst);
  return is_available_packed();
}

Result<std::optional<VirtioBuffer>> Virtqueue::take_packed() {
  bool is_available = TRY(is_available_packed());
  if (!is_available) is_available = TRY(ask_for_notification_packed());
  if (!is_available) return std::optional<VirtioBuffer>();
  DescriptorChain chain(state_.size);
  uint16_t index = state_.next_available;
  bool wrap = state_.available_wrap;
  uint16_t count = 0;
  Descriptor descriptor{};
  do {
    descriptor = TRY(get(memory_, slot_at(state_.descriptor_area, index)));
    ++count;
    advance(index, wrap, 1, state_.size);
    const bool has_next = (descriptor.flags & virtio::kDescriptorNext) != 0;
    if ((descriptor.flags & virtio::kDescriptorIndirect) == 0) {
      TRY(chain.add(descriptor.at, descriptor.size, descriptor.flags));
    } else if (!has(virtio::kIndirectDesc) || has_next || count > 1) {
      return fail("a table of descriptors is where none may be");
    } else {
      TRY(add_table(memory_, descriptor, state_.size, chain));
    }
  } while ((descriptor.flags & virtio::kDescriptorNext) != 0);
  state_.next_available = index;
  state_.available_wrap = wrap;
  VirtioBuffer buffer = chain.take();
  buffer.id = descriptor.id;  // that of the last one counts (2.8.6)
  buffer.descriptors = count;
  return std::optional(std::move(buffer));
}

Result<> Virtqueue::use_packed(const VirtioBuffer& buffer, uint32_t written) {
  if (state_.next_used >= state_.size) return fail("a position is beyond its ring");
  const uint64_t at = slot_at(state_.descriptor_area, state_.next_used);
  unsigned flags = state_.used_wrap ? kAvailable | kUsed : 0;
  if (written != 0) flags |= virtio::kDescriptorWrite;
  const bool stored = memory_.store(at + kLengthAt, written) &&
                      memory_.store(at + kIdAt, buffer.id) &&
                      memory_.store(at + kFlagsAt, static_cast<uint16_t>(flags));
  if (!stored) return fail(kRingOutside);
  advance(state_.next_used, state_.used_wrap, buffer.descriptors, state_.size);
  state_.unannounced = static_cast<uint16_t>(state_.unannounced + buffer.descriptors);
  return {};
}

Result<bool> Virtqueue::wants_interrupt_packed(uint16_t used) {
  const auto flags = memory_.load<uint16_t>(state_.driver_area + kEventFlagsAt);
  const auto event = memory_.load<uint16_t>(state_.driver_area);
  if (!flags || !event) return fail(kRingOutside);
  if (*flags != kEventDescriptor || !has(virtio::kEventIdx)) return *flags == kEventEnable;
  unsigned offset = *event & kEventOffset;
  const bool wrap = *event >> kEventWrapShift != 0;
  // Of the time around before.
  if (wrap != state_.used_wrap) offset -= state_.size;
  return virtio::passes_event(static_cast<uint16_t>(offset), state_.next_used, used);
}

}  // namespace vm
