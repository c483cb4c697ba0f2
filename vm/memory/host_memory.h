// SPDX-License-Identifier: Apache-2.0
//
// HostMemory is guest memory as the host has it: zero, and without a page of its own until it is
// first written.

#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>

#include "vm/base/result.h"

namespace vm {

class HostMemory {
 public:
  HostMemory() = default;
  HostMemory(HostMemory&& other) noexcept
      : data_(std::exchange(other.data_, nullptr)),
        size_(std::exchange(other.size_, 0)) {}
  HostMemory& operator=(HostMemory&& other) noexcept {
    std::swap(data_, other.data_);
    std::swap(size_, other.size_);
    return *this;
  }
  ~HostMemory();

  /// Fails when the host has no room for `size` bytes.
  static Result<HostMemory> allocate(uint64_t size);

  uint8_t* data() const { return data_; }
  uint64_t size() const { return size_; }

 private:
  uint8_t* data_ = nullptr;
  uint64_t size_ = 0;
};

}  // namespace vm
