// SPDX-License-Identifier: Apache-2.0
//
// Zicsr, Zifencei and the privileged instructions. Each ends its block, and most leave to the outer
// loop, since what follows may run in another mode, with other interrupts enabled or other code.

#include "vm/riscv/execute.h"

namespace vm::riscv {
namespace {

uint32_t bits_of(const Insn* insn) {
  return static_cast<uint32_t>(insn->imm);
}

unsigned csr_number(const Insn* insn) {
  return bits_of(insn) >> 20;
}

/// Only these can be written without consequences for what runs next.
bool is_float_csr(unsigned number) {
  return number >= kCsrFflags && number <= kCsrFcsr;
}

const Insn* access(Cpu& cpu, const Insn* insn, CsrOperation operation, uint64_t operand) {
  // Unprivileged spec 20240411, 6.1: set and clear with x0 or 0 do not write at all.
  const bool writes = operation == CsrOperation::Write || insn->rs1 != 0;
  const unsigned number = csr_number(insn);
  if (!access_csr(cpu, {number, operation, operand, writes})) return raise_illegal(cpu, insn);
  write_rd(cpu, insn, cpu.result);
  if (!writes || is_float_csr(number)) {
    return go_on_linked(cpu, &Block::next, cpu.block->end_pc);
  }
  return leave_after_block(cpu);
}

/// Whether something that mstatus can forbid to supervisor mode may be done (3.1.6.5).
bool is_allowed(const Cpu& cpu, uint64_t forbidding) {
  if (cpu.state.privilege == kMachine) return true;
  return cpu.state.privilege == kSupervisor && !(cpu.state.mstatus & forbidding);
}

/// Whether what only supervisor mode needs is there, and may be done.
bool is_supervision_allowed(const Cpu& cpu, uint64_t forbidding) {
  return cpu.config.has_supervisor && is_allowed(cpu, forbidding);
}

}  // namespace

const Insn* exec_csrrw(Cpu& cpu, const Insn* insn) {
  return access(cpu, insn, CsrOperation::Write, rs1(cpu, insn));
}

const Insn* exec_csrrs(Cpu& cpu, const Insn* insn) {
  return access(cpu, insn, CsrOperation::Set, rs1(cpu, insn));
}

const Insn* exec_csrrc(Cpu& cpu, const Insn* insn) {
  return access(cpu, insn, CsrOperation::Clear, rs1(cpu, insn));
}

// The immediate is where rs1 would be.
const Insn* exec_csrrwi(Cpu& cpu, const Insn* insn) {
  return access(cpu, insn, CsrOperation::Write, insn->rs1);
}

const Insn* exec_csrrsi(Cpu& cpu, const Insn* insn) {
  return access(cpu, insn, CsrOperation::Set, insn->rs1);
}

const Insn* exec_csrrci(Cpu& cpu, const Insn* insn) {
  return access(cpu, insn, CsrOperation::Clear, insn->rs1);
}

const Insn* exec_ecall(Cpu& cpu, const Insn* insn) {
  switch (cpu.state.privilege) {
    case kUser: return raise(cpu, insn, Exception::EcallFromUser, 0);
    case kSupervisor: return raise(cpu, insn, Exception::EcallFromSupervisor, 0);
    default: return raise(cpu, insn, Exception::EcallFromMachine, 0);
  }
}

const Insn* exec_ebreak(Cpu& cpu, const Insn* insn) {
  return raise(cpu, insn, Exception::Breakpoint, cpu.block->pc_of(insn));
}

const Insn* exec_fence_i(Cpu& cpu, const Insn*) {
  leave_after_block(cpu);
  cpu.blocks.clear();
  return nullptr;
}

const Insn* exec_mret(Cpu& cpu, const Insn* insn) {
  if (cpu.state.privilege != kMachine) return raise_illegal(cpu, insn);
  return_from_machine(cpu);
  return nullptr;
}

const Insn* exec_sret(Cpu& cpu, const Insn* insn) {
  if (!is_supervision_allowed(cpu, kStatusTsr)) return raise_illegal(cpu, insn);
  return_from_supervisor(cpu);
  return nullptr;
}

/// 3.3.3: in user mode it traps, as it may where there is a supervisor mode.
const Insn* exec_wfi(Cpu& cpu, const Insn* insn) {
  if (!is_allowed(cpu, kStatusTw)) return raise_illegal(cpu, insn);
  cpu.state.waiting = true;
  cpu.attention.store(true, std::memory_order_relaxed);
  return leave_after_block(cpu);
}

/// 10.2.1. There are no ASIDs, so that rs2 makes no difference.
const Insn* exec_sfence_vma(Cpu& cpu, const Insn* insn) {
  if (!is_supervision_allowed(cpu, kStatusTvm)) return raise_illegal(cpu, insn);
  if (insn->rs1 == 0) {
    cpu.flush_translations();
  } else {
    cpu.flush_translation(rs1(cpu, insn));
  }
  return leave_after_block(cpu);
}

/// Svinval: sinval.vma has done everything already.
const Insn* exec_sfence_inval(Cpu& cpu, const Insn* insn) {
  if (cpu.state.privilege == kUser) return raise_illegal(cpu, insn);
  return leave_after_block(cpu);
}

}  // namespace vm::riscv
