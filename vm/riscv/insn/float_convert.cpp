// SPDX-License-Identifier: Apache-2.0
//
// F and D, conversions: unprivileged spec 20240411, 20.7 and 21.5.

#include <cmath>

#include "vm/riscv/insn/float.h"

namespace vm::riscv {
namespace {

constexpr IntegerFormat kWord{32, true};
constexpr IntegerFormat kUnsignedWord{32, false};
constexpr IntegerFormat kLong{64, true};
constexpr IntegerFormat kUnsignedLong{64, false};

/// C++ truncates: fast where that is asked for and the value is well within range.
template <typename Type>
bool truncates_simply(const Cpu& cpu, const Insn* insn, IntegerFormat integer, uint64_t operand) {
  const auto value = Type::to_host(operand);
  const auto bound = static_cast<typename Type::Host>(int64_t{1} << (integer.bits - 2));
  return rounding_of(cpu, insn) == static_cast<unsigned>(Rounding::TowardsZero) && value < bound &&
         value >= (integer.is_signed ? -bound : 0);
}

template <typename Type>
const Insn* to_integer(Cpu& cpu, const Insn* insn, IntegerFormat integer) {
  const uint64_t operand = float_rs1<Type>(cpu, insn);
  if (truncates_simply<Type>(cpu, insn, integer, operand)) [[likely]] {
    const auto value = Type::to_host(operand);
    const auto truncated = static_cast<int64_t>(value);
    const bool is_exact = static_cast<typename Type::Host>(truncated) == value;
    if (!is_exact) raise_float_flags(cpu, kInexact);
    write_rd(cpu, insn, static_cast<uint64_t>(truncated));
    return insn + 1;
  }
  const unsigned mode = rounding_of(cpu, insn);
  if (is_reserved_rounding(mode)) return raise_illegal(cpu, insn);
  const Rounded result =
      soft::to_integer(Type::kFormat, integer, operand, static_cast<Rounding>(mode));
  if (result.flags) raise_float_flags(cpu, result.flags);
  write_rd(cpu, insn, result.bits);
  return insn + 1;
}

/// `Integer` is the C++ type with the range of the source.
template <typename Type, typename Integer>
const Insn* from_integer(Cpu& cpu, const Insn* insn, IntegerFormat integer) {
  const unsigned mode = rounding_of(cpu, insn);
  if (mode == kNearestEven) [[likely]] {
    const auto value = static_cast<Integer>(rs1(cpu, insn));
    const auto converted = static_cast<typename Type::Host>(value);
    write_float_rd<Type>(cpu, insn, Type::from_host(converted));
    return insn + 1;
  }
  if (is_reserved_rounding(mode)) return raise_illegal(cpu, insn);
  const uint64_t value = rs1(cpu, insn);
  write_rounded<Type>(
      cpu,
      insn,
      soft::from_integer(Type::kFormat, integer, value, static_cast<Rounding>(mode))
  );
  return insn + 1;
}

template <typename From, typename To>
const Insn* convert(Cpu& cpu, const Insn* insn) {
  const uint64_t operand = float_rs1<From>(cpu, insn);
  const auto value = From::to_host(operand);
  if (rounding_of(cpu, insn) == kNearestEven && !std::isnan(value)) [[likely]] {
    const auto converted = static_cast<typename To::Host>(value);
    write_float_rd<To>(cpu, insn, To::from_host(converted));
    return go_on(cpu, insn + 1);
  }
  const auto softly = [](const Cpu& c, const Insn* i, Rounding rounding) {
    return soft::convert(From::kFormat, To::kFormat, float_rs1<From>(c, i), rounding);
  };
  return go_on_unless_null(cpu, round_softly<To>(cpu, insn, softly));
}

}  // namespace

const Insn* exec_fcvt_s_d(Cpu& cpu, const Insn* insn) {
  return convert<Double, Single>(cpu, insn);
}

const Insn* exec_fcvt_d_s(Cpu& cpu, const Insn* insn) {
  return convert<Single, Double>(cpu, insn);
}

const Insn* exec_fcvt_w_s(Cpu& cpu, const Insn* insn) {
  return go_on_unless_null(cpu, to_integer<Single>(cpu, insn, kWord));
}

const Insn* exec_fcvt_wu_s(Cpu& cpu, const Insn* insn) {
  return go_on_unless_null(cpu, to_integer<Single>(cpu, insn, kUnsignedWord));
}

const Insn* exec_fcvt_l_s(Cpu& cpu, const Insn* insn) {
  return go_on_unless_null(cpu, to_integer<Single>(cpu, insn, kLong));
}

const Insn* exec_fcvt_lu_s(Cpu& cpu, const Insn* insn) {
  return go_on_unless_null(cpu, to_integer<Single>(cpu, insn, kUnsignedLong));
}

const Insn* exec_fcvt_s_w(Cpu& cpu, const Insn* insn) {
  return go_on_unless_null(cpu, from_integer<Single, int32_t>(cpu, insn, kWord));
}

const Insn* exec_fcvt_s_wu(Cpu& cpu, const Insn* insn) {
  return go_on_unless_null(cpu, from_integer<Single, uint32_t>(cpu, insn, kUnsignedWord));
}

const Insn* exec_fcvt_s_l(Cpu& cpu, const Insn* insn) {
  return go_on_unless_null(cpu, from_integer<Single, int64_t>(cpu, insn, kLong));
}

const Insn* exec_fcvt_s_lu(Cpu& cpu, const Insn* insn) {
  return go_on_unless_null(cpu, from_integer<Single, uint64_t>(cpu, insn, kUnsignedLong));
}

const Insn* exec_fcvt_w_d(Cpu& cpu, const Insn* insn) {
  return go_on_unless_null(cpu, to_integer<Double>(cpu, insn, kWord));
}

const Insn* exec_fcvt_wu_d(Cpu& cpu, const Insn* insn) {
  return go_on_unless_null(cpu, to_integer<Double>(cpu, insn, kUnsignedWord));
}

const Insn* exec_fcvt_l_d(Cpu& cpu, const Insn* insn) {
  return go_on_unless_null(cpu, to_integer<Double>(cpu, insn, kLong));
}

const Insn* exec_fcvt_lu_d(Cpu& cpu, const Insn* insn) {
  return go_on_unless_null(cpu, to_integer<Double>(cpu, insn, kUnsignedLong));
}

const Insn* exec_fcvt_d_w(Cpu& cpu, const Insn* insn) {
  return go_on_unless_null(cpu, from_integer<Double, int32_t>(cpu, insn, kWord));
}

const Insn* exec_fcvt_d_wu(Cpu& cpu, const Insn* insn) {
  return go_on_unless_null(cpu, from_integer<Double, uint32_t>(cpu, insn, kUnsignedWord));
}

const Insn* exec_fcvt_d_l(Cpu& cpu, const Insn* insn) {
  return go_on_unless_null(cpu, from_integer<Double, int64_t>(cpu, insn, kLong));
}

const Insn* exec_fcvt_d_lu(Cpu& cpu, const Insn* insn) {
  return go_on_unless_null(cpu, from_integer<Double, uint64_t>(cpu, insn, kUnsignedLong));
}

}  // namespace vm::riscv
