// SPDX-License-Identifier: Apache-2.0

#include "vm/memory/host_memory.h"

#include <cerrno>
#include <cstring>

#include <fmt/format.h>
#include <sys/mman.h>

namespace vm {

Result<HostMemory> HostMemory::allocate(uint64_t size) {
  void* data = mmap(
      nullptr,
      size,
      PROT_READ | PROT_WRITE,
      MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE,
      -1,
      0
  );
  if (data == MAP_FAILED) {
    return fail(fmt::format("no memory of {} bytes: {}", size, std::strerror(errno)));
  }
  HostMemory memory;
  memory.data_ = static_cast<uint8_t*>(data);
  memory.size_ = size;
  return memory;
}

HostMemory::~HostMemory() {
  if (data_ != nullptr) munmap(data_, size_);
}

}  // namespace vm
