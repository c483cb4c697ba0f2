// SPDX-License-Identifier: Apache-2.0
//
// Memory as gdb reads and writes it: what an address means to a hart, or physical addresses of its
// address space. Device registers are accessed as the guest would.

#pragma once

#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>

namespace vm {

class RiscvHart;

namespace gdb {

struct MemoryAccess {
  RiscvHart& hart;
  std::mutex& machine_lock;
  bool is_physical = false;
};

/// As many bytes as can be read of those that are asked for.
std::string read_memory(const MemoryAccess& access, uint64_t address, size_t size);

/// Also into ROM. False if not all of it can be written.
bool write_memory(const MemoryAccess& access, uint64_t address, std::string_view bytes);

}  // namespace gdb
}  // namespace vm
