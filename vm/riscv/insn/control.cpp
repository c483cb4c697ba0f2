// SPDX-License-Identifier: Apache-2.0
//
// Jumps and branches: unprivileged spec 20240411, 2.5. All of them end a block.

#include "vm/riscv/execute.h"

namespace vm::riscv {
namespace {

uint64_t target(const Cpu& cpu, const Insn* insn) {
  return cpu.canonical(cpu.block->pc + imm(insn));
}

uint64_t return_address(const Cpu& cpu, const Insn* insn) {
  return cpu.canonical(cpu.block->pc + insn->rs2 * uint64_t{2});
}

/// Without C, instructions are at multiples of four (2.5.1). Branches are never odd.
bool is_misaligned(const Cpu& cpu, uint64_t pc) {
  return (pc & 2) && !cpu.config.isa.has(Extension::C);
}

const Insn* raise_misaligned(Cpu& cpu, const Insn* insn, uint64_t pc) {
  return raise(cpu, insn, Exception::InstructionMisaligned, pc);
}

template <typename Condition>
[[gnu::always_inline]] inline const Insn* branch(Cpu& cpu, const Insn* insn, Condition condition) {
  if (condition(rs1(cpu, insn), rs2(cpu, insn))) {
    if (Block* next = cpu.block->taken) [[likely]]
      return go_on(cpu, next);
    const uint64_t pc = target(cpu, insn);
    if (is_misaligned(cpu, pc)) return raise_misaligned(cpu, insn, pc);
    return go_on_linked(cpu, &Block::taken, pc);
  }
  return go_on_linked(cpu, &Block::next, cpu.block->end_pc);
}

}  // namespace

const Insn* exec_block_end(Cpu& cpu, const Insn*) {
  return go_on_linked(cpu, &Block::next, cpu.block->end_pc);
}

const Insn* exec_j(Cpu& cpu, const Insn* insn) {
  if (Block* next = cpu.block->taken) [[likely]]
    return go_on(cpu, next);
  const uint64_t pc = target(cpu, insn);
  if (is_misaligned(cpu, pc)) return raise_misaligned(cpu, insn, pc);
  return go_on_linked(cpu, &Block::taken, pc);
}

const Insn* exec_jal(Cpu& cpu, const Insn* insn) {
  const uint64_t pc = target(cpu, insn);
  if (is_misaligned(cpu, pc)) return raise_misaligned(cpu, insn, pc);
  cpu.state.x[insn->rd] = return_address(cpu, insn);
  return go_on_linked(cpu, &Block::taken, pc);
}

const Insn* exec_jr(Cpu& cpu, const Insn* insn) {
  const uint64_t pc = cpu.canonical((rs1(cpu, insn) + imm(insn)) & ~uint64_t{1});
  if (is_misaligned(cpu, pc)) return raise_misaligned(cpu, insn, pc);
  return go_on_at(cpu, pc);
}

const Insn* exec_jalr(Cpu& cpu, const Insn* insn) {
  const uint64_t pc = cpu.canonical((rs1(cpu, insn) + imm(insn)) & ~uint64_t{1});
  if (is_misaligned(cpu, pc)) return raise_misaligned(cpu, insn, pc);
  cpu.state.x[insn->rd] = return_address(cpu, insn);
  return go_on_at(cpu, pc);
}

const Insn* exec_beq(Cpu& cpu, const Insn* insn) {
  return branch(cpu, insn, operations::Equal{});
}

const Insn* exec_bne(Cpu& cpu, const Insn* insn) {
  return branch(cpu, insn, operations::NotEqual{});
}

const Insn* exec_blt(Cpu& cpu, const Insn* insn) {
  return branch(cpu, insn, operations::Less{});
}

const Insn* exec_bge(Cpu& cpu, const Insn* insn) {
  return branch(cpu, insn, operations::NotLess{});
}

const Insn* exec_bltu(Cpu& cpu, const Insn* insn) {
  return branch(cpu, insn, operations::LessUnsigned{});
}

const Insn* exec_bgeu(Cpu& cpu, const Insn* insn) {
  return branch(cpu, insn, operations::NotLessUnsigned{});
}

}  // namespace vm::riscv
