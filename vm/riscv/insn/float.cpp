// SPDX-License-Identifier: Apache-2.0
//
// F and D, arithmetic: unprivileged spec 20240411, 20.6 and 21.4.

#include "vm/riscv/insn/float.h"

#include <cmath>

namespace vm::riscv {
namespace {

/// host(a, b) if that can be had, else soft(format, a, b, rounding).
template <typename Type, typename Host, typename Soft>
[[gnu::always_inline]] inline const Insn* arithmetic(
    Cpu& cpu,
    const Insn* insn,
    Host host,
    Soft soft
) {
  if (rounding_of(cpu, insn) == kNearestEven) [[likely]] {
    const auto result =
        host(Type::to_host(float_rs1<Type>(cpu, insn)), Type::to_host(float_rs2<Type>(cpu, insn)));
    if (!std::isnan(result)) [[likely]] {
      write_float_rd<Type>(cpu, insn, Type::from_host(result));
      return go_on(cpu, insn + 1);
    }
  }
  const auto softly = [soft](const Cpu& c, const Insn* i, Rounding rounding) {
    return soft(Type::kFormat, float_rs1<Type>(c, i), float_rs2<Type>(c, i), rounding);
  };
  return go_on_unless_null(cpu, round_softly<Type>(cpu, insn, softly));
}

template <typename Type>
const Insn* add(Cpu& cpu, const Insn* insn) {
  return arithmetic<Type>(
      cpu,
      insn,
      [](auto a, auto b) { return a + b; },
      [](FloatFormat format, uint64_t a, uint64_t b, Rounding rounding) {
        return soft::add(format, a, b, rounding);
      }
  );
}

template <typename Type>
const Insn* subtract(Cpu& cpu, const Insn* insn) {
  return arithmetic<Type>(
      cpu,
      insn,
      [](auto a, auto b) { return a - b; },
      [](FloatFormat format, uint64_t a, uint64_t b, Rounding rounding) {
        return soft::add(format, a, b ^ format.sign_bit(), rounding);
      }
  );
}

template <typename Type>
const Insn* multiply(Cpu& cpu, const Insn* insn) {
  return arithmetic<Type>(
      cpu,
      insn,
      [](auto a, auto b) { return a * b; },
      [](FloatFormat format, uint64_t a, uint64_t b, Rounding rounding) {
        return soft::multiply(format, a, b, rounding);
      }
  );
}

template <typename Type>
const Insn* divide(Cpu& cpu, const Insn* insn) {
  return arithmetic<Type>(
      cpu,
      insn,
      [](auto a, auto b) { return a / b; },
      [](FloatFormat format, uint64_t a, uint64_t b, Rounding rounding) {
        return soft::divide(format, a, b, rounding);
      }
  );
}

template <typename Type>
const Insn* square_root(Cpu& cpu, const Insn* insn) {
  const uint64_t operand = float_rs1<Type>(cpu, insn);
  // Not by a comparison of floats: of a quiet NaN that would raise a flag.
  const bool is_negative = operand & Type::kFormat.sign_bit();
  const bool is_ordinary = !is_negative && !Type::kFormat.is_nan(operand);
  if (is_ordinary && rounding_of(cpu, insn) == kNearestEven) [[likely]] {
    write_float_rd<Type>(cpu, insn, Type::from_host(std::sqrt(Type::to_host(operand))));
    return go_on(cpu, insn + 1);
  }
  const auto softly = [](const Cpu& c, const Insn* i, Rounding rounding) {
    return soft::square_root(Type::kFormat, float_rs1<Type>(c, i), rounding);
  };
  return go_on_unless_null(cpu, round_softly<Type>(cpu, insn, softly));
}

/// Signs of the product and of the addend (20.6): fnmadd is -(a * b) - c.
enum class Sign {
  Plus,
  Minus,
};

template <typename Type, Sign Product, Sign Addend>
[[gnu::always_inline]] inline const Insn* multiply_add(Cpu& cpu, const Insn* insn) {
  constexpr uint64_t flip_product = Product == Sign::Minus ? Type::kFormat.sign_bit() : 0;
  constexpr uint64_t flip_addend = Addend == Sign::Minus ? Type::kFormat.sign_bit() : 0;
  if (rounding_of(cpu, insn) == kNearestEven) [[likely]] {
    const auto a = Type::to_host(float_rs1<Type>(cpu, insn) ^ flip_product);
    const auto b = Type::to_host(float_rs2<Type>(cpu, insn));
    const auto c = Type::to_host(float_rs3<Type>(cpu, insn) ^ flip_addend);
    // Rounded once, on every host; in hardware where there is any.
    const auto result = std::fma(a, b, c);
    if (!std::isnan(result)) [[likely]] {
      write_float_rd<Type>(cpu, insn, Type::from_host(result));
      return go_on(cpu, insn + 1);
    }
  }
  const auto softly = [](const Cpu& cp, const Insn* in, Rounding rounding) {
    const uint64_t a = float_rs1<Type>(cp, in) ^ flip_product;
    const uint64_t c = float_rs3<Type>(cp, in) ^ flip_addend;
    return soft::multiply_add(Type::kFormat, a, float_rs2<Type>(cp, in), c, rounding);
  };
  return go_on_unless_null(cpu, round_softly<Type>(cpu, insn, softly));
}

}  // namespace

const Insn* exec_fadd_s(Cpu& cpu, const Insn* insn) {
  return add<Single>(cpu, insn);
}

const Insn* exec_fadd_d(Cpu& cpu, const Insn* insn) {
  return add<Double>(cpu, insn);
}

const Insn* exec_fsub_s(Cpu& cpu, const Insn* insn) {
  return subtract<Single>(cpu, insn);
}

const Insn* exec_fsub_d(Cpu& cpu, const Insn* insn) {
  return subtract<Double>(cpu, insn);
}

const Insn* exec_fmul_s(Cpu& cpu, const Insn* insn) {
  return multiply<Single>(cpu, insn);
}

const Insn* exec_fmul_d(Cpu& cpu, const Insn* insn) {
  return multiply<Double>(cpu, insn);
}

const Insn* exec_fdiv_s(Cpu& cpu, const Insn* insn) {
  return divide<Single>(cpu, insn);
}

const Insn* exec_fdiv_d(Cpu& cpu, const Insn* insn) {
  return divide<Double>(cpu, insn);
}

const Insn* exec_fsqrt_s(Cpu& cpu, const Insn* insn) {
  return square_root<Single>(cpu, insn);
}

const Insn* exec_fsqrt_d(Cpu& cpu, const Insn* insn) {
  return square_root<Double>(cpu, insn);
}

const Insn* exec_fmadd_s(Cpu& cpu, const Insn* insn) {
  return multiply_add<Single, Sign::Plus, Sign::Plus>(cpu, insn);
}

const Insn* exec_fmadd_d(Cpu& cpu, const Insn* insn) {
  return multiply_add<Double, Sign::Plus, Sign::Plus>(cpu, insn);
}

const Insn* exec_fmsub_s(Cpu& cpu, const Insn* insn) {
  return multiply_add<Single, Sign::Plus, Sign::Minus>(cpu, insn);
}

const Insn* exec_fmsub_d(Cpu& cpu, const Insn* insn) {
  return multiply_add<Double, Sign::Plus, Sign::Minus>(cpu, insn);
}

const Insn* exec_fnmsub_s(Cpu& cpu, const Insn* insn) {
  return multiply_add<Single, Sign::Minus, Sign::Plus>(cpu, insn);
}

const Insn* exec_fnmsub_d(Cpu& cpu, const Insn* insn) {
  return multiply_add<Double, Sign::Minus, Sign::Plus>(cpu, insn);
}

const Insn* exec_fnmadd_s(Cpu& cpu, const Insn* insn) {
  return multiply_add<Single, Sign::Minus, Sign::Minus>(cpu, insn);
}

const Insn* exec_fnmadd_d(Cpu& cpu, const Insn* insn) {
  return multiply_add<Double, Sign::Minus, Sign::Minus>(cpu, insn);
}

}  // namespace vm::riscv
