// SPDX-License-Identifier: Apache-2.0
//
// Split virtqueues: VIRTIO 1.2, section 2.7. A table of descriptors; a ring in which the driver
// puts the heads of chains, with its index; and one in which the device puts those that are used.
//
//   driver area: flags, idx, ring[size] of 16 bits each, used_event
//   device area: flags, idx of 16 bits, ring[size] of {id, len} of 32 bits, avail_event

#include <array>
#include <atomic>
#include <cstring>

#include "vm/devices/virtio/descriptor_chain.h"
#include "vm/devices/virtio/features.h"
#include "vm/devices/virtio/virtqueue.h"

namespace vm {
namespace {

constexpr uint64_t kIndex = 2;
constexpr uint64_t kRing = 4;
constexpr uint64_t kUsedElement = 8;

constexpr uint16_t kNoInterrupt = 1;  // of the driver area's flags

struct Descriptor {
  uint64_t at;
  uint32_t size;
  uint16_t flags;
  uint16_t next;
};
static_assert(sizeof(Descriptor) == 16);

constexpr const char* kRingsOutside = "a ring lies outside of memory";

/// Walks the descriptors of one chain, which come from a table of them.
class ChainReader {
 public:
  ChainReader(const GuestMemory& memory, unsigned most) : memory_(memory), chain_(most) {}

  Result<> read(uint64_t table, unsigned size, uint16_t head, bool may_be_indirect) {
    for (uint16_t index = head;;) {
      if (index >= size) return fail("a descriptor has a number beyond its table");
      Descriptor descriptor{};
      if (!get(table, index, descriptor)) return fail("a descriptor lies outside of memory");
      const bool has_next = (descriptor.flags & virtio::kDescriptorNext) != 0;
      if ((descriptor.flags & virtio::kDescriptorIndirect) != 0) {
        if (!may_be_indirect) return fail("a table of descriptors is where none may be");
        if (has_next) return fail("a table of descriptors has a successor");
        return read_indirect(descriptor, size);
      }
      // A chain that goes in a circle gets too long.
      TRY(chain_.add(descriptor.at, descriptor.size, descriptor.flags));
      if (!has_next) return {};
      index = descriptor.next;
    }
  }

  VirtioBuffer take() { return chain_.take(); }

 private:
  bool get(uint64_t table, uint16_t index, Descriptor& descriptor) const {
    std::array<uint8_t, sizeof(Descriptor)> bytes{};
    if (!memory_.read(table + index * uint64_t{sizeof(Descriptor)}, bytes)) return false;
    std::memcpy(&descriptor, bytes.data(), bytes.size());  // guests and hosts are little-endian
    return true;
  }

  Result<> read_indirect(const Descriptor& descriptor, unsigned most) {
    const unsigned size = TRY(indirect_descriptors(descriptor.size, most));
    return read(descriptor.at, size, 0, false);
  }

  const GuestMemory& memory_;
  DescriptorChain chain_;
};

}  // namespace

/// How many buffers wait.
Result<uint16_t> Virtqueue::available_split() {
  const auto index = memory_.load<uint16_t>(state_.driver_area + kIndex);
  if (!index) return fail(kRingsOutside);
  const auto waiting = static_cast<uint16_t>(*index - state_.next_available);
  if (waiting > state_.size) return fail("more is available than the queue has room for");
  return waiting;
}

Result<std::optional<VirtioBuffer>> Virtqueue::take_split() {
  uint16_t waiting = TRY(available_split());
  if (waiting == 0 && has(virtio::kEventIdx)) {
    const uint64_t event = state_.device_area + kRing + kUsedElement * state_.size;
    if (!memory_.store(event, state_.next_available)) return fail(kRingsOutside);
    // The driver looks for the event after it has moved its index; we in the other order.
    std::atomic_thread_fence(std::memory_order_seq_cst);
    waiting = TRY(available_split());
  }
  if (waiting == 0) return std::optional<VirtioBuffer>();
  const uint64_t slot = state_.next_available % state_.size;
  const auto head = memory_.load<uint16_t>(state_.driver_area + kRing + 2 * slot);
  if (!head) return fail(kRingsOutside);
  ChainReader reader(memory_, state_.size);
  TRY(reader.read(state_.descriptor_area, state_.size, *head, has(virtio::kIndirectDesc)));
  ++state_.next_available;
  VirtioBuffer buffer = reader.take();
  buffer.id = *head;
  buffer.descriptors = 1;
  return std::optional(std::move(buffer));
}

Result<> Virtqueue::use_split(const VirtioBuffer& buffer, uint32_t written) {
  const uint64_t slot = state_.next_used % state_.size;
  const uint64_t element = state_.device_area + kRing + kUsedElement * slot;
  const bool stored =
      memory_.store(element, uint32_t{buffer.id}) && memory_.store(element + 4, written) &&
      memory_.store(state_.device_area + kIndex, static_cast<uint16_t>(state_.next_used + 1));
  if (!stored) return fail(kRingsOutside);
  ++state_.next_used;
  ++state_.unannounced;
  return {};
}

Result<bool> Virtqueue::wants_interrupt_split(uint16_t used) {
  if (has(virtio::kEventIdx)) {
    const auto event =
        memory_.load<uint16_t>(state_.driver_area + kRing + 2 * uint64_t{state_.size});
    if (!event) return fail(kRingsOutside);
    return virtio::passes_event(*event, state_.next_used, used);
  }
  const auto flags = memory_.load<uint16_t>(state_.driver_area);
  if (!flags) return fail(kRingsOutside);
  return (*flags & kNoInterrupt) == 0;
}

}  // namespace vm
