// SPDX-License-Identifier: Apache-2.0
//
// Numbers are taken apart into sign, exponent and a 128-bit significand whose leading one is at bit
// 126, so that the value is significand * 2^(exponent - 126). Bits that fall off at the right leave
// a one in bit 0 ("jamming"): they decide ties and exactness, and nothing else.
//
// Invariants: exact products of doubles have 106 bits and fit; a sum cancels more than one bit only
// where the exponents differ by at most one, and then nothing has been jammed.

#include "vm/riscv/fp/soft.h"

#include <bit>
#include <optional>
#include <utility>

#include "vm/riscv/fp/flags.h"

namespace vm::riscv::soft {
namespace {

__extension__ using uint128 = unsigned __int128;

constexpr int kLeading = 126;

enum class Class {
  Zero,
  Finite,
  Infinity,
  Nan,
};

struct Number {
  Class kind;
  bool is_negative;
  int exponent;
  uint128 significand;
};

int leading_zeros(uint128 value) {
  const auto high = static_cast<uint64_t>(value >> 64);
  return high ? std::countl_zero(high) : 64 + std::countl_zero(static_cast<uint64_t>(value));
}

uint128 shift_right_jamming(uint128 value, int by) {
  if (by == 0) return value;
  if (by > 127) return value != 0;
  const bool lost = (value << (128 - by)) != 0;
  return value >> by | uint128{lost};
}

/// Moves the leading one to its place. The significand is not zero.
void normalise(Number& number) {
  const int zeros = leading_zeros(number.significand);
  if (zeros == 0) {
    number.significand = shift_right_jamming(number.significand, 1);
    number.exponent += 1;
    return;
  }
  number.significand <<= zeros - 1;
  number.exponent -= zeros - 1;
}

Number unpack(FloatFormat format, uint64_t bits) {
  const bool is_negative = bits & format.sign_bit();
  const uint64_t fraction = bits & format.fraction_mask();
  const auto field = static_cast<int>((bits & format.exponent_mask()) >> format.fraction_bits);
  const int largest = (1 << format.exponent_bits) - 1;
  if (field == largest) {
    return {fraction ? Class::Nan : Class::Infinity, is_negative, 0, 0};
  }
  if (field == 0 && fraction == 0) return {Class::Zero, is_negative, 0, 0};
  const uint64_t hidden = field == 0 ? 0 : uint64_t{1} << format.fraction_bits;
  Number number{
      Class::Finite,
      is_negative,
      (field == 0 ? 1 : field) - format.bias(),
      uint128{hidden | fraction} << (kLeading - static_cast<int>(format.fraction_bits))};
  normalise(number);
  return number;
}

// ---- Rounding
// ------------------------------------------------------------------------------------

/// Whether to go away from zero, given the bits behind the last kept one.
bool rounds_up(Rounding rounding, bool is_negative, bool is_odd, uint128 rest, uint128 half) {
  switch (rounding) {
    case Rounding::NearestEven: return rest > half || (rest == half && is_odd);
    case Rounding::TowardsZero: return false;
    case Rounding::Down: return is_negative && rest != 0;
    case Rounding::Up: return !is_negative && rest != 0;
    case Rounding::NearestAway: return rest >= half;
  }
  return false;
}

/// The significand without its `drop` lowest bits, rounded.
uint64_t round_off(const Number& number, int drop, Rounding rounding, bool& is_inexact) {
  const uint128 unit = uint128{1} << drop;
  const uint128 rest = number.significand & (unit - 1);
  const auto kept = static_cast<uint64_t>(number.significand >> drop);
  is_inexact = rest != 0;
  return kept + rounds_up(rounding, number.is_negative, kept & 1, rest, unit >> 1);
}

uint64_t sign(FloatFormat format, bool is_negative) {
  return is_negative ? format.sign_bit() : 0;
}

Rounded overflow(FloatFormat format, bool is_negative, Rounding rounding) {
  const bool to_infinity = rounding == Rounding::NearestEven || rounding == Rounding::NearestAway ||
                           rounding == (is_negative ? Rounding::Down : Rounding::Up);
  const uint64_t largest = format.exponent_mask() - 1;
  const uint64_t magnitude = to_infinity ? format.exponent_mask() : largest;
  return {sign(format, is_negative) | magnitude, kOverflow | kInexact};
}

/// A finite number that is not zero.
Rounded round(FloatFormat format, Number number, Rounding rounding) {
  const int drop = kLeading - static_cast<int>(format.fraction_bits);
  const int smallest = 1 - format.bias();
  bool is_inexact = false;
  bool is_tiny = number.exponent < smallest;
  if (is_tiny) {
    // After rounding as if the exponent were unbounded, it may reach the smallest normal number.
    const uint64_t unbounded = round_off(number, drop, rounding, is_inexact);
    const bool carries = unbounded >> (format.fraction_bits + 1);
    if (carries && number.exponent == smallest - 1) is_tiny = false;
    number.significand = shift_right_jamming(number.significand, smallest - number.exponent);
    number.exponent = smallest;
  }
  // A carry out of the fraction goes into the exponent, which is where it belongs; a significand
  // with its hidden bit adds one to the exponent field, one without makes a subnormal.
  const uint64_t kept = round_off(number, drop, rounding, is_inexact);
  const auto field = static_cast<uint64_t>(number.exponent + format.bias() - 1);
  const bool is_too_large = number.exponent > format.bias() + 1;
  const uint64_t magnitude = (field << format.fraction_bits) + kept;
  if (is_too_large || magnitude >= format.exponent_mask()) {
    return overflow(format, number.is_negative, rounding);
  }
  uint8_t flags = is_inexact ? kInexact : 0;
  if (is_inexact && is_tiny) flags |= kUnderflow;
  return {sign(format, number.is_negative) | magnitude, flags};
}

Rounded finish(FloatFormat format, const Number& number, Rounding rounding) {
  switch (number.kind) {
    case Class::Zero: return {sign(format, number.is_negative), 0};
    case Class::Infinity: return {sign(format, number.is_negative) | format.exponent_mask(), 0};
    case Class::Nan: return {format.canonical_nan(), 0};
    case Class::Finite: return round(format, number, rounding);
  }
  return {};
}

// ---- NaNs
// ----------------------------------------------------------------------------------------

Rounded invalid(FloatFormat format) {
  return {format.canonical_nan(), kInvalid};
}

/// The result if an operand is a NaN.
template <typename... Operands>
std::optional<Rounded> nan_result(FloatFormat format, Operands... operands) {
  if ((format.is_signaling_nan(operands) || ...)) return invalid(format);
  if ((format.is_nan(operands) || ...)) return Rounded{format.canonical_nan(), 0};
  return std::nullopt;
}

// ---- Operations on numbers
// -----------------------------------------------------------------------

/// The sum of infinities is the caller's; anything else may be passed.
Number sum(Number a, Number b, Rounding rounding) {
  if (a.kind == Class::Infinity) return a;
  if (b.kind == Class::Infinity) return b;
  if (a.kind == Class::Zero && b.kind == Class::Zero) {
    if (a.is_negative != b.is_negative) a.is_negative = rounding == Rounding::Down;
    return a;
  }
  if (a.kind == Class::Zero) return b;
  if (b.kind == Class::Zero) return a;

  if (a.exponent < b.exponent) std::swap(a, b);
  b.significand = shift_right_jamming(b.significand, a.exponent - b.exponent);
  if (a.is_negative == b.is_negative) {
    a.significand += b.significand;
    normalise(a);
    return a;
  }
  if (a.significand == b.significand) {
    return {Class::Zero, rounding == Rounding::Down, 0, 0};
  }
  if (a.significand < b.significand) {
    std::swap(a.significand, b.significand);
    a.is_negative = b.is_negative;
  }
  a.significand -= b.significand;
  normalise(a);
  return a;
}

/// Without infinity times zero.
Number product(const Number& a, const Number& b) {
  const bool is_negative = a.is_negative != b.is_negative;
  if (a.kind == Class::Infinity || b.kind == Class::Infinity) {
    return {Class::Infinity, is_negative, 0, 0};
  }
  if (a.kind == Class::Zero || b.kind == Class::Zero) return {Class::Zero, is_negative, 0, 0};
  // Upper halves, with leading ones at bit 62, give one at bit 124 or 125.
  const uint128 significand = (a.significand >> 64) * (b.significand >> 64);
  Number result{Class::Finite, is_negative, a.exponent + b.exponent + 2, significand};
  normalise(result);
  return result;
}

bool is_infinity_times_zero(const Number& a, const Number& b) {
  return (a.kind == Class::Infinity && b.kind == Class::Zero) ||
         (a.kind == Class::Zero && b.kind == Class::Infinity);
}

bool is_difference_of_infinities(const Number& a, const Number& b) {
  return a.kind == Class::Infinity && b.kind == Class::Infinity && a.is_negative != b.is_negative;
}

/// The integer part of the root; `is_exact` tells whether that is all.
uint64_t integer_root(uint128 value, bool& is_exact) {
  uint128 root = 0;
  uint128 rest = value;
  for (int bit = 63; bit >= 0; --bit) {
    // (root + 2^bit)^2 - root^2
    const uint128 step = (root << (bit + 1)) + (uint128{1} << (2 * bit));
    if (rest < step) continue;
    rest -= step;
    root |= uint128{1} << bit;
  }
  is_exact = rest == 0;
  return static_cast<uint64_t>(root);
}

}  // namespace

Rounded add(FloatFormat format, uint64_t a, uint64_t b, Rounding rounding) {
  if (auto nan = nan_result(format, a, b)) return *nan;
  const Number left = unpack(format, a);
  const Number right = unpack(format, b);
  if (is_difference_of_infinities(left, right)) return invalid(format);
  return finish(format, sum(left, right, rounding), rounding);
}

Rounded multiply(FloatFormat format, uint64_t a, uint64_t b, Rounding rounding) {
  if (auto nan = nan_result(format, a, b)) return *nan;
  const Number left = unpack(format, a);
  const Number right = unpack(format, b);
  if (is_infinity_times_zero(left, right)) return invalid(format);
  return finish(format, product(left, right), rounding);
}

Rounded divide(FloatFormat format, uint64_t a, uint64_t b, Rounding rounding) {
  if (auto nan = nan_result(format, a, b)) return *nan;
  const Number dividend = unpack(format, a);
  const Number divisor = unpack(format, b);
  if (dividend.kind == divisor.kind && dividend.kind != Class::Finite) return invalid(format);
  const bool is_negative = dividend.is_negative != divisor.is_negative;
  const uint64_t signed_zero = sign(format, is_negative);
  if (dividend.kind == Class::Infinity) return {signed_zero | format.exponent_mask(), 0};
  if (dividend.kind == Class::Zero || divisor.kind == Class::Infinity) return {signed_zero, 0};
  if (divisor.kind == Class::Zero) return {signed_zero | format.exponent_mask(), kDivideByZero};

  // The divisor's upper half has its leading one at bit 62, so that the quotient has 64 or 65 bits.
  const uint128 by = divisor.significand >> 64;
  const uint128 quotient = dividend.significand / by;
  const bool is_exact = dividend.significand % by == 0;
  Number result{
      Class::Finite,
      is_negative,
      dividend.exponent - divisor.exponent + kLeading - 64 - 1,
      quotient << 1 | uint128{!is_exact}};
  normalise(result);
  return finish(format, result, rounding);
}

Rounded square_root(FloatFormat format, uint64_t a, Rounding rounding) {
  if (auto nan = nan_result(format, a)) return *nan;
  Number number = unpack(format, a);
  if (number.kind == Class::Zero) return {a, 0};
  if (number.is_negative) return invalid(format);
  if (number.kind == Class::Infinity) return {a, 0};

  // An even exponent halves; the significand is then in [1, 4), as a multiple of 2^-126.
  const bool is_odd = number.exponent & 1;
  const uint128 radicand = is_odd ? number.significand << 1 : number.significand;
  bool is_exact = false;
  const uint64_t root = integer_root(radicand, is_exact);
  const int half = (number.exponent - is_odd) / 2;
  // The root's leading one is at bit 63.
  Number result{Class::Finite, false, half, uint128{root} << (kLeading - 63) | uint128{!is_exact}};
  return finish(format, result, rounding);
}

Rounded multiply_add(FloatFormat format, uint64_t a, uint64_t b, uint64_t c, Rounding rounding) {
  const Number left = unpack(format, a);
  const Number right = unpack(format, b);
  // 20.6: invalid even if the addend is a quiet NaN.
  if (is_infinity_times_zero(left, right)) return invalid(format);
  if (auto nan = nan_result(format, a, b, c)) return *nan;
  const Number factor = product(left, right);
  const Number addend = unpack(format, c);
  if (is_difference_of_infinities(factor, addend)) return invalid(format);
  return finish(format, sum(factor, addend, rounding), rounding);
}

Rounded convert(FloatFormat from, FloatFormat to, uint64_t a, Rounding rounding) {
  if (from.is_nan(a)) {
    const uint8_t flags = from.is_signaling_nan(a) ? kInvalid : 0;
    return {to.canonical_nan(), flags};
  }
  return finish(to, unpack(from, a), rounding);
}

Rounded to_integer(FloatFormat format, IntegerFormat integer, uint64_t a, Rounding rounding) {
  const Number number = unpack(format, a);
  const uint64_t all = ~uint64_t{0} >> (64 - integer.bits);
  const uint64_t largest = integer.is_signed ? all >> 1 : all;
  const uint64_t smallest = integer.is_signed ? ~largest : 0;
  const auto extended = [&](uint64_t value) {
    const unsigned unused = 64 - integer.bits;
    return static_cast<uint64_t>(static_cast<int64_t>(value << unused) >> unused);
  };
  const Rounded too_large{extended(largest), kInvalid};
  const Rounded too_small{extended(smallest), kInvalid};

  if (number.kind == Class::Zero) return {0, 0};
  if (number.kind == Class::Nan) return too_large;
  const bool is_beyond = number.kind == Class::Infinity || number.exponent > 63;
  if (is_beyond) return number.is_negative ? too_small : too_large;

  bool is_inexact = false;
  // Below 2^-1 only the fact that something is there matters.
  Number shifted = number;
  int drop = kLeading - number.exponent;
  if (drop > kLeading + 1) {
    shifted.significand = shift_right_jamming(number.significand, drop - kLeading - 1);
    drop = kLeading + 1;
  }
  const uint64_t magnitude = round_off(shifted, drop, rounding, is_inexact);
  // Rounding up from 2^64 - 1 and a bit wraps to zero.
  const bool has_wrapped = magnitude == 0 && number.exponent == 63;
  const uint64_t bound = number.is_negative ? uint64_t{0} - smallest : largest;
  if (has_wrapped || magnitude > bound) return number.is_negative ? too_small : too_large;
  const uint64_t value = number.is_negative ? uint64_t{0} - magnitude : magnitude;
  return {extended(value), static_cast<uint8_t>(is_inexact ? kInexact : 0)};
}

Rounded from_integer(FloatFormat format, IntegerFormat integer, uint64_t value, Rounding rounding) {
  const unsigned unused = 64 - integer.bits;
  if (integer.is_signed) {
    value = static_cast<uint64_t>(static_cast<int64_t>(value << unused) >> unused);
  } else {
    value = value << unused >> unused;
  }
  if (value == 0) return {0, 0};
  const bool is_negative = integer.is_signed && static_cast<int64_t>(value) < 0;
  const uint64_t magnitude = is_negative ? uint64_t{0} - value : value;
  Number number{Class::Finite, is_negative, 63, uint128{magnitude} << (kLeading - 63)};
  normalise(number);
  return finish(format, number, rounding);
}

}  // namespace vm::riscv::soft
