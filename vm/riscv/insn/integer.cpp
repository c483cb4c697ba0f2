// SPDX-License-Identifier: Apache-2.0
//
// RV32I and RV64I computation: unprivileged spec 20240411, 2.4 and 4.2. RV32 runs the `w` forms.

#include "vm/riscv/execute.h"

namespace vm::riscv {

const Insn* exec_illegal(Cpu& cpu, const Insn* insn) {
  return raise_illegal(cpu, insn);
}

const Insn* exec_nop(Cpu& cpu, const Insn* insn) {
  return go_on(cpu, insn + 1);
}

const Insn* exec_li(Cpu& cpu, const Insn* insn) {
  cpu.state.x[insn->rd] = imm(insn);
  return go_on(cpu, insn + 1);
}

const Insn* exec_mv(Cpu& cpu, const Insn* insn) {
  cpu.state.x[insn->rd] = rs1(cpu, insn);
  return go_on(cpu, insn + 1);
}

const Insn* exec_auipc(Cpu& cpu, const Insn* insn) {
  cpu.state.x[insn->rd] = cpu.canonical(cpu.block->pc + imm(insn));
  return go_on(cpu, insn + 1);
}

const Insn* exec_addi(Cpu& cpu, const Insn* insn) {
  return with_imm(cpu, insn, operations::Add{});
}

const Insn* exec_slti(Cpu& cpu, const Insn* insn) {
  return with_imm(cpu, insn, operations::Slt{});
}

const Insn* exec_sltiu(Cpu& cpu, const Insn* insn) {
  return with_imm(cpu, insn, operations::Sltu{});
}

const Insn* exec_xori(Cpu& cpu, const Insn* insn) {
  return with_imm(cpu, insn, operations::Xor{});
}

const Insn* exec_ori(Cpu& cpu, const Insn* insn) {
  return with_imm(cpu, insn, operations::Or{});
}

const Insn* exec_andi(Cpu& cpu, const Insn* insn) {
  return with_imm(cpu, insn, operations::And{});
}

const Insn* exec_slli(Cpu& cpu, const Insn* insn) {
  return with_imm(cpu, insn, operations::Sll{});
}

const Insn* exec_srli(Cpu& cpu, const Insn* insn) {
  return with_imm(cpu, insn, operations::Srl{});
}

const Insn* exec_srai(Cpu& cpu, const Insn* insn) {
  return with_imm(cpu, insn, operations::Sra{});
}

const Insn* exec_addiw(Cpu& cpu, const Insn* insn) {
  return with_imm(cpu, insn, operations::AddWord{});
}

const Insn* exec_slliw(Cpu& cpu, const Insn* insn) {
  return with_imm(cpu, insn, operations::SllWord{});
}

const Insn* exec_srliw(Cpu& cpu, const Insn* insn) {
  return with_imm(cpu, insn, operations::SrlWord{});
}

const Insn* exec_sraiw(Cpu& cpu, const Insn* insn) {
  return with_imm(cpu, insn, operations::SraWord{});
}

const Insn* exec_add(Cpu& cpu, const Insn* insn) {
  return binary(cpu, insn, operations::Add{});
}

const Insn* exec_sub(Cpu& cpu, const Insn* insn) {
  return binary(cpu, insn, operations::Sub{});
}

const Insn* exec_sll(Cpu& cpu, const Insn* insn) {
  return binary(cpu, insn, operations::Sll{});
}

const Insn* exec_srl(Cpu& cpu, const Insn* insn) {
  return binary(cpu, insn, operations::Srl{});
}

const Insn* exec_sra(Cpu& cpu, const Insn* insn) {
  return binary(cpu, insn, operations::Sra{});
}

const Insn* exec_slt(Cpu& cpu, const Insn* insn) {
  return binary(cpu, insn, operations::Slt{});
}

const Insn* exec_sltu(Cpu& cpu, const Insn* insn) {
  return binary(cpu, insn, operations::Sltu{});
}

const Insn* exec_xor(Cpu& cpu, const Insn* insn) {
  return binary(cpu, insn, operations::Xor{});
}

const Insn* exec_or(Cpu& cpu, const Insn* insn) {
  return binary(cpu, insn, operations::Or{});
}

const Insn* exec_and(Cpu& cpu, const Insn* insn) {
  return binary(cpu, insn, operations::And{});
}

const Insn* exec_addw(Cpu& cpu, const Insn* insn) {
  return binary(cpu, insn, operations::AddWord{});
}

const Insn* exec_subw(Cpu& cpu, const Insn* insn) {
  return binary(cpu, insn, operations::SubWord{});
}

const Insn* exec_sllw(Cpu& cpu, const Insn* insn) {
  return binary(cpu, insn, operations::SllWord{});
}

const Insn* exec_srlw(Cpu& cpu, const Insn* insn) {
  return binary(cpu, insn, operations::SrlWord{});
}

const Insn* exec_sraw(Cpu& cpu, const Insn* insn) {
  return binary(cpu, insn, operations::SraWord{});
}

}  // namespace vm::riscv
