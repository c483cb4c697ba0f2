// SPDX-License-Identifier: Apache-2.0
//
// Address translation (privileged spec 20240411, chapter 10) and the software TLB.
//
// The fast path of loads and stores is in access.h; it finds host memory through a TlbEntry. All
// else comes here: filling entries, devices, accesses across pages.

#pragma once

#include <array>
#include <cstdint>

namespace vm {
struct FlatRange;
}  // namespace vm

namespace vm::riscv {

struct Cpu;

constexpr unsigned kPageShift = 12;
constexpr uint64_t kPageSize = 1u << kPageShift;
constexpr uint64_t kPageOffset = kPageSize - 1;

/// In place of a page's address: none. Atomics compare the lowest bits of their address, too: those
/// that are not aligned must find nothing, at address 1 as elsewhere.
constexpr uint64_t kNoPage = 0x800;

enum class Access : uint8_t {
  Read,
  Write,
  Fetch,
};

/// A page that loads and stores reach directly. The entry is of a page in general if either is.
struct TlbEntry {
  uint64_t read_page = kNoPage;
  uint64_t write_page = kNoPage;
  uint64_t addend = 0;  ///< to be added to the virtual address for the host's
  uint64_t unused = 0;  ///< to 32 bytes
};

/// One addition is all that the fast path can afford.
inline uint8_t* host_memory(const TlbEntry& entry, uint64_t address) {
  return reinterpret_cast<uint8_t*>(address + entry.addend);  // NOLINT(performance-no-int-to-ptr)
}

/// A page that instructions are fetched from.
struct FetchEntry {
  uint64_t page = kNoPage;
  uint64_t physical = 0;
  const uint8_t* host = nullptr;
};

/// Contexts in which an address can mean different things to loads and stores.
enum class DataContext : uint8_t {
  User,
  Supervisor,
  SupervisorSum,
  Machine,
};

struct Mmu {
  static constexpr unsigned kEntries = 256;
  static constexpr unsigned kFetchEntries = 64;

  static unsigned index_of(uint64_t address) { return (address >> kPageShift) % kEntries; }

  std::array<std::array<TlbEntry, kEntries>, 4> data;
  std::array<std::array<FetchEntry, kFetchEntries>, 3> fetch;  ///< user, supervisor, machine

  // Around all pages that were entered from a leaf larger than a page. A flush of one address
  // within flushes everything.
  uint64_t large_first = ~uint64_t{0};
  uint64_t large_last = 0;

  const FlatRange* last_range = nullptr;  ///< of physical addresses

  void flush();
  void flush_page(uint64_t address);
};

/// The physical address in cpu.result; false with cpu.fault set. `address` is canonical.
bool translate(Cpu& cpu, uint64_t address, Access access);

/// The same for a load by who may read everything: nothing is remembered, nor marked as accessed.
bool inspect_translation(Cpu& cpu, uint64_t address);

/// Physical memory or registers at `address`, or null.
const FlatRange* range_at(Cpu& cpu, uint64_t address);

// Accesses of 1 to 8 bytes that the TLB does not serve. Loads leave their value, zero-extended, in
// cpu.result. False with cpu.fault set.
bool load_slow(Cpu& cpu, uint64_t address, unsigned size);
bool store_slow(Cpu& cpu, uint64_t address, unsigned size, uint64_t value);

/// Memory for an atomic instruction; null with cpu.fault set. lr reads, all others write.
uint8_t* atomic_memory(Cpu& cpu, uint64_t address, unsigned size, Access access);

/// The same for registers: writes what `change` makes of the value before, which is left in
/// cpu.result, with nothing between the two accesses. False with cpu.fault set.
using Change = uint64_t (*)(uint64_t old, uint64_t operand);
bool change_registers(Cpu& cpu, uint64_t address, unsigned size, Change change, uint64_t operand);

/// Where the instruction at `pc` is; null with cpu.fault set. `is_whole_page` in the answer says
/// whether all of the page may be fetched.
struct FetchPage {
  const uint8_t* host = nullptr;  ///< of `pc` itself
  uint64_t physical = 0;
  bool is_whole_page = false;
};
FetchPage fetch_page(Cpu& cpu, uint64_t pc);

}  // namespace vm::riscv
