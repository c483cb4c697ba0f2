// SPDX-License-Identifier: Apache-2.0
//
// Access to CSRs: whether it is legal, then reading, then writing. A number that neither reader nor
// writer knows does not exist and traps: software finds out what there is by trying.

#include "vm/riscv/csr.h"

#include <atomic>

#include "vm/riscv/aia.h"
#include "vm/riscv/csr_parts.h"
#include "vm/riscv/fp/flags.h"
#include "vm/riscv/trigger.h"

namespace vm::riscv {
namespace {

bool is_counter(unsigned number) {
  return is_between(number, kCsrCycle, kCsrHpmcounter31) ||
         is_between(number, kCsrCycleh, kCsrHpmcounter31h);
}

/// 10.1.5 and 3.1.11: each mode lets the one below see a counter.
bool may_read_counter(const Cpu& cpu, unsigned number) {
  const unsigned index = number & 31;
  const api::RiscvHartState& state = cpu.state;
  if (state.privilege < kMachine && !(state.mcounteren >> index & 1)) return false;
  if (state.privilege != kUser || !cpu.config.has_supervisor) return true;
  return (state.scounteren >> index & 1) != 0;
}

/// Sstc, chapter 15: supervisor mode needs menvcfg.STCE and mcounteren.TM.
bool may_access_stimecmp(const Cpu& cpu) {
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

/// What depends on how the hart was made. A number beyond is known to the reader or not.
bool may_exist(const Cpu& cpu, unsigned number) {
  const Isa& isa = cpu.config.isa;
  if (!is_rv32(cpu) && is_high_half(number)) return false;
  if (!cpu.config.has_supervisor && is_for_supervisor(number)) return false;
  if (is_between(number, kCsrFflags, kCsrFcsr)) return isa.has(Extension::F);
  if (is_counter(number)) return isa.has((number & 31) < 3 ? Extension::Zicntr : Extension::Zihpm);
  if (number == kCsrStimecmp || number == kCsrStimecmph) return isa.has(Extension::Sstc);
  if (is_trigger_csr(number)) return isa.has(Extension::Sdtrig);
  if (is_aia_csr(number)) return may_have_aia_csr(cpu, number);
  return true;
}

bool is_legal(const Cpu& cpu, const CsrAccess& access) {
  const unsigned number = access.number;
  const api::RiscvHartState& state = cpu.state;
  if (!may_exist(cpu, number)) return false;
  // 2.1: the number itself says who may access it, and whether it can be written.
  if (state.privilege < (number >> 8 & 3)) return false;
  if (access.writes && number >> 10 == 3) return false;

  if (is_between(number, kCsrFflags, kCsrFcsr)) return (state.mstatus & kStatusFs) != 0;
  if (is_counter(number)) return may_read_counter(cpu, number);
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

constexpr uint64_t kSupervisorSoftwareBit = uint64_t{1} << kSupervisorSoftware;

/// An edge on the line of SSIP is held with the lines, where other threads put it. It becomes the
/// bit that software has set before software changes that: one that comes later is not lost.
void take_edge(Cpu& cpu, unsigned number) {
  if (number != kCsrSip && number != kCsrMip && number != kCsrMvip) return;
  std::atomic_ref<uint64_t> lines(cpu.state.interrupt_lines);
  if ((lines.load(std::memory_order_relaxed) & kSupervisorSoftwareBit) == 0) return;
  cpu.state.software_interrupts |=
      lines.fetch_and(~kSupervisorSoftwareBit) & kSupervisorSoftwareBit;
}

}  // namespace

bool access_csr(Cpu& cpu, const CsrAccess& access) {
  if (!is_legal(cpu, access)) return false;
  if (access.writes) take_edge(cpu, access.number);
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

std::optional<uint64_t> inspect_csr(Cpu& cpu, unsigned number) {
  if (!may_exist(cpu, number)) return std::nullopt;
  uint64_t value = 0;
  discard_float_flags();  // those of whoever asks
  cpu.is_inspected = true;
  const bool is_there = read_csr(cpu, number, value);
  cpu.is_inspected = false;
  if (!is_there) return std::nullopt;
  return cpu.canonical(value);
}

bool change_csr(Cpu& cpu, unsigned number, uint64_t value) {
  const bool is_read_only = number >> 10 == 3;  // 2.1
  if (is_read_only || !may_exist(cpu, number)) return false;
  take_edge(cpu, number);
  cpu.is_inspected = true;
  const bool is_written = write_csr(cpu, number, cpu.canonical(value));
  cpu.is_inspected = false;
  return is_written;
}

void reset_csrs(Cpu& cpu) {
  const uint64_t lines = cpu.state.interrupt_lines;
  cpu.state = {};
  cpu.state.interrupt_lines = lines & ~kSupervisorSoftwareBit;
  cpu.state.privilege = kMachine;
  reset_triggers(cpu);
  if (!is_rv32(cpu)) cpu.state.mstatus = kStatusXl64;
}

}  // namespace vm::riscv
