// SPDX-License-Identifier: Apache-2.0
//
// DescriptorChain gathers the descriptors of one buffer and holds them to the rules: no more than
// the queue has, what the device reads before what it writes, no more than 2^32 bytes.
//
//   DescriptorChain chain(queue_size);
//   TRY(chain.add(descriptor.address, descriptor.length, descriptor.flags));

#pragma once

#include <cstdint>
#include <utility>

#include "vm/base/result.h"
#include "vm/devices/virtio/virtqueue.h"

namespace vm {

class DescriptorChain {
 public:
  explicit DescriptorChain(unsigned most) : most_(most) {}

  Result<> add(uint64_t at, uint32_t size, uint16_t flags);

  VirtioBuffer take() { return std::move(buffer_); }

 private:
  unsigned most_;
  unsigned count_ = 0;
  uint64_t bytes_ = 0;
  VirtioBuffer buffer_;
};

/// The number of descriptors in an indirect table of so many bytes (2.7.5.3, 2.8.7).
Result<unsigned> indirect_descriptors(uint32_t size, unsigned most);

}  // namespace vm
