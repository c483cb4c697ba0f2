// SPDX-License-Identifier: Apache-2.0
//
// Access to CSRs: whether it is legal, then reading, then writing. A number that neither reader nor
// writer knows does not exist and traps: software finds out what there is by trying.

#include "vm/riscv/csr.h"

#include "vm/riscv/csr_parts.h"

namespace vm::riscv {
namespace {

/// 10.1.5 and 3.1.11: each mode lets the one below see a counter.
bool may_read_counter(const Cpu& cpu, unsigned number) {
  const unsigned index = number & 31;
  const Extension extension = index < 3 ? Extension::Zicntr : Extension::Zihpm;
  if (!cpu.config.isa.has(extension)) return false;
  const api::RiscvHartState& state = cpu.state;
  if (state.privilege < kMachine && !(state.mcounteren >> index & 1)) return false;
  if (state.privilege != kUser || !cpu.config.has_supervisor) return true;
  return (state.scounteren >> index & 1) != 0;
}

/// Sstc, chapter 15: supervisor mode needs menvcfg.STCE and mcounteren.TM.
bool may_access_stimecmp(const Cpu& cpu) {
  if (!cpu.config.isa.has(Extension::Sstc)) return false;
  if (cpu.state.privilege == kMachine) return true;
  return (cpu.state.menvcfg & kEnvStce) && (cpu.state.mcounteren & 2);
}

/// Registers of the upper halves exist on RV32 only.
bool is_high_half(unsigned number) {
  switch (number) {
    case kCsrStimecmph:
    case kCsrMstatush:
    case kCsrMenvcfgh:
    case kCsrMcycleh:
    case kCsrMinstreth:
    case kCsrCycleh:
    case kCsrTimeh:
    case kCsrInstreth: return true;
    default:
      return is_between(number, kCsrMhpmcounter3h, kCsrMhpmcounter31h) ||
             is_between(number, kCsrHpmcounter3h, kCsrHpmcounter31h);
  }
}

/// Where there is no supervisor mode there are none of its registers, and nothing to delegate to it
/// (3.1.8).
bool is_for_supervisor(unsigned number) {
  return (number >> 8 & 3) == kSupervisor || number == kCsrMedeleg || number == kCsrMideleg;
}

bool is_legal(const Cpu& cpu, const CsrAccess& access) {
  const unsigned number = access.number;
  const api::RiscvHartState& state = cpu.state;
  // 2.1: the number itself says who may access it, and whether it can be written.
  if (state.privilege < (number >> 8 & 3)) return false;
  if (access.writes && number >> 10 == 3) return false;
  if (!is_rv32(cpu) && is_high_half(number)) return false;
  if (!cpu.config.has_supervisor && is_for_supervisor(number)) return false;

  if (is_between(number, kCsrFflags, kCsrFcsr)) return (state.mstatus & kStatusFs) != 0;
  if (is_between(number, kCsrCycle, kCsrHpmcounter31)) return may_read_counter(cpu, number);
  if (is_between(number, kCsrCycleh, kCsrHpmcounter31h)) return may_read_counter(cpu, number);
  switch (number) {
    case kCsrSatp: return state.privilege == kMachine || !(state.mstatus & kStatusTvm);
    case kCsrStimecmp:
    case kCsrStimecmph: return may_access_stimecmp(cpu);
    default: return true;
  }
}

uint64_t modified(uint64_t old, const CsrAccess& access) {
  switch (access.operation) {
    case CsrOperation::Write: return access.operand;
    case CsrOperation::Set: return old | access.operand;
    case CsrOperation::Clear: return old & ~access.operand;
  }
  return old;
}

}  // namespace

bool access_csr(Cpu& cpu, const CsrAccess& access) {
  if (!is_legal(cpu, access)) return false;
  uint64_t value = 0;
  if (!read_csr(cpu, access.number, value)) return false;
  const uint64_t old = cpu.canonical(value);
  if (access.writes) {
    // 3.1.9: the level of the SEIP line is read, but does not become the software bit by that.
    const uint64_t base = access.number == kCsrMip ? cpu.state.software_interrupts : old;
    if (!write_csr(cpu, access.number, cpu.canonical(modified(base, access)))) return false;
  }
  cpu.result = old;
  return true;
}

void reset_csrs(Cpu& cpu) {
  const uint64_t lines = cpu.state.interrupt_lines;
  cpu.state = {};
  cpu.state.interrupt_lines = lines;
  cpu.state.privilege = kMachine;
  if (!is_rv32(cpu)) cpu.state.mstatus = kStatusXl64;
}

}  // namespace vm::riscv
