// SPDX-License-Identifier: Apache-2.0
//
// Physical memory as the hart sees it, and what the TLB does not serve.

#include "vm/riscv/mmu.h"

#include <algorithm>
#include <cstring>

#include "vm/memory/flat_view.h"
#include "vm/riscv/cpu.h"
#include "vm/riscv/machine_lock.h"
#include "vm/riscv/trigger.h"

namespace vm::riscv {
namespace {

Exception access_exception(Access access) {
  switch (access) {
    case Access::Read: return Exception::LoadAccess;
    case Access::Write: return Exception::StoreAccess;
    case Access::Fetch: return Exception::InstructionAccess;
  }
  return Exception::LoadAccess;
}

bool fail_access(Cpu& cpu, uint64_t address, Access access) {
  cpu.fault = {access_exception(access), address};
  return false;
}

bool is_page_within(const FlatRange& range, uint64_t page) {
  return page >= range.first && page + kPageOffset <= range.last;
}

bool is_same_page(uint64_t first, uint64_t last) {
  return ((first ^ last) & ~kPageOffset) == 0;
}

bool is_watched(const Watchpoint& watchpoint, uint64_t first, uint64_t last) {
  return watchpoint.first <= last && first <= watchpoint.last;
}

/// Accesses to a page some of which is watched are looked at one by one.
bool is_page_watched(const Cpu& cpu, uint64_t page) {
  const auto is_within = [&](const Watchpoint& each) {
    return is_watched(each, page, page + kPageOffset);
  };
  return std::any_of(cpu.watchpoints.begin(), cpu.watchpoints.end(), is_within) ||
         is_page_triggered(cpu, page);
}

/// Whether a trigger of the guest's raises an exception before this access.
bool raise_if_triggered(Cpu& cpu, uint64_t address, unsigned size, Access access) {
  const bool is_store = access == Access::Write;
  if (!is_access_triggered(cpu, address, size, is_store)) return false;
  mark_access_trigger(cpu, address, size, is_store);
  cpu.fault = {Exception::Breakpoint, address};
  return true;
}

/// Whether the hart is to stop before this access.
bool stop_if_watched(Cpu& cpu, uint64_t address, unsigned size, Access access) {
  if (cpu.unwatched && cpu.block == cpu.unwatched) return false;
  const bool is_store = access == Access::Write;
  for (const Watchpoint& each : cpu.watchpoints) {
    const bool is_meant = is_store ? each.on_store : each.on_load;
    if (!is_meant || !is_watched(each, address, address + size - 1)) continue;
    cpu.watch_hit = {std::max(each.first, address), is_store};
    cpu.stop = StopReason::Watchpoint;
    return true;
  }
  return false;
}

/// Remembers that `page` is `physical_page`, for the accesses that need no further checks.
void fill(Cpu& cpu, uint64_t page, uint64_t physical_page, const FlatRange& range, Access access) {
  if (!range.host || !is_page_within(range, physical_page)) return;
  if (!cpu.pmp.is_uniform(physical_page) || is_page_watched(cpu, page)) return;
  const bool is_write = access == Access::Write;
  if (is_write && range.readonly) return;

  TlbEntry& entry = cpu.tlb[Mmu::index_of(page)];
  const uint64_t addend = reinterpret_cast<uint64_t>(range.host_at(physical_page)) - page;
  if (entry.addend != addend) entry = {kNoPage, kNoPage, addend, 0};
  (is_write ? entry.write_page : entry.read_page) = page;
}

/// Translates and checks an access within one page. The range is where it goes to.
const FlatRange* reach(Cpu& cpu, uint64_t address, unsigned size, Access access) {
  if (!translate(cpu, address, access)) return nullptr;
  const uint64_t physical = cpu.result;
  const FlatRange* range = range_at(cpu, physical);
  const bool is_inside = range && physical + size - 1 <= range->last;
  if (!is_inside || !cpu.pmp.allows(physical, size, access, cpu.data_privilege())) {
    fail_access(cpu, address, access);
    return nullptr;
  }
  if (!cpu.watchpoints.empty() && stop_if_watched(cpu, address, size, access)) return nullptr;
  if (cpu.has_triggers && raise_if_triggered(cpu, address, size, access)) return nullptr;
  fill(cpu, address & ~kPageOffset, physical & ~kPageOffset, *range, access);
  cpu.result = physical;
  return range;
}

/// Bytewise, for what crosses a page or is not in memory as a whole. All bytes are reached before
/// the first is stored.
bool load_bytes(Cpu& cpu, uint64_t address, unsigned size) {
  uint64_t value = 0;
  for (unsigned i = 0; i < size; ++i) {
    if (!load_slow(cpu, cpu.canonical(address + i), 1)) return false;
    value |= cpu.result << (8 * i);
  }
  cpu.result = value;
  return true;
}

bool store_bytes(Cpu& cpu, uint64_t address, unsigned size, uint64_t value) {
  for (unsigned i = 0; i < size; ++i) {
    if (!reach(cpu, cpu.canonical(address + i), 1, Access::Write)) return false;
  }
  for (unsigned i = 0; i < size; ++i) {
    if (!store_slow(cpu, cpu.canonical(address + i), 1, value >> (8 * i))) return false;
  }
  return true;
}

}  // namespace

void Mmu::flush() {
  for (auto& entries : data)
    entries.fill({});
  for (auto& entries : fetch)
    entries.fill({});
  large_first = ~uint64_t{0};
  large_last = 0;
}

void Mmu::flush_page(uint64_t address) {
  if (address >= large_first && address <= large_last) return flush();
  const uint64_t page = address & ~kPageOffset;
  for (auto& entries : data)
    entries[index_of(page)] = {};
  for (auto& entries : fetch)
    entries[(page >> kPageShift) % kFetchEntries] = {};
}

const FlatRange* range_at(Cpu& cpu, uint64_t address) {
  const FlatRange* range = cpu.mmu.last_range;
  if (range && address >= range->first && address <= range->last) return range;
  range = cpu.memory ? cpu.memory->find(address) : nullptr;
  if (range) cpu.mmu.last_range = range;
  return range;
}

bool load_slow(Cpu& cpu, uint64_t address, unsigned size) {
  address = cpu.canonical(address);
  if (!is_same_page(address, address + size - 1)) return load_bytes(cpu, address, size);
  const FlatRange* range = reach(cpu, address, size, Access::Read);
  if (!range) return false;
  const uint64_t physical = cpu.result;
  if (range->host) {
    uint64_t value = 0;
    std::memcpy(&value, range->host_at(physical), size);
    cpu.result = value;
    return true;
  }
  // Registers are only accessed as a whole.
  if (physical % size != 0) return fail_access(cpu, address, Access::Read);
  const MachineLock lock(cpu);
  const uint64_t offset = range->offset + (physical - range->first);
  const uint64_t value = range->handler->mmio_read(range->region, offset, size);
  cpu.result = size == 8 ? value : value & ((uint64_t{1} << (8 * size)) - 1);
  return true;
}

bool store_slow(Cpu& cpu, uint64_t address, unsigned size, uint64_t value) {
  address = cpu.canonical(address);
  if (!is_same_page(address, address + size - 1)) return store_bytes(cpu, address, size, value);
  const FlatRange* range = reach(cpu, address, size, Access::Write);
  if (!range) return false;
  const uint64_t physical = cpu.result;
  if (!range->handler) {
    if (!range->readonly) std::memcpy(range->host_at(physical), &value, size);
    return true;
  }
  if (physical % size != 0) return fail_access(cpu, address, Access::Write);
  if (size < 8) value &= (uint64_t{1} << (8 * size)) - 1;
  const MachineLock lock(cpu);
  const uint64_t offset = range->offset + (physical - range->first);
  range->handler->mmio_write(range->region, offset, value, size);
  return true;
}

uint8_t* atomic_memory(Cpu& cpu, uint64_t address, unsigned size, Access access) {
  address = cpu.canonical(address);
  const bool is_write = access == Access::Write;
  if (address % size != 0) {
    cpu.fault = {is_write ? Exception::StoreMisaligned : Exception::LoadMisaligned, address};
    return nullptr;
  }
  uint64_t TlbEntry::*const page = is_write ? &TlbEntry::write_page : &TlbEntry::read_page;
  const TlbEntry& entry = cpu.tlb[Mmu::index_of(address)];
  if (entry.*page == (address & ~kPageOffset)) {
    return host_memory(entry, address);
  }
  const FlatRange* range = reach(cpu, address, size, access);
  if (!range) return nullptr;
  // ROM has no atomic operations, and registers have only AMOs (PMA AMONone and RsrvNone, 3.6.3).
  if (!range->host || (is_write && range->readonly)) {
    fail_access(cpu, address, access);
    return nullptr;
  }
  return range->host_at(cpu.result);
}

bool change_registers(Cpu& cpu, uint64_t address, unsigned size, Change change, uint64_t operand) {
  address = cpu.canonical(address);
  if (address % size != 0) {
    cpu.fault = {Exception::StoreMisaligned, address};
    return false;
  }
  const FlatRange* const reached = reach(cpu, address, size, Access::Write);
  if (!reached) return false;
  if (reached->host) return fail_access(cpu, address, Access::Write);
  const FlatRange range = *reached;  // reading may change the map
  const MachineLock lock(cpu);
  const uint64_t offset = range.offset + (cpu.result - range.first);
  const uint64_t old = range.handler->mmio_read(range.region, offset, size);
  range.handler->mmio_write(range.region, offset, change(old, operand), size);
  cpu.result = old;
  return true;
}

FetchPage fetch_page(Cpu& cpu, uint64_t pc) {
  const uint64_t page = pc & ~kPageOffset;
  const uint64_t offset = pc & kPageOffset;
  const unsigned context = std::min<unsigned>(cpu.state.privilege, 2);
  FetchEntry& entry = cpu.mmu.fetch[context][(page >> kPageShift) % Mmu::kFetchEntries];
  if (entry.page == page) return {entry.host + offset, entry.physical + offset, true};

  if (!translate(cpu, pc, Access::Fetch)) return {};
  const uint64_t physical = cpu.result;
  const FlatRange* range = range_at(cpu, physical);
  // Instructions come from memory only, and in halfwords.
  if (!range || !range->host || physical + 1 > range->last ||
      !cpu.pmp.allows(physical, 2, Access::Fetch, cpu.state.privilege)) {
    fail_access(cpu, pc, Access::Fetch);
    return {};
  }
  const uint64_t physical_page = physical & ~kPageOffset;
  const bool is_whole = is_page_within(*range, physical_page) && cpu.pmp.is_uniform(physical_page);
  if (is_whole) entry = {page, physical_page, range->host_at(physical_page)};
  return {range->host_at(physical), physical, is_whole};
}

}  // namespace vm::riscv
