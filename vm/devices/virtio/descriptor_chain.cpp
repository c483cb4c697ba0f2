// SPDX-License-Identifier: Apache-2.0

#include "vm/devices/virtio/descriptor_chain.h"

#include "vm/devices/virtio/features.h"

namespace vm {
namespace {

constexpr uint64_t kMostBytes = uint64_t{1} << 32;  // 2.7.4, 2.8.5
constexpr unsigned kDescriptorSize = 16;

}  // namespace

Result<> DescriptorChain::add(uint64_t at, uint32_t size, uint16_t flags) {
  if (++count_ > most_) return fail("a chain of descriptors is longer than its queue");
  bytes_ += size;
  if (bytes_ > kMostBytes) return fail("a buffer has more than 2^32 bytes");
  if ((flags & virtio::kDescriptorWrite) != 0) {
    buffer_.writable.push_back({.at = at, .size = size});
    return {};
  }
  if (!buffer_.writable.empty()) return fail("what is read follows what is written");
  buffer_.readable.push_back({.at = at, .size = size});
  return {};
}

Result<unsigned> indirect_descriptors(uint32_t size, unsigned most) {
  if (size == 0 || size % kDescriptorSize != 0) {
    return fail("a table of descriptors has no whole number of them");
  }
  // Whoever is beyond the limit is told by the chain; no more need be looked at.
  return size / kDescriptorSize > most ? most + 1 : size / kDescriptorSize;
}

}  // namespace vm
