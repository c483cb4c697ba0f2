// SPDX-License-Identifier: Apache-2.0
//
// RV32I and RV64I computation: unprivileged spec 20240411, 2.4 and 4.2. RV32 runs the `w` forms.

#include "vm/riscv/execute.h"

namespace vm::riscv {
namespace {

int64_t as_signed(uint64_t value) {
  return static_cast<int64_t>(value);
}

uint32_t word(uint64_t value) {
  return static_cast<uint32_t>(value);
}

uint64_t shift_right_signed(uint64_t value, uint64_t by) {
  return static_cast<uint64_t>(as_signed(value) >> (by & 63));
}

uint64_t shift_word_right_signed(uint64_t value, uint64_t by) {
  return static_cast<uint64_t>(int64_t{static_cast<int32_t>(value) >> (by & 31)});
}

}  // namespace

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
  return with_imm(cpu, insn, [](uint64_t a, uint64_t b) { return a + b; });
}

const Insn* exec_slti(Cpu& cpu, const Insn* insn) {
  return with_imm(cpu, insn, [](uint64_t a, uint64_t b) {
    return uint64_t{as_signed(a) < as_signed(b)};
  });
}

const Insn* exec_sltiu(Cpu& cpu, const Insn* insn) {
  return with_imm(cpu, insn, [](uint64_t a, uint64_t b) { return uint64_t{a < b}; });
}

const Insn* exec_xori(Cpu& cpu, const Insn* insn) {
  return with_imm(cpu, insn, [](uint64_t a, uint64_t b) { return a ^ b; });
}

const Insn* exec_ori(Cpu& cpu, const Insn* insn) {
  return with_imm(cpu, insn, [](uint64_t a, uint64_t b) { return a | b; });
}

const Insn* exec_andi(Cpu& cpu, const Insn* insn) {
  return with_imm(cpu, insn, [](uint64_t a, uint64_t b) { return a & b; });
}

const Insn* exec_slli(Cpu& cpu, const Insn* insn) {
  return with_imm(cpu, insn, [](uint64_t a, uint64_t b) { return a << (b & 63); });
}

const Insn* exec_srli(Cpu& cpu, const Insn* insn) {
  return with_imm(cpu, insn, [](uint64_t a, uint64_t b) { return a >> (b & 63); });
}

const Insn* exec_srai(Cpu& cpu, const Insn* insn) {
  return with_imm(cpu, insn, shift_right_signed);
}

const Insn* exec_addiw(Cpu& cpu, const Insn* insn) {
  return with_imm(cpu, insn, [](uint64_t a, uint64_t b) { return sign_extend_word(a + b); });
}

const Insn* exec_slliw(Cpu& cpu, const Insn* insn) {
  return with_imm(cpu, insn, [](uint64_t a, uint64_t b) {
    return sign_extend_word(word(a) << (b & 31));
  });
}

const Insn* exec_srliw(Cpu& cpu, const Insn* insn) {
  return with_imm(cpu, insn, [](uint64_t a, uint64_t b) {
    return sign_extend_word(word(a) >> (b & 31));
  });
}

const Insn* exec_sraiw(Cpu& cpu, const Insn* insn) {
  return with_imm(cpu, insn, shift_word_right_signed);
}

const Insn* exec_add(Cpu& cpu, const Insn* insn) {
  return binary(cpu, insn, [](uint64_t a, uint64_t b) { return a + b; });
}

const Insn* exec_sub(Cpu& cpu, const Insn* insn) {
  return binary(cpu, insn, [](uint64_t a, uint64_t b) { return a - b; });
}

const Insn* exec_sll(Cpu& cpu, const Insn* insn) {
  return binary(cpu, insn, [](uint64_t a, uint64_t b) { return a << (b & 63); });
}

const Insn* exec_srl(Cpu& cpu, const Insn* insn) {
  return binary(cpu, insn, [](uint64_t a, uint64_t b) { return a >> (b & 63); });
}

const Insn* exec_sra(Cpu& cpu, const Insn* insn) {
  return binary(cpu, insn, shift_right_signed);
}

const Insn* exec_slt(Cpu& cpu, const Insn* insn) {
  return binary(cpu, insn, [](uint64_t a, uint64_t b) {
    return uint64_t{as_signed(a) < as_signed(b)};
  });
}

const Insn* exec_sltu(Cpu& cpu, const Insn* insn) {
  return binary(cpu, insn, [](uint64_t a, uint64_t b) { return uint64_t{a < b}; });
}

const Insn* exec_xor(Cpu& cpu, const Insn* insn) {
  return binary(cpu, insn, [](uint64_t a, uint64_t b) { return a ^ b; });
}

const Insn* exec_or(Cpu& cpu, const Insn* insn) {
  return binary(cpu, insn, [](uint64_t a, uint64_t b) { return a | b; });
}

const Insn* exec_and(Cpu& cpu, const Insn* insn) {
  return binary(cpu, insn, [](uint64_t a, uint64_t b) { return a & b; });
}

const Insn* exec_addw(Cpu& cpu, const Insn* insn) {
  return binary(cpu, insn, [](uint64_t a, uint64_t b) { return sign_extend_word(a + b); });
}

const Insn* exec_subw(Cpu& cpu, const Insn* insn) {
  return binary(cpu, insn, [](uint64_t a, uint64_t b) { return sign_extend_word(a - b); });
}

const Insn* exec_sllw(Cpu& cpu, const Insn* insn) {
  return binary(cpu, insn, [](uint64_t a, uint64_t b) {
    return sign_extend_word(word(a) << (b & 31));
  });
}

const Insn* exec_srlw(Cpu& cpu, const Insn* insn) {
  return binary(cpu, insn, [](uint64_t a, uint64_t b) {
    return sign_extend_word(word(a) >> (b & 31));
  });
}

const Insn* exec_sraw(Cpu& cpu, const Insn* insn) {
  return binary(cpu, insn, shift_word_right_signed);
}

}  // namespace vm::riscv
