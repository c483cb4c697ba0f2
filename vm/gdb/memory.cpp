// SPDX-License-Identifier: Apache-2.0

#include "vm/gdb/memory.h"

#include <algorithm>
#include <optional>

#include "vm/devices/riscv_hart.h"
#include "vm/memory/address_space.h"

namespace vm::gdb {
namespace {

constexpr uint64_t kPageSize = 4096;

std::optional<uint64_t> physical_address(const MemoryAccess& access, uint64_t address) {
  if (access.is_physical) return address;
  return access.hart.hart().physical_address(address);
}

/// Calls `transfer(physical, done, size)` for the part of each page, until one fails; how much was
/// transferred.
template <typename Transfer>
size_t for_each_page(const MemoryAccess& access, uint64_t address, size_t size, Transfer transfer) {
  size_t done = 0;
  while (done < size) {
    const uint64_t at = address + done;
    const size_t piece = std::min<size_t>(size - done, kPageSize - at % kPageSize);
    const std::optional<uint64_t> physical = physical_address(access, at);
    if (!physical || !transfer(*physical, done, piece)) break;
    done += piece;
  }
  return done;
}

}  // namespace

std::string read_memory(const MemoryAccess& access, uint64_t address, size_t size) {
  std::string bytes(size, '\0');
  const auto read = [&](uint64_t physical, size_t done, size_t piece) {
    const std::lock_guard lock(access.machine_lock);
    return access.hart.space()->read(physical, &bytes[done], piece).has_value();
  };
  bytes.resize(for_each_page(access, address, size, read));
  return bytes;
}

bool write_memory(const MemoryAccess& access, uint64_t address, std::string_view bytes) {
  const auto write = [&](uint64_t physical, size_t done, size_t piece) {
    const std::lock_guard lock(access.machine_lock);
    return access.hart.space()->load(physical, &bytes[done], piece).has_value();
  };
  return for_each_page(access, address, bytes.size(), write) == bytes.size();
}

}  // namespace vm::gdb
