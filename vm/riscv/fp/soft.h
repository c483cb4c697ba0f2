// SPDX-License-Identifier: Apache-2.0
//
// IEEE 754 arithmetic in integers, for all RISC-V rounding modes: what the host's arithmetic, which
// is used for round-to-nearest-even, does not give exactly as RISC-V wants it.
//
//   Rounded sum = soft::add(kDouble, a, b, Rounding::NearestAway);
//   // sum.bits, sum.flags
//
// Unprivileged spec 20240411, chapters 20 and 21: tininess is detected after rounding (20.4), and
// every NaN result is the canonical one (20.3).

#pragma once

#include <cstdint>

namespace vm::riscv {

/// Encoded as in `rm` and `frm`: table 24 of the spec.
enum class Rounding : uint8_t {
  NearestEven = 0,
  TowardsZero = 1,
  Down = 2,
  Up = 3,
  NearestAway = 4,
};

/// A binary interchange format.
struct FloatFormat {
  unsigned exponent_bits;
  unsigned fraction_bits;

  constexpr int bias() const { return (1 << (exponent_bits - 1)) - 1; }
  constexpr uint64_t sign_bit() const { return uint64_t{1} << (exponent_bits + fraction_bits); }
  constexpr uint64_t fraction_mask() const { return (uint64_t{1} << fraction_bits) - 1; }
  constexpr uint64_t exponent_mask() const {
    return ((uint64_t{1} << exponent_bits) - 1) << fraction_bits;
  }
  constexpr uint64_t canonical_nan() const {
    return exponent_mask() | uint64_t{1} << (fraction_bits - 1);
  }

  constexpr bool is_nan(uint64_t bits) const {
    return (bits & exponent_mask()) == exponent_mask() && (bits & fraction_mask()) != 0;
  }
  constexpr bool is_signaling_nan(uint64_t bits) const {
    return is_nan(bits) && !(bits >> (fraction_bits - 1) & 1);
  }
};

constexpr FloatFormat kSingle{8, 23};
constexpr FloatFormat kDouble{11, 52};

/// A result and the flags that it raises (enum FloatFlag).
struct Rounded {
  uint64_t bits;
  uint8_t flags;

  bool operator==(const Rounded&) const = default;
};

/// An integer register of a conversion.
struct IntegerFormat {
  unsigned bits;
  bool is_signed;
};

namespace soft {

Rounded add(FloatFormat format, uint64_t a, uint64_t b, Rounding rounding);
Rounded multiply(FloatFormat format, uint64_t a, uint64_t b, Rounding rounding);
Rounded divide(FloatFormat format, uint64_t a, uint64_t b, Rounding rounding);
Rounded square_root(FloatFormat format, uint64_t a, Rounding rounding);

/// a * b + c, rounded once.
Rounded multiply_add(FloatFormat format, uint64_t a, uint64_t b, uint64_t c, Rounding rounding);

/// To another format.
Rounded convert(FloatFormat from, FloatFormat to, uint64_t a, Rounding rounding);

/// Sign-extended from the integer's width. Out of range: the nearest bound, and invalid (20.7).
Rounded to_integer(FloatFormat format, IntegerFormat integer, uint64_t a, Rounding rounding);
Rounded from_integer(FloatFormat format, IntegerFormat integer, uint64_t value, Rounding rounding);

}  // namespace soft
}  // namespace vm::riscv
