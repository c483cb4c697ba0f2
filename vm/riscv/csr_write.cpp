// SPDX-License-Identifier: Apache-2.0
//
// Writing CSRs: fields keep what cannot be written, and what depends on them is told.

#include "vm/riscv/aia.h"
#include "vm/riscv/csr_parts.h"
#include "vm/riscv/fp/flags.h"
#include "vm/riscv/trigger.h"

namespace vm::riscv {
namespace {

constexpr uint64_t kMstatusWritable = kSstatusWritable | kStatusMie | kStatusMpie | kStatusMpp |
                                      kStatusMprv | kStatusTvm | kStatusTw | kStatusTsr;

/// 3.1.8: every exception that there is, but for the call from machine mode.
constexpr uint64_t kDelegable = 0xb3ff;

/// 10.1.11.
constexpr unsigned kSatpBare = 0;
constexpr unsigned kSatpSv39 = 8;
constexpr unsigned kSatpSv48 = 9;
constexpr unsigned kSatpSv57 = 10;
constexpr uint64_t kSatpRoot64 = (uint64_t{1} << 44) - 1;
constexpr uint64_t kSatpRoot32 = (uint64_t{1} << 22) - 1;

uint64_t with_low_half(uint64_t old, uint64_t value) {
  return (old & ~uint64_t{0xffff'ffff}) | (value & 0xffff'ffff);
}

uint64_t with_high_half(uint64_t old, uint64_t value) {
  return (old & 0xffff'ffff) | value << 32;
}

uint64_t with_masked(uint64_t old, uint64_t value, uint64_t mask) {
  return (old & ~mask) | (value & mask);
}

/// 2 is none.
bool is_mode(const Cpu& cpu, uint64_t mode) {
  return mode == kSupervisor ? cpu.config.has_supervisor : mode == kUser || mode == kMachine;
}

void write_status(Cpu& cpu, uint64_t value, uint64_t mask) {
  const uint64_t old = cpu.state.mstatus;
  // MPP can hold the modes that there are.
  if (!is_mode(cpu, (value & kStatusMpp) >> kStatusMppShift)) mask &= ~kStatusMpp;
  if (!cpu.config.has_supervisor) mask &= ~kStatusOfSupervisor;
  if (!cpu.config.isa.has(Extension::F)) mask &= ~kStatusFs;
  cpu.state.mstatus = with_masked(old, value, mask);
  // Entries of the TLB have been allowed with the old MXR.
  if ((old ^ cpu.state.mstatus) & kStatusMxr) cpu.flush_translations();
  cpu.update_context();
}

/// WARL: an unsupported mode leaves all of satp as it was (10.1.11).
void write_satp(Cpu& cpu, uint64_t value) {
  if (is_rv32(cpu)) {
    cpu.state.satp = cpu.canonical(value & (uint64_t{1} << 31 | kSatpRoot32));
    return cpu.flush_translations();
  }
  const Isa& isa = cpu.config.isa;
  const auto mode = static_cast<unsigned>(value >> 60);
  const bool is_supported = mode == kSatpBare || mode == kSatpSv39 ||
                            (mode == kSatpSv48 && isa.has(Extension::Sv48)) ||
                            (mode == kSatpSv57 && isa.has(Extension::Sv57));
  if (!is_supported) return;
  // No ASIDs are implemented.
  cpu.state.satp = uint64_t{mode} << 60 | (value & kSatpRoot64);
  cpu.flush_translations();
}

uint64_t legal_tvec(uint64_t value) {
  return value & ~uint64_t{2};
}

uint64_t writable_menvcfg(const Isa& isa) {
  uint64_t mask = kEnvFiom;
  if (isa.has(Extension::Zicbom)) mask |= kEnvCbie | kEnvCbcfe;
  if (isa.has(Extension::Zicboz)) mask |= kEnvCbze;
  if (isa.has(Extension::Svadu)) mask |= kEnvAdue;
  if (isa.has(Extension::Sstc)) mask |= kEnvStce;
  return mask;
}

/// CBIE 2 is reserved, and kept out like MPP 2.
uint64_t legal_envcfg(uint64_t old, uint64_t value, uint64_t mask) {
  if ((value & kEnvCbie) == uint64_t{2} << 4) mask &= ~kEnvCbie;
  return with_masked(old, value, mask);
}

/// The timer of Sstc drives STIP's line: now, or when the environment says so.
void update_supervisor_timer(Cpu& cpu) {
  if (!cpu.config.isa.has(Extension::Sstc)) return;
  const bool is_on = (cpu.state.menvcfg & kEnvStce) != 0;
  const bool is_due = is_on && read_time(cpu) >= cpu.state.stimecmp;
  cpu.hart.set_interrupt(kSupervisorTimer, is_due);
  cpu.environment.set_deadline(cpu.hart, is_on && !is_due ? cpu.state.stimecmp : ~uint64_t{0});
}

void write_menvcfg(Cpu& cpu, uint64_t value) {
  const uint64_t old = cpu.state.menvcfg;
  cpu.state.menvcfg = legal_envcfg(old, value, writable_menvcfg(cpu.config.isa));
  if ((old ^ cpu.state.menvcfg) & kEnvAdue) cpu.flush_translations();
  if ((old ^ cpu.state.menvcfg) & kEnvStce) update_supervisor_timer(cpu);
}

void write_stimecmp(Cpu& cpu, uint64_t value) {
  cpu.state.stimecmp = value;
  update_supervisor_timer(cpu);
}

/// Those that there are.
uint64_t interrupts(const Cpu& cpu) {
  return cpu.config.has_supervisor ? kSupervisorInterrupts | kMachineInterrupts
                                   : kMachineInterrupts;
}

/// While Sstc drives STIP, software cannot (chapter 15).
uint64_t writable_mip(const Cpu& cpu) {
  if (!cpu.config.has_supervisor) return 0;
  const bool is_timer_hardware = cpu.state.menvcfg & kEnvStce;
  return is_timer_hardware ? kSupervisorInterrupts & ~(uint64_t{1} << kSupervisorTimer)
                           : kSupervisorInterrupts;
}

bool write_pmp(Cpu& cpu, unsigned number, uint64_t value) {
  if (is_between(number, kCsrPmpaddr0, kCsrPmpaddr15)) {
    if (is_rv32(cpu)) value &= 0xffff'ffff;
    write_pmpaddr(cpu.state, number - kCsrPmpaddr0, value);
  } else {
    const unsigned first = (number - kCsrPmpcfg0) * 4;
    const unsigned count = is_rv32(cpu) ? 4 : 8;
    for (unsigned i = 0; i < count; ++i) {
      write_pmpcfg(cpu.state, first + i, static_cast<uint8_t>(value >> (8 * i)));
    }
  }
  cpu.pmp.update(cpu.state);
  cpu.flush_translations();
  return true;
}

bool write_float(Cpu& cpu, unsigned number, uint64_t value) {
  discard_float_flags();
  if (number == kCsrFflags) cpu.state.fflags = value & 0x1f;
  if (number == kCsrFrm) cpu.state.frm = value & 7;
  if (number == kCsrFcsr) {
    cpu.state.fflags = value & 0x1f;
    cpu.state.frm = value >> 5 & 7;
  }
  cpu.dirty_float();
  return true;
}

bool write_supervisor(Cpu& cpu, unsigned number, uint64_t value) {
  api::RiscvHartState& state = cpu.state;
  switch (number) {
    case kCsrSstatus: write_status(cpu, value, kSstatusWritable); return true;
    case kCsrSie: state.mie = with_masked(state.mie, value, state.mideleg); return true;
    case kCsrSip: {
      const uint64_t mask = state.mideleg & uint64_t{1} << kSupervisorSoftware;
      state.software_interrupts = with_masked(state.software_interrupts, value, mask);
      return true;
    }
    case kCsrStvec: state.stvec = legal_tvec(value); return true;
    case kCsrScounteren: state.scounteren = value & 0xffff'ffff; return true;
    case kCsrSenvcfg: {
      const uint64_t mask = writable_menvcfg(cpu.config.isa) & 0xff;
      state.senvcfg = legal_envcfg(state.senvcfg, value, mask);
      return true;
    }
    case kCsrSscratch: state.sscratch = value; return true;
    case kCsrSepc: state.sepc = value & ~uint64_t{1}; return true;
    case kCsrScause: state.scause = value; return true;
    case kCsrStval: state.stval = value; return true;
    case kCsrStimecmp:
      write_stimecmp(cpu, is_rv32(cpu) ? with_low_half(state.stimecmp, value) : value);
      return true;
    case kCsrStimecmph: write_stimecmp(cpu, with_high_half(state.stimecmp, value)); return true;
    case kCsrSatp: write_satp(cpu, value); return true;
    default: return false;
  }
}

bool write_machine(Cpu& cpu, unsigned number, uint64_t value) {
  api::RiscvHartState& state = cpu.state;
  switch (number) {
    case kCsrMstatus: write_status(cpu, value, kMstatusWritable); return true;
    case kCsrMstatush:           // big-endian modes do not exist
    case kCsrMisa: return true;  // WARL, fixed
    case kCsrMedeleg: state.medeleg = value & kDelegable; return true;
    case kCsrMideleg: state.mideleg = value & kSupervisorInterrupts; return true;
    case kCsrMie: state.mie = value & interrupts(cpu); return true;
    case kCsrMip:
      state.software_interrupts = with_masked(state.software_interrupts, value, writable_mip(cpu));
      return true;
    case kCsrMtvec: state.mtvec = legal_tvec(value); return true;
    case kCsrMcounteren: state.mcounteren = value & 0xffff'ffff; return true;
    case kCsrMcountinhibit:
      cpu.sync_counters();
      state.mcountinhibit = value & 5;
      return true;
    case kCsrMenvcfg:
      write_menvcfg(cpu, is_rv32(cpu) ? with_low_half(state.menvcfg, value) : value);
      return true;
    case kCsrMenvcfgh: write_menvcfg(cpu, with_high_half(state.menvcfg, value)); return true;
    case kCsrMscratch: state.mscratch = value; return true;
    case kCsrMepc: state.mepc = value & ~uint64_t{1}; return true;
    case kCsrMcause: state.mcause = value; return true;
    case kCsrMtval: state.mtval = value; return true;
    default: return false;
  }
}

/// The instruction that writes is not counted in the new value, nor in the half that it leaves as
/// it is (3.1.10).
bool write_counters(Cpu& cpu, unsigned number, uint64_t value) {
  api::RiscvHartState& state = cpu.state;
  const bool is_instret = number == kCsrMinstret || number == kCsrMinstreth;
  if (is_instret) state.minstret = read_counter(cpu, 2);
  cpu.sync_counters();
  const bool is_whole = !is_rv32(cpu);
  switch (number) {
    case kCsrMcycle: state.mcycle = is_whole ? value : with_low_half(state.mcycle, value); break;
    case kCsrMcycleh: state.mcycle = with_high_half(state.mcycle, value); break;
    case kCsrMinstret:
      state.minstret = is_whole ? value : with_low_half(state.minstret, value);
      break;
    case kCsrMinstreth: state.minstret = with_high_half(state.minstret, value); break;
    default: return is_always_zero(number);
  }
  return true;
}

}  // namespace

/// STIP is read-only zero where mip's is not software's.
uint64_t virtual_pending(const Cpu& cpu) {
  return cpu.state.software_interrupts & writable_mip(cpu);
}

void write_virtual_pending(Cpu& cpu, uint64_t value) {
  uint64_t& bits = cpu.state.software_interrupts;
  bits = with_masked(bits, value, writable_mip(cpu));
}

bool write_csr(Cpu& cpu, unsigned number, uint64_t value) {
  if (is_between(number, kCsrFflags, kCsrFcsr)) return write_float(cpu, number, value);
  if (is_between(number, kCsrPmpcfg0, kCsrPmpcfg3) ||
      is_between(number, kCsrPmpaddr0, kCsrPmpaddr15)) {
    return write_pmp(cpu, number, value);
  }
  if (is_trigger_csr(number)) return write_trigger_csr(cpu, number, value);
  if (is_aia_csr(number)) return write_aia_csr(cpu, number, value);
  return write_supervisor(cpu, number, value) || write_machine(cpu, number, value) ||
         write_counters(cpu, number, value);
}

}  // namespace vm::riscv
