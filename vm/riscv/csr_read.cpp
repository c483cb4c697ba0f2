// SPDX-License-Identifier: Apache-2.0
//
// Reading CSRs.

#include "vm/riscv/aia.h"
#include "vm/riscv/csr_parts.h"
#include "vm/riscv/fp/flags.h"
#include "vm/riscv/trigger.h"

namespace vm::riscv {
namespace {

uint64_t high_half(uint64_t value) {
  return static_cast<uint64_t>(static_cast<int64_t>(value) >> 32);
}

/// The letters of what is there (3.1.1).
uint64_t read_misa(const Cpu& cpu) {
  const Isa& isa = cpu.config.isa;
  const auto bit = [](char letter) { return uint64_t{1} << (letter - 'a'); };
  uint64_t value = bit('u');
  if (cpu.config.has_supervisor) value |= bit('s');
  if (isa.has_all(kBitManipulation)) value |= bit('b');
  for (Extension extension : extensions_of(isa)) {
    const std::string_view name = to_string(extension);
    if (name.size() == 1) value |= bit(name.front());
  }
  const uint64_t width = is_rv32(cpu) ? 1 : 2;
  return cpu.canonical(value | width << (62 - cpu.pc_shift));
}

/// SD says in the highest bit that something is dirty (3.1.6.6).
uint64_t with_dirty_summary(const Cpu& cpu, uint64_t status) {
  const bool is_dirty = (status & kStatusFs) == kStatusFs;
  if (is_rv32(cpu)) return cpu.canonical((status & 0x7fff'ffff) | uint64_t{is_dirty} << 31);
  return status | uint64_t{is_dirty} << 63;
}

/// An address of an instruction; without C its bit 1 is masked on reading (3.1.14).
uint64_t read_epc(const Cpu& cpu, uint64_t value) {
  return cpu.config.isa.has(Extension::C) ? value : value & ~uint64_t{2};
}

bool read_pmp(const Cpu& cpu, unsigned number, uint64_t& value) {
  if (is_between(number, kCsrPmpaddr0, kCsrPmpaddr15)) {
    value = cpu.state.pmpaddr[number - kCsrPmpaddr0];
    return true;
  }
  const unsigned first = (number - kCsrPmpcfg0) * 4;
  const unsigned count = is_rv32(cpu) ? 4 : 8;
  if (first % count != 0) return false;  // odd ones do not exist on RV64
  value = 0;
  for (unsigned i = 0; i < count; ++i)
    value |= uint64_t{cpu.state.pmpcfg[first + i]} << (8 * i);
  return true;
}

bool read_float(Cpu& cpu, unsigned number, uint64_t& value) {
  collect_float_flags(cpu);
  const uint64_t flags = cpu.state.fflags;
  const uint64_t mode = cpu.state.frm;
  if (number == kCsrFflags) value = flags;
  if (number == kCsrFrm) value = mode;
  if (number == kCsrFcsr) value = mode << 5 | flags;
  return true;
}

bool read_supervisor(const Cpu& cpu, unsigned number, uint64_t& value) {
  const api::RiscvHartState& state = cpu.state;
  switch (number) {
    case kCsrSstatus:
      value = with_dirty_summary(cpu, state.mstatus & (kSstatusWritable | kStatusUxl));
      return true;
    case kCsrSie: value = state.mie & state.mideleg; return true;
    case kCsrSip: value = cpu.pending_interrupts() & state.mideleg; return true;
    case kCsrStvec: value = state.stvec; return true;
    case kCsrScounteren: value = state.scounteren; return true;
    case kCsrSenvcfg: value = state.senvcfg; return true;
    case kCsrSscratch: value = state.sscratch; return true;
    case kCsrSepc: value = read_epc(cpu, state.sepc); return true;
    case kCsrScause: value = state.scause; return true;
    case kCsrStval: value = state.stval; return true;
    case kCsrStimecmp: value = state.stimecmp; return true;
    case kCsrStimecmph: value = high_half(state.stimecmp); return true;
    case kCsrSatp: value = state.satp; return true;
    default: return false;
  }
}

bool read_machine(const Cpu& cpu, unsigned number, uint64_t& value) {
  const api::RiscvHartState& state = cpu.state;
  switch (number) {
    case kCsrMstatus: value = with_dirty_summary(cpu, state.mstatus); return true;
    case kCsrMstatush: value = high_half(state.mstatus); return true;
    case kCsrMisa: value = read_misa(cpu); return true;
    case kCsrMedeleg: value = state.medeleg; return true;
    case kCsrMideleg: value = state.mideleg; return true;
    case kCsrMie: value = state.mie; return true;
    case kCsrMip: value = cpu.pending_interrupts(); return true;
    case kCsrMtvec: value = state.mtvec; return true;
    case kCsrMcounteren: value = state.mcounteren; return true;
    case kCsrMcountinhibit: value = state.mcountinhibit; return true;
    case kCsrMenvcfg: value = state.menvcfg; return true;
    case kCsrMenvcfgh: value = high_half(state.menvcfg); return true;
    case kCsrMscratch: value = state.mscratch; return true;
    case kCsrMepc: value = read_epc(cpu, state.mepc); return true;
    case kCsrMcause: value = state.mcause; return true;
    case kCsrMtval: value = state.mtval; return true;
    case kCsrMhartid: value = cpu.config.hartid; return true;
    case kCsrMvendorid:
    case kCsrMarchid:
    case kCsrMimpid:
    case kCsrMconfigptr: value = 0; return true;
    default: return false;
  }
}

bool read_counters(Cpu& cpu, unsigned number, uint64_t& value) {
  switch (number) {
    case kCsrCycle:
    case kCsrMcycle: value = read_counter(cpu, 0); return true;
    case kCsrInstret:
    case kCsrMinstret: value = read_counter(cpu, 2); return true;
    case kCsrTime: value = read_time(cpu); return true;
    case kCsrCycleh:
    case kCsrMcycleh: value = high_half(read_counter(cpu, 0)); return true;
    case kCsrInstreth:
    case kCsrMinstreth: value = high_half(read_counter(cpu, 2)); return true;
    case kCsrTimeh: value = high_half(read_time(cpu)); return true;
    default: value = 0; return is_always_zero(number);
  }
}

}  // namespace

/// Event counters that count nothing (3.1.10).
bool is_always_zero(unsigned number) {
  return is_between(number, kCsrMhpmevent3, kCsrMhpmevent31) ||
         is_between(number, kCsrMhpmcounter3, kCsrMhpmcounter31) ||
         is_between(number, kCsrMhpmcounter3h, kCsrMhpmcounter31h) ||
         is_between(number, kCsrHpmcounter3, kCsrHpmcounter31) ||
         is_between(number, kCsrHpmcounter3h, kCsrHpmcounter31h);
}

/// The instruction that reads has been counted when its block was entered; it must not be seen.
uint64_t read_counter(Cpu& cpu, unsigned index) {
  cpu.sync_counters();
  const uint64_t value = index == 0 ? cpu.state.mcycle : cpu.state.minstret;
  const bool stands_still = cpu.state.mcountinhibit >> index & 1;
  return stands_still || cpu.is_inspected ? value : value - 1;
}

/// Harvests, so that device code and the clock cannot be taken for the guest's arithmetic.
uint64_t read_time(Cpu& cpu) {
  collect_float_flags(cpu);
  const uint64_t time = cpu.environment.time();
  discard_float_flags();
  return time;
}

bool read_csr(Cpu& cpu, unsigned number, uint64_t& value) {
  if (is_between(number, kCsrFflags, kCsrFcsr)) return read_float(cpu, number, value);
  if (is_between(number, kCsrPmpcfg0, kCsrPmpcfg3) ||
      is_between(number, kCsrPmpaddr0, kCsrPmpaddr15)) {
    return read_pmp(cpu, number, value);
  }
  if (is_trigger_csr(number)) return read_trigger_csr(cpu, number, value);
  if (is_aia_csr(number)) return read_aia_csr(cpu, number, value);
  return read_supervisor(cpu, number, value) || read_machine(cpu, number, value) ||
         read_counters(cpu, number, value);
}

}  // namespace vm::riscv
