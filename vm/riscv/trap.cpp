// SPDX-License-Identifier: Apache-2.0

#include "vm/riscv/trap.h"

#include <utility>

#include "vm/riscv/execute.h"
#include "vm/riscv/trigger.h"

namespace vm::riscv {
namespace {

/// mstatus with `bit` set to `on`.
uint64_t with(uint64_t status, uint64_t bit, bool on) {
  return on ? status | bit : status & ~bit;
}

/// 3.1.7: base, plus four bytes for each interrupt cause in vectored mode.
uint64_t handler_address(uint64_t tvec, uint64_t cause, bool is_interrupt) {
  const uint64_t base = tvec & ~uint64_t{3};
  return (tvec & 1) && is_interrupt ? base + 4 * cause : base;
}

void enter_supervisor(Cpu& cpu, uint64_t pc, uint64_t cause, bool is_interrupt) {
  api::RiscvHartState& state = cpu.state;
  uint64_t status = state.mstatus;
  status = with(status, kStatusSpie, status & kStatusSie);
  status = with(status, kStatusSie, false);
  state.mstatus = with(status, kStatusSpp, state.privilege == kSupervisor);
  state.sepc = pc;
  state.privilege = kSupervisor;
  state.pc = cpu.canonical(handler_address(state.stvec, cause, is_interrupt));
}

void enter_machine(Cpu& cpu, uint64_t pc, uint64_t cause, bool is_interrupt) {
  api::RiscvHartState& state = cpu.state;
  uint64_t status = state.mstatus;
  status = with(status, kStatusMpie, status & kStatusMie);
  status = with(status, kStatusMie | kStatusMpp, false);
  state.mstatus = status | uint64_t{state.privilege} << kStatusMppShift;
  state.mepc = pc;
  enter_trap(cpu);
  state.privilege = kMachine;
  state.pc = cpu.canonical(handler_address(state.mtvec, cause, is_interrupt));
}

void enter(Cpu& cpu, uint64_t pc, uint64_t cause, uint64_t value, bool is_interrupt) {
  api::RiscvHartState& state = cpu.state;
  const uint64_t delegated = is_interrupt ? state.mideleg : state.medeleg;
  // The highest bit of XLEN, in a register that is held sign-extended.
  const uint64_t interrupt_bit = is_interrupt ? ~uint64_t{0} << (63 - cpu.pc_shift) : 0;
  cpu.reservation.valid = false;
  if (state.privilege <= kSupervisor && (delegated >> cause & 1)) {
    state.scause = interrupt_bit | cause;
    state.stval = value;
    enter_supervisor(cpu, pc, cause, is_interrupt);
  } else {
    state.mcause = interrupt_bit | cause;
    state.mtval = value;
    enter_machine(cpu, pc, cause, is_interrupt);
  }
  cpu.update_context();
}

/// Machine mode trapped at its own vector. Interrupts are off there, and nothing has been executed
/// that could make it come out otherwise the next time.
void tell_trap_loop(Cpu& cpu) {
  const bool executes_nothing = cpu.fault.cause == Exception::InstructionAccess ||
                                cpu.fault.cause == Exception::IllegalInstruction;
  if (!executes_nothing || std::exchange(cpu.has_told_trap_loop, true)) return;
  cpu.environment.on_trap_loop(cpu.hart, cpu.state.pc);
}

}  // namespace

unsigned most_urgent_interrupt(uint64_t interrupts) {
  constexpr unsigned order[] = {
      kMachineExternal,
      kMachineSoftware,
      kMachineTimer,
      kSupervisorExternal,
      kSupervisorSoftware,
      kSupervisorTimer,
  };
  for (unsigned cause : order) {
    if (interrupts >> cause & 1) return cause;
  }
  return 0;
}

const Insn* raise(Cpu& cpu, const Insn* insn) {
  const Block& block = *cpu.block;
  const auto executed = insn - block.insns();
  cpu.budget += block.count - executed;
  // A watchpoint: the instruction waits for who looks at it.
  if (cpu.stop) return leave_to(cpu, block.pc_of(insn));
  raise_at(cpu, block.pc_of(insn));
  return nullptr;
}

const Insn* raise(Cpu& cpu, const Insn* insn, Exception cause, uint64_t value) {
  cpu.fault = {cause, value};
  return raise(cpu, insn);
}

const Insn* raise_illegal(Cpu& cpu, const Insn* insn) {
  return raise(cpu, insn, Exception::IllegalInstruction, static_cast<uint32_t>(insn->imm));
}

void raise_at(Cpu& cpu, uint64_t pc) {
  // It has not retired, but it takes its time: a handler that is not there traps for ever.
  --cpu.budget;
  --cpu.counted_from;
  const bool is_interrupt = false;
  const bool was_machine = cpu.state.privilege == kMachine;
  enter(cpu, pc, static_cast<uint64_t>(cpu.fault.cause), cpu.fault.value, is_interrupt);
  if (was_machine && cpu.state.pc == pc) [[unlikely]]
    tell_trap_loop(cpu);
}

void take_interrupt(Cpu& cpu) {
  const api::RiscvHartState& state = cpu.state;
  const uint64_t pending = cpu.pending_interrupts() & state.mie;
  if (pending == 0) return;

  const bool machine_enabled = state.privilege < kMachine || (state.mstatus & kStatusMie);
  const bool supervisor_enabled = state.privilege < kSupervisor ||
                                  (state.privilege == kSupervisor && (state.mstatus & kStatusSie));
  uint64_t taken = machine_enabled ? pending & ~state.mideleg : 0;
  if (taken == 0 && supervisor_enabled) taken = pending & state.mideleg;
  if (taken == 0) return;

  const bool is_interrupt = true;
  enter(cpu, state.pc, most_urgent_interrupt(taken), 0, is_interrupt);
}

void return_from_machine(Cpu& cpu) {
  api::RiscvHartState& state = cpu.state;
  uint64_t status = state.mstatus;
  const auto privilege = static_cast<uint8_t>(status >> kStatusMppShift & 3);
  status = with(status, kStatusMie, status & kStatusMpie);
  status = with(status, kStatusMpie, true);
  status = with(status, kStatusMpp, false);
  if (privilege != kMachine) status = with(status, kStatusMprv, false);
  state.mstatus = status;
  leave_trap(cpu);
  state.privilege = privilege;
  state.pc = state.mepc;
  cpu.update_context();
}

void return_from_supervisor(Cpu& cpu) {
  api::RiscvHartState& state = cpu.state;
  uint64_t status = state.mstatus;
  const uint8_t privilege = status & kStatusSpp ? kSupervisor : kUser;
  status = with(status, kStatusSie, status & kStatusSpie);
  status = with(status, kStatusSpie, true);
  status = with(status, kStatusSpp | kStatusMprv, false);
  state.mstatus = status;
  state.privilege = privilege;
  state.pc = state.sepc;
  cpu.update_context();
}

}  // namespace vm::riscv
