// SPDX-License-Identifier: Apache-2.0
//
// F and D, all that does not round: loads and stores (20.5), sign injection and moves (20.7),
// minimum and maximum (20.6), comparison (20.8) and classification (20.9) of the unprivileged spec
// 20240411.

#include "vm/riscv/access.h"
#include "vm/riscv/insn/float.h"

namespace vm::riscv {
namespace {

template <typename Type>
struct WriteFloatRd {
  void operator()(Cpu& cpu, const Insn* insn, uint64_t bits) const {
    write_float_rd<Type>(cpu, insn, bits);
  }
};

template <typename Type, typename Word>
const Insn* load_float(Cpu& cpu, const Insn* insn) {
  return load<Word, WriteFloatRd<Type>>(cpu, insn);
}

/// As it is in the register, whether boxed or not.
template <typename Word>
const Insn* store_float(Cpu& cpu, const Insn* insn) {
  return store<Word>(cpu, insn, static_cast<Word>(cpu.state.f[insn->rs2]));
}

/// `sign` gives the sign bit of the result from the sign bits of the operands.
template <typename Type, typename Operation>
const Insn* inject_sign(Cpu& cpu, const Insn* insn, Operation sign) {
  constexpr uint64_t sign_bit = Type::kFormat.sign_bit();
  const uint64_t a = float_rs1<Type>(cpu, insn);
  const uint64_t b = float_rs2<Type>(cpu, insn);
  write_float_rd<Type>(cpu, insn, (a & ~sign_bit) | (sign(a, b) & sign_bit));
  return go_on(cpu, insn + 1);
}

/// Order of numbers that are no NaNs; -0 is less than +0 here.
template <typename Type>
bool is_less_in_total_order(uint64_t a, uint64_t b) {
  constexpr uint64_t sign_bit = Type::kFormat.sign_bit();
  const bool a_is_negative = a & sign_bit;
  const bool b_is_negative = b & sign_bit;
  if (a_is_negative != b_is_negative) return a_is_negative;
  return a_is_negative ? a > b : a < b;
}

template <typename Type>
bool are_equal(uint64_t a, uint64_t b) {
  const bool are_zeros = ((a | b) & ~Type::kFormat.sign_bit()) == 0;
  return a == b || are_zeros;
}

enum class Wanted {
  Less,
  Greater,
};

/// 20.6: of a number and a NaN the number.
template <typename Type>
const Insn* select(Cpu& cpu, const Insn* insn, Wanted wanted) {
  constexpr FloatFormat format = Type::kFormat;
  const uint64_t a = float_rs1<Type>(cpu, insn);
  const uint64_t b = float_rs2<Type>(cpu, insn);
  if (format.is_signaling_nan(a) || format.is_signaling_nan(b)) {
    raise_float_flags(cpu, kInvalid);
  }
  uint64_t result = is_less_in_total_order<Type>(a, b) == (wanted == Wanted::Less) ? a : b;
  if (format.is_nan(a))
    result = format.is_nan(b) ? format.canonical_nan() : b;
  else if (format.is_nan(b))
    result = a;
  write_float_rd<Type>(cpu, insn, result);
  return go_on(cpu, insn + 1);
}

/// A quiet comparison is invalid for signaling NaNs only; no NaN compares true.
enum class Comparison {
  Quiet,
  Signaling,
};

template <typename Type, Comparison Strictness, typename Operation>
const Insn* compare(Cpu& cpu, const Insn* insn, Operation operation) {
  constexpr FloatFormat format = Type::kFormat;
  const uint64_t a = float_rs1<Type>(cpu, insn);
  const uint64_t b = float_rs2<Type>(cpu, insn);
  bool answer = false;
  if (format.is_nan(a) || format.is_nan(b)) {
    const bool is_signaling = format.is_signaling_nan(a) || format.is_signaling_nan(b);
    if (is_signaling || Strictness == Comparison::Signaling) raise_float_flags(cpu, kInvalid);
  } else {
    answer = operation(a, b);
  }
  write_rd(cpu, insn, answer);
  return go_on(cpu, insn + 1);
}

template <typename Type>
const Insn* equal(Cpu& cpu, const Insn* insn) {
  return compare<Type, Comparison::Quiet>(cpu, insn, are_equal<Type>);
}

template <typename Type>
const Insn* less(Cpu& cpu, const Insn* insn) {
  return compare<Type, Comparison::Signaling>(cpu, insn, [](uint64_t a, uint64_t b) {
    return !are_equal<Type>(a, b) && is_less_in_total_order<Type>(a, b);
  });
}

template <typename Type>
const Insn* less_or_equal(Cpu& cpu, const Insn* insn) {
  return compare<Type, Comparison::Signaling>(cpu, insn, [](uint64_t a, uint64_t b) {
    return are_equal<Type>(a, b) || is_less_in_total_order<Type>(a, b);
  });
}

/// Table 26: a bit for each class, from minus infinity to quiet NaN.
template <typename Type>
uint64_t class_of(uint64_t bits) {
  constexpr FloatFormat format = Type::kFormat;
  const bool is_negative = bits & format.sign_bit();
  const uint64_t exponent = bits & format.exponent_mask();
  const uint64_t fraction = bits & format.fraction_mask();
  if (format.is_nan(bits)) return format.is_signaling_nan(bits) ? 1 << 8 : 1 << 9;
  if (exponent == format.exponent_mask()) return is_negative ? 1 << 0 : 1 << 7;
  if (exponent != 0) return is_negative ? 1 << 1 : 1 << 6;
  if (fraction != 0) return is_negative ? 1 << 2 : 1 << 5;
  return is_negative ? 1 << 3 : 1 << 4;
}

template <typename Type>
const Insn* classify(Cpu& cpu, const Insn* insn) {
  write_rd(cpu, insn, class_of<Type>(float_rs1<Type>(cpu, insn)));
  return go_on(cpu, insn + 1);
}

}  // namespace

const Insn* exec_flw(Cpu& cpu, const Insn* insn) {
  return load_float<Single, uint32_t>(cpu, insn);
}

const Insn* exec_fld(Cpu& cpu, const Insn* insn) {
  return load_float<Double, uint64_t>(cpu, insn);
}

const Insn* exec_fsw(Cpu& cpu, const Insn* insn) {
  return store_float<uint32_t>(cpu, insn);
}

const Insn* exec_fsd(Cpu& cpu, const Insn* insn) {
  return store_float<uint64_t>(cpu, insn);
}

// Moves copy bits, boxed or not.
const Insn* exec_fmv_x_w(Cpu& cpu, const Insn* insn) {
  write_rd(cpu, insn, sign_extend_word(cpu.state.f[insn->rs1]));
  return go_on(cpu, insn + 1);
}

const Insn* exec_fmv_x_d(Cpu& cpu, const Insn* insn) {
  write_rd(cpu, insn, cpu.state.f[insn->rs1]);
  return go_on(cpu, insn + 1);
}

const Insn* exec_fmv_w_x(Cpu& cpu, const Insn* insn) {
  write_float_rd<Single>(cpu, insn, rs1(cpu, insn) & 0xffff'ffff);
  return go_on(cpu, insn + 1);
}

const Insn* exec_fmv_d_x(Cpu& cpu, const Insn* insn) {
  write_float_rd<Double>(cpu, insn, rs1(cpu, insn));
  return go_on(cpu, insn + 1);
}

const Insn* exec_fsgnj_s(Cpu& cpu, const Insn* insn) {
  return inject_sign<Single>(cpu, insn, [](uint64_t, uint64_t b) { return b; });
}

const Insn* exec_fsgnjn_s(Cpu& cpu, const Insn* insn) {
  return inject_sign<Single>(cpu, insn, [](uint64_t, uint64_t b) { return ~b; });
}

const Insn* exec_fsgnjx_s(Cpu& cpu, const Insn* insn) {
  return inject_sign<Single>(cpu, insn, [](uint64_t a, uint64_t b) { return a ^ b; });
}

const Insn* exec_fmin_s(Cpu& cpu, const Insn* insn) {
  return select<Single>(cpu, insn, Wanted::Less);
}

const Insn* exec_fmax_s(Cpu& cpu, const Insn* insn) {
  return select<Single>(cpu, insn, Wanted::Greater);
}

const Insn* exec_feq_s(Cpu& cpu, const Insn* insn) {
  return equal<Single>(cpu, insn);
}

const Insn* exec_flt_s(Cpu& cpu, const Insn* insn) {
  return less<Single>(cpu, insn);
}

const Insn* exec_fle_s(Cpu& cpu, const Insn* insn) {
  return less_or_equal<Single>(cpu, insn);
}

const Insn* exec_fclass_s(Cpu& cpu, const Insn* insn) {
  return classify<Single>(cpu, insn);
}

const Insn* exec_fsgnj_d(Cpu& cpu, const Insn* insn) {
  return inject_sign<Double>(cpu, insn, [](uint64_t, uint64_t b) { return b; });
}

const Insn* exec_fsgnjn_d(Cpu& cpu, const Insn* insn) {
  return inject_sign<Double>(cpu, insn, [](uint64_t, uint64_t b) { return ~b; });
}

const Insn* exec_fsgnjx_d(Cpu& cpu, const Insn* insn) {
  return inject_sign<Double>(cpu, insn, [](uint64_t a, uint64_t b) { return a ^ b; });
}

const Insn* exec_fmin_d(Cpu& cpu, const Insn* insn) {
  return select<Double>(cpu, insn, Wanted::Less);
}

const Insn* exec_fmax_d(Cpu& cpu, const Insn* insn) {
  return select<Double>(cpu, insn, Wanted::Greater);
}

const Insn* exec_feq_d(Cpu& cpu, const Insn* insn) {
  return equal<Double>(cpu, insn);
}

const Insn* exec_flt_d(Cpu& cpu, const Insn* insn) {
  return less<Double>(cpu, insn);
}

const Insn* exec_fle_d(Cpu& cpu, const Insn* insn) {
  return less_or_equal<Double>(cpu, insn);
}

const Insn* exec_fclass_d(Cpu& cpu, const Insn* insn) {
  return classify<Double>(cpu, insn);
}

}  // namespace vm::riscv
