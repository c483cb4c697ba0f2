// SPDX-License-Identifier: Apache-2.0
//
// What the semantic functions of F and D share.
//
// Round-to-nearest-even, which is nearly all there is, runs on the host's own arithmetic, whose
// rounding mode nobody changes; its flags pile up in the host (fp/flags.h). A NaN result, and any
// other rounding mode, goes to fp/soft.h.

#pragma once

#include <bit>
#include <cstdint>

#include "vm/riscv/execute.h"
#include "vm/riscv/fp/flags.h"
#include "vm/riscv/fp/soft.h"

namespace vm::riscv {

constexpr uint64_t kBox = uint64_t{0xffff'ffff} << 32;

/// A single in a register: unprivileged spec 20240411, 21.2.
struct Single {
  using Host = float;
  static constexpr FloatFormat kFormat = kSingle;

  /// What is not properly boxed is a NaN.
  static uint64_t unbox(uint64_t value) {
    return (value & kBox) == kBox ? value & ~kBox : kSingle.canonical_nan();
  }
  static uint64_t box(uint64_t bits) { return bits | kBox; }
  static Host to_host(uint64_t bits) { return std::bit_cast<float>(static_cast<uint32_t>(bits)); }
  static uint64_t from_host(Host value) { return std::bit_cast<uint32_t>(value); }
};

struct Double {
  using Host = double;
  static constexpr FloatFormat kFormat = kDouble;

  static uint64_t unbox(uint64_t value) { return value; }
  static uint64_t box(uint64_t bits) { return bits; }
  static Host to_host(uint64_t bits) { return std::bit_cast<double>(bits); }
  static uint64_t from_host(Host value) { return std::bit_cast<uint64_t>(value); }
};

/// Float rows have the instruction as their immediate.
inline uint32_t float_bits(const Insn* insn) {
  return static_cast<uint32_t>(insn->imm);
}

constexpr unsigned kDynamicRounding = 7;

/// The instruction's rounding mode, or frm; may be one that is reserved (20.2).
inline unsigned rounding_of(const Cpu& cpu, const Insn* insn) {
  const unsigned mode = float_bits(insn) >> 12 & 7;
  return mode == kDynamicRounding ? cpu.state.frm : mode;
}

constexpr unsigned kNearestEven = 0;

inline bool is_reserved_rounding(unsigned mode) {
  return mode > static_cast<unsigned>(Rounding::NearestAway);
}

template <typename Type>
uint64_t float_rs1(const Cpu& cpu, const Insn* insn) {
  return Type::unbox(cpu.state.f[insn->rs1]);
}

template <typename Type>
uint64_t float_rs2(const Cpu& cpu, const Insn* insn) {
  return Type::unbox(cpu.state.f[insn->rs2]);
}

template <typename Type>
uint64_t float_rs3(const Cpu& cpu, const Insn* insn) {
  return Type::unbox(cpu.state.f[float_bits(insn) >> 27]);
}

template <typename Type>
void write_float_rd(Cpu& cpu, const Insn* insn, uint64_t bits) {
  cpu.state.f[insn->rd] = Type::box(bits);
  cpu.dirty_float();
}

inline void raise_float_flags(Cpu& cpu, uint8_t flags) {
  cpu.state.fflags |= flags;
  cpu.dirty_float();
}

template <typename Type>
void write_rounded(Cpu& cpu, const Insn* insn, Rounded rounded) {
  cpu.state.fflags |= rounded.flags;
  write_float_rd<Type>(cpu, insn, rounded.bits);
}

/// Calls operation(rounding) and goes on, or traps because the mode is reserved.
template <typename Type, typename Operation>
[[gnu::noinline]] const Insn* round_softly(Cpu& cpu, const Insn* insn, Operation operation) {
  const unsigned mode = rounding_of(cpu, insn);
  if (is_reserved_rounding(mode)) return raise_illegal(cpu, insn);
  write_rounded<Type>(cpu, insn, operation(cpu, insn, static_cast<Rounding>(mode)));
  return insn + 1;
}

[[gnu::always_inline]] inline const Insn* go_on_unless_null(Cpu& cpu, const Insn* next) {
  return next ? go_on(cpu, next) : nullptr;
}

}  // namespace vm::riscv
