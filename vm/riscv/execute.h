// SPDX-License-Identifier: Apache-2.0
//
// What semantic functions are made of. Each ends by going on to the next instruction:
//
//   const Insn* exec_add(Cpu& cpu, const Insn* insn) {
//     return binary(cpu, insn, [](uint64_t a, uint64_t b) { return a + b; });
//   }
//
// Threaded dispatch: in optimised builds "going on" is a call in tail position, which the compiler
// turns into a jump to the next function (-foptimize-sibling-calls, part of -O2). A local variable
// whose address escapes would prevent that: results of slow paths travel in cpu.result. Otherwise
// the functions return, and the loop in run_block() calls the next one.

#pragma once

#include <cstdint>

#include "vm/riscv/cpu.h"
#include "vm/riscv/insn/handlers.h"
#include "vm/riscv/insn/operations.h"
#include "vm/riscv/trap.h"

namespace vm::riscv {

#if defined(NDEBUG) && defined(__OPTIMIZE__) && !defined(__SANITIZE_ADDRESS__) && \
    !defined(__SANITIZE_THREAD__)
constexpr bool kTailCalls = true;
#else
constexpr bool kTailCalls = false;
#endif

[[gnu::always_inline]] inline const Insn* go_on(Cpu& cpu, const Insn* next) {
  if constexpr (kTailCalls) {
    return next->handler(cpu, next);
  } else {
    return next;
  }
}

/// To a block: the place where budget and requests are looked at.
[[gnu::always_inline]] inline const Insn* go_on(Cpu& cpu, Block* block) {
  if (cpu.budget < cpu.least_budget || cpu.attention.load(std::memory_order_relaxed)) [[unlikely]] {
    cpu.state.pc = block->pc;
    return nullptr;
  }
  cpu.budget -= block->count;
  cpu.block = block;
  return go_on(cpu, block->insns());
}

// Where the next block is not known yet. Functions of their own, called in tail position, so that
// the fast path needs no stack.

/// Goes on at `pc`, and links the present block to it if it is in the same page.
const Insn* find_and_link(Cpu& cpu, Block* Block::*link, uint64_t pc);
const Insn* find_and_go_on(Cpu& cpu, uint64_t pc);

[[gnu::always_inline]] inline const Insn* go_on_linked(Cpu& cpu, Block* Block::*link, uint64_t pc) {
  Block* next = cpu.block->*link;
  if (!next) [[unlikely]]
    return find_and_link(cpu, link, pc);
  return go_on(cpu, next);
}

/// To an address that is only known now.
[[gnu::always_inline]] inline const Insn* go_on_at(Cpu& cpu, uint64_t pc) {
  Block* next = cpu.blocks.jump_slot(pc);
  if (next->pc != pc || next->stamp != cpu.stamp) [[unlikely]]
    return find_and_go_on(cpu, pc);
  return go_on(cpu, next);
}

/// Leaves to the outer loop, which looks at everything, to continue behind the present block.
inline const Insn* leave_after_block(Cpu& cpu) {
  cpu.state.pc = cpu.block->end_pc;
  return nullptr;
}

/// The same, to continue anywhere.
inline const Insn* leave_to(Cpu& cpu, uint64_t pc) {
  cpu.state.pc = cpu.canonical(pc);
  return nullptr;
}

// ---- Operands
// ------------------------------------------------------------------------------------

inline uint64_t rs1(const Cpu& cpu, const Insn* insn) {
  return cpu.state.x[insn->rs1];
}

inline uint64_t rs2(const Cpu& cpu, const Insn* insn) {
  return cpu.state.x[insn->rs2];
}

/// Sign-extended to 64 bits.
inline uint64_t imm(const Insn* insn) {
  return static_cast<uint64_t>(int64_t{insn->imm});
}

/// For instructions that run even if rd is x0: Alu rows never do.
inline void write_rd(Cpu& cpu, const Insn* insn, uint64_t value) {
  cpu.state.x[insn->rd] = value;
  cpu.state.x[0] = 0;
}

using operations::sign_extend_word;

// ---- Shapes
// --------------------------------------------------------------------------------------

template <typename Operation>
[[gnu::always_inline]] inline const Insn* binary(Cpu& cpu, const Insn* insn, Operation operation) {
  cpu.state.x[insn->rd] = operation(rs1(cpu, insn), rs2(cpu, insn));
  return go_on(cpu, insn + 1);
}

template <typename Operation>
[[gnu::always_inline]] inline const Insn* with_imm(
    Cpu& cpu,
    const Insn* insn,
    Operation operation
) {
  cpu.state.x[insn->rd] = operation(rs1(cpu, insn), imm(insn));
  return go_on(cpu, insn + 1);
}

}  // namespace vm::riscv
