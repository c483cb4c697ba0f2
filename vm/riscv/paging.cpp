// SPDX-License-Identifier: Apache-2.0
//
// The page-table walk: privileged spec 20240411, 10.3.2 (Sv32), 10.4 (Sv39), 10.5 (Sv48), 10.6
// (Sv57), chapter 11 (Svnapot) and 12 (Svadu).

#include <algorithm>
#include <atomic>

#include "vm/memory/flat_view.h"
#include "vm/riscv/cpu.h"

namespace vm::riscv {
namespace {

constexpr uint64_t kValid = 1 << 0;
constexpr uint64_t kReadable = 1 << 1;
constexpr uint64_t kWritable = 1 << 2;
constexpr uint64_t kExecutable = 1 << 3;
constexpr uint64_t kUserPage = 1 << 4;
constexpr uint64_t kAccessed = 1 << 6;
constexpr uint64_t kDirty = 1 << 7;
constexpr uint64_t kNapot = uint64_t{1} << 63;
constexpr uint64_t kReserved64 = uint64_t{0x3ff} << 54;

/// The shape of a page table.
struct PagingMode {
  unsigned levels;
  unsigned bits_per_level;
  unsigned pte_size;
};

constexpr PagingMode kSv32{2, 10, 4};
constexpr PagingMode kSv39{3, 9, 8};
constexpr PagingMode kSv48{4, 9, 8};
constexpr PagingMode kSv57{5, 9, 8};

struct Walk {
  uint64_t address = 0;
  Access access = Access::Read;
  uint8_t privilege = 0;
  bool is_inspection = false;  ///< by a debugger, which leaves no trace and needs no permission
};

/// Null for bare addresses.
const PagingMode* paging_mode(const Cpu& cpu) {
  if (cpu.pc_shift != 0) return cpu.state.satp >> 31 & 1 ? &kSv32 : nullptr;
  switch (cpu.state.satp >> 60) {
    case 8: return &kSv39;
    case 9: return &kSv48;
    case 10: return &kSv57;
    default: return nullptr;
  }
}

uint64_t root_table(const Cpu& cpu) {
  const unsigned ppn_bits = cpu.pc_shift != 0 ? 22 : 44;
  return (cpu.state.satp & ((uint64_t{1} << ppn_bits) - 1)) << kPageShift;
}

/// 10.4.1: bits above the highest one translated are copies of it.
bool is_canonical(const PagingMode& mode, uint64_t address) {
  if (mode.pte_size == 4) return true;
  const unsigned unused = 64 - (kPageShift + mode.levels * mode.bits_per_level);
  return static_cast<uint64_t>(static_cast<int64_t>(address << unused) >> unused) == address;
}

bool fail_page(Cpu& cpu, const Walk& walk) {
  switch (walk.access) {
    case Access::Read: cpu.fault = {Exception::LoadPage, walk.address}; break;
    case Access::Write: cpu.fault = {Exception::StorePage, walk.address}; break;
    case Access::Fetch: cpu.fault = {Exception::InstructionPage, walk.address}; break;
  }
  return false;
}

/// A page table that is not in memory is an access fault of the kind of the original access.
bool fail_table(Cpu& cpu, const Walk& walk) {
  switch (walk.access) {
    case Access::Read: cpu.fault = {Exception::LoadAccess, walk.address}; break;
    case Access::Write: cpu.fault = {Exception::StoreAccess, walk.address}; break;
    case Access::Fetch: cpu.fault = {Exception::InstructionAccess, walk.address}; break;
  }
  return false;
}

/// Host memory of the entry, or null. Tables are accessed as by supervisor mode (3.7.1).
uint8_t* entry_memory(Cpu& cpu, uint64_t physical, unsigned size, Access access) {
  const FlatRange* range = range_at(cpu, physical);
  if (!range || !range->host || physical + size - 1 > range->last) return nullptr;
  if (access == Access::Write && range->readonly) return nullptr;
  if (!cpu.pmp.allows(physical, size, access, kSupervisor)) return nullptr;
  return range->host_at(physical);
}

template <typename Word>
uint64_t read_entry(uint8_t* host) {
  return std::atomic_ref<Word>(*reinterpret_cast<Word*>(host)).load(std::memory_order_relaxed);
}

template <typename Word>
bool replace_entry(uint8_t* host, uint64_t expected, uint64_t desired) {
  auto old = static_cast<Word>(expected);
  return std::atomic_ref<Word>(*reinterpret_cast<Word*>(host))
      .compare_exchange_strong(old, static_cast<Word>(desired));
}

/// 10.3.2, step 6.
bool permits(const Cpu& cpu, uint64_t pte, const Walk& walk) {
  if (walk.is_inspection) return true;
  const uint64_t status = cpu.state.mstatus;
  if (pte & kUserPage) {
    const bool may_touch = walk.access != Access::Fetch && (status & kStatusSum);
    if (walk.privilege == kSupervisor && !may_touch) return false;
  } else if (walk.privilege == kUser) {
    return false;
  }
  switch (walk.access) {
    case Access::Read: return (pte & kReadable) || ((status & kStatusMxr) && (pte & kExecutable));
    case Access::Write: return (pte & kWritable) != 0;
    case Access::Fetch: return (pte & kExecutable) != 0;
  }
  return false;
}

/// Whether the hart sets A and D by itself, or raises a page fault for software to do it.
bool updates_accessed(const Cpu& cpu) {
  if (cpu.config.isa.has(Extension::Svadu)) return cpu.state.menvcfg & kEnvAdue;
  return !cpu.config.isa.has(Extension::Svade);
}

bool is_reserved(const Cpu& cpu, const PagingMode& mode, uint64_t pte) {
  if (!(pte & kReadable) && (pte & kWritable)) return true;
  if (mode.pte_size == 4) return false;
  const uint64_t known = cpu.config.isa.has(Extension::Svnapot) ? kNapot : 0;
  return (pte & kReserved64 & ~known) != 0;
}

uint64_t page_number(const PagingMode& mode, uint64_t pte) {
  return mode.pte_size == 4 ? pte >> 10 : pte << 10 >> 20;
}

/// The physical address that a leaf at `level` gives. False if the leaf is malformed.
bool leaf_address(
    Cpu& cpu,
    const PagingMode& mode,
    uint64_t pte,
    unsigned level,
    uint64_t address
) {
  uint64_t number = page_number(mode, pte);
  unsigned size_bits = kPageShift + level * mode.bits_per_level;
  if (pte & kNapot && mode.pte_size == 8) {
    // Chapter 11: only 64 KiB, marked by a page number that ends in 1000.
    if (level != 0 || (number & 15) != 8) return false;
    number &= ~uint64_t{15};
    size_bits = 16;
  }
  const uint64_t offset_mask = (uint64_t{1} << size_bits) - 1;
  const uint64_t base = number << kPageShift;
  if (base & offset_mask) return false;
  if (size_bits > kPageShift) {
    cpu.mmu.large_first = std::min(cpu.mmu.large_first, address & ~offset_mask);
    cpu.mmu.large_last = std::max(cpu.mmu.large_last, address | offset_mask);
  }
  cpu.result = base | (address & offset_mask);
  return true;
}

/// What one look at the tables gave.
enum class WalkStep {
  Done,
  Failed,
  ChangedMeanwhile,
};

/// Sets A, and D for a write.
WalkStep update_entry(Cpu& cpu, const Walk& walk, uint64_t physical, unsigned size, uint64_t pte) {
  const uint64_t wanted = pte | kAccessed | (walk.access == Access::Write ? kDirty : 0);
  if (wanted == pte || walk.is_inspection) return WalkStep::Done;
  if (!updates_accessed(cpu)) {
    fail_page(cpu, walk);
    return WalkStep::Failed;
  }
  uint8_t* host = entry_memory(cpu, physical, size, Access::Write);
  if (!host) {
    fail_table(cpu, walk);
    return WalkStep::Failed;
  }
  const bool replaced = size == 4 ? replace_entry<uint32_t>(host, pte, wanted)
                                  : replace_entry<uint64_t>(host, pte, wanted);
  return replaced ? WalkStep::Done : WalkStep::ChangedMeanwhile;
}

WalkStep walk_tables(Cpu& cpu, const PagingMode& mode, const Walk& walk) {
  uint64_t table = root_table(cpu);
  for (unsigned level = mode.levels; level-- > 0;) {
    const unsigned shift = kPageShift + level * mode.bits_per_level;
    const uint64_t index = walk.address >> shift & ((1u << mode.bits_per_level) - 1);
    const uint64_t physical = table + index * mode.pte_size;
    uint8_t* host = entry_memory(cpu, physical, mode.pte_size, Access::Read);
    if (!host) {
      fail_table(cpu, walk);
      return WalkStep::Failed;
    }
    const uint64_t pte =
        mode.pte_size == 4 ? read_entry<uint32_t>(host) : read_entry<uint64_t>(host);
    const bool is_leaf = pte & (kReadable | kExecutable);
    const bool is_well_formed = (pte & kValid) && !is_reserved(cpu, mode, pte) &&
                                (is_leaf || !(pte & (kUserPage | kAccessed | kDirty | kNapot)));
    if (!is_well_formed || (is_leaf && !permits(cpu, pte, walk))) break;
    if (!is_leaf) {
      table = page_number(mode, pte) << kPageShift;
      continue;
    }
    if (!leaf_address(cpu, mode, pte, level, walk.address)) break;
    return update_entry(cpu, walk, physical, mode.pte_size, pte);
  }
  fail_page(cpu, walk);
  return WalkStep::Failed;
}

bool translate_for(Cpu& cpu, const Walk& walk) {
  const PagingMode* mode = walk.privilege == kMachine ? nullptr : paging_mode(cpu);
  if (!mode) {
    // A 32-bit hart's addresses are held sign-extended.
    cpu.result = cpu.pc_shift == 0 ? walk.address : walk.address & 0xffff'ffff;
    return true;
  }
  if (!is_canonical(*mode, walk.address)) return fail_page(cpu, walk);
  WalkStep step = WalkStep::ChangedMeanwhile;
  while (step == WalkStep::ChangedMeanwhile)
    step = walk_tables(cpu, *mode, walk);
  return step == WalkStep::Done;
}

}  // namespace

bool translate(Cpu& cpu, uint64_t address, Access access) {
  const uint8_t privilege = access == Access::Fetch ? cpu.state.privilege : cpu.data_privilege();
  return translate_for(cpu, {address, access, privilege});
}

bool inspect_translation(Cpu& cpu, uint64_t address) {
  constexpr bool kIsInspection = true;
  return translate_for(cpu, {address, Access::Read, cpu.data_privilege(), kIsInspection});
}

}  // namespace vm::riscv
