// SPDX-License-Identifier: Apache-2.0
//
// The fast path of loads and stores: memory that the TLB knows. Guest memory is little-endian and
// may be shared with other harts; on the hosts that we run on, plain accesses of up to eight bytes
// that do not cross a cache line are single ones.

#pragma once

#include <bit>
#include <cstdint>
#include <cstring>

#include "vm/riscv/execute.h"

namespace vm::riscv {

static_assert(std::endian::native == std::endian::little, "guest memory is copied as it is");

/// The entry that serves an access of `size` bytes, or null. An access that crosses a page never
/// matches: its last byte is in a page that has another entry.
[[gnu::always_inline]] inline const TlbEntry* serving_entry(
    const Cpu& cpu,
    uint64_t address,
    unsigned size,
    uint64_t TlbEntry::*page
) {
  const TlbEntry& entry = cpu.tlb[Mmu::index_of(address)];
  return entry.*page == ((address + size - 1) & ~kPageOffset) ? &entry : nullptr;
}

// Slow paths are functions of their own, called in tail position: a fast path then needs no stack.

/// Where each instruction counts, what a device has done is looked at behind the one that did it.
inline const Insn* go_on_from_slow(Cpu& cpu, const Insn* insn) {
  if (!cpu.did_io) return go_on(cpu, insn + 1);
  cpu.did_io = false;
  cpu.budget += cpu.block->count - (insn + 1 - cpu.block->insns());
  return leave_to(cpu, cpu.block->pc_of(insn + 1));
}

template <typename Value, typename Write>
[[gnu::noinline]] const Insn* load_slowly(Cpu& cpu, const Insn* insn, uint64_t address) {
  cpu.at = insn;
  const bool is_loaded = load_slow(cpu, address, sizeof(Value));
  cpu.at = nullptr;
  if (!is_loaded) return raise(cpu, insn);
  Write{}(cpu, insn, static_cast<Value>(cpu.result));
  return go_on_from_slow(cpu, insn);
}

template <typename Value>
[[gnu::noinline]] const Insn* store_slowly(
    Cpu& cpu,
    const Insn* insn,
    uint64_t address,
    Value value
) {
  cpu.at = insn;
  const bool is_stored = store_slow(cpu, address, sizeof(Value), value);
  cpu.at = nullptr;
  if (!is_stored) return raise(cpu, insn);
  return go_on_from_slow(cpu, insn);
}

/// The instruction `insn`: loads a Value from rs1 + imm and gives it to Write.
template <typename Value, typename Write>
[[gnu::always_inline]] inline const Insn* load(Cpu& cpu, const Insn* insn) {
  const uint64_t address = rs1(cpu, insn) + imm(insn);
  const TlbEntry* entry = serving_entry(cpu, address, sizeof(Value), &TlbEntry::read_page);
  if (!entry) [[unlikely]]
    return load_slowly<Value, Write>(cpu, insn, address);
  Value value;
  std::memcpy(&value, host_memory(*entry, address), sizeof value);
  Write{}(cpu, insn, value);
  return go_on(cpu, insn + 1);
}

/// The instruction `insn`: stores a Value at rs1 + imm.
template <typename Value>
[[gnu::always_inline]] inline const Insn* store(Cpu& cpu, const Insn* insn, Value value) {
  const uint64_t address = rs1(cpu, insn) + imm(insn);
  const TlbEntry* entry = serving_entry(cpu, address, sizeof(Value), &TlbEntry::write_page);
  if (!entry) [[unlikely]]
    return store_slowly<Value>(cpu, insn, address, value);
  std::memcpy(host_memory(*entry, address), &value, sizeof value);
  return go_on(cpu, insn + 1);
}

}  // namespace vm::riscv
