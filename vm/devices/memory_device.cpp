// SPDX-License-Identifier: Apache-2.0

#include "vm/devices/memory_device.h"

#include <fmt/format.h>

namespace vm {
namespace {

constexpr uint64_t kPageSize = 4096;

}  // namespace

Result<HostMemory> allocate_memory(const Device& device, uint64_t size) {
  if (size % kPageSize != 0) {
    return fail(
        fmt::format("{}.size: {:#x} is not a multiple of {:#x}", device.name(), size, kPageSize)
    );
  }
  return HostMemory::allocate(size);
}

}  // namespace vm
