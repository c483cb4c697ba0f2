// SPDX-License-Identifier: Apache-2.0
//
// Zicbom and Zicboz: unprivileged spec 20240411, chapter 19. There is no cache that the guest could
// see, so that managing it only checks that it may.

#include "vm/riscv/execute.h"

namespace vm::riscv {
namespace {

/// Whether the environment configurations of the modes above allow it (19.4.1).
bool is_enabled(const Cpu& cpu, uint64_t field) {
  const api::RiscvHartState& state = cpu.state;
  if (state.privilege < kMachine && !(state.menvcfg & field)) return false;
  return state.privilege != kUser || (state.senvcfg & field);
}

/// Faults are those of a store, even where loading would do (19.3).
const Insn* manage(Cpu& cpu, const Insn* insn, uint64_t field) {
  if (!is_enabled(cpu, field)) return raise_illegal(cpu, insn);
  // Finds memory, and reads none: devices would notice.
  const uint64_t address = rs1(cpu, insn) & ~uint64_t{7};
  if (atomic_memory(cpu, address, 8, Access::Read)) return leave_after_block(cpu);
  const bool is_page_fault = cpu.fault.cause == Exception::LoadPage;
  const Exception cause = is_page_fault ? Exception::StorePage : Exception::StoreAccess;
  return raise(cpu, insn, cause, rs1(cpu, insn));
}

}  // namespace

const Insn* exec_cbo_inval(Cpu& cpu, const Insn* insn) {
  return manage(cpu, insn, kEnvCbie);
}

const Insn* exec_cbo_clean(Cpu& cpu, const Insn* insn) {
  return manage(cpu, insn, kEnvCbcfe);
}

const Insn* exec_cbo_flush(Cpu& cpu, const Insn* insn) {
  return manage(cpu, insn, kEnvCbcfe);
}

const Insn* exec_cbo_zero(Cpu& cpu, const Insn* insn) {
  if (!is_enabled(cpu, kEnvCbze)) return raise_illegal(cpu, insn);
  const uint64_t address = rs1(cpu, insn);
  const uint64_t first = address & ~uint64_t{kCacheBlockSize - 1};
  for (unsigned offset = 0; offset < kCacheBlockSize; offset += 8) {
    if (!store_slow(cpu, first + offset, 8, 0)) return raise(cpu, insn, cpu.fault.cause, address);
  }
  return leave_after_block(cpu);
}

}  // namespace vm::riscv
