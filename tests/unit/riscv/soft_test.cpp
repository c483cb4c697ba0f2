// SPDX-License-Identifier: Apache-2.0
//
// The host's arithmetic is the oracle: it is exact in four of the five rounding modes. The fifth is
// checked by the other four. Operands and results are volatile, so that nothing is computed in
// another mode or in advance.

#include "vm/riscv/fp/soft.h"

#include <bit>
#include <cfenv>
#include <cmath>
#include <random>

#include <gtest/gtest.h>

#include "vm/riscv/fp/flags.h"

namespace vm::riscv {
namespace {

constexpr int kRounds = 20'000;
constexpr std::pair<Rounding, int> kHostModes[] = {
    {Rounding::NearestEven, FE_TONEAREST},
    {Rounding::TowardsZero, FE_TOWARDZERO},
    {Rounding::Down, FE_DOWNWARD},
    {Rounding::Up, FE_UPWARD},
};

/// Random bits, with many exponents near each other, near the ends, and short fractions.
class Operands {
 public:
  double next() {
    const uint64_t sign = random_() << 63;
    constexpr uint64_t kExponents[] = {0, 1, 2, 1021, 1022, 1023, 1024, 1025, 2045, 2046, 2047};
    const uint64_t choice = random_();
    const uint64_t exponent = choice & 1 ? kExponents[choice / 2 % 11] : random_() % 2048;
    uint64_t fraction = random_() >> 12;
    if (choice & 2) fraction &= ~uint64_t{0} << (random_() % 53);
    return std::bit_cast<double>(sign | exponent << 52 | (fraction & ~uint64_t{0} >> 12));
  }

 private:
  std::mt19937_64 random_{1};
};

uint8_t host_flags() {
  const int host = std::fetestexcept(FE_ALL_EXCEPT);
  uint8_t flags = 0;
  if (host & FE_INVALID) flags |= kInvalid;
  if (host & FE_DIVBYZERO) flags |= kDivideByZero;
  if (host & FE_OVERFLOW) flags |= kOverflow;
  if (host & FE_UNDERFLOW) flags |= kUnderflow;
  if (host & FE_INEXACT) flags |= kInexact;
  return flags;
}

template <typename Operation>
Rounded on_host(int mode, Operation operation) {
  std::fesetround(mode);
  std::feclearexcept(FE_ALL_EXCEPT);
  const volatile double result = operation();
  const uint8_t flags = host_flags();
  std::fesetround(FE_TONEAREST);
  const double value = result;
  const uint64_t bits =
      std::isnan(value) ? kDouble.canonical_nan() : std::bit_cast<uint64_t>(value);
  return {bits, flags};
}

uint64_t bits_of(double value) {
  return std::bit_cast<uint64_t>(value);
}

/// Compares with the host in all of its modes.
template <typename Host, typename Soft>
void expect_like_host(Host host, Soft soft, std::initializer_list<double> operands) {
  for (const auto& [rounding, mode] : kHostModes) {
    const Rounded expected = on_host(mode, host);
    const Rounded found = soft(rounding);
    ASSERT_EQ(found.bits, expected.bits) << testing::PrintToString(operands) << mode;
    ASSERT_EQ(found.flags, expected.flags) << testing::PrintToString(operands) << mode;
  }
}

TEST(SoftFloat, AddsLikeTheHost) {
  Operands operands;
  for (int i = 0; i < kRounds; ++i) {
    const volatile double a = operands.next();
    const volatile double b = operands.next();
    expect_like_host(
        [&] { return a + b; },
        [&](Rounding rounding) { return soft::add(kDouble, bits_of(a), bits_of(b), rounding); },
        {a, b}
    );
  }
}

TEST(SoftFloat, MultipliesLikeTheHost) {
  Operands operands;
  for (int i = 0; i < kRounds; ++i) {
    const volatile double a = operands.next();
    const volatile double b = operands.next();
    expect_like_host(
        [&] { return a * b; },
        [&](Rounding rounding) {
          return soft::multiply(kDouble, bits_of(a), bits_of(b), rounding);
        },
        {a, b}
    );
  }
}

TEST(SoftFloat, DividesLikeTheHost) {
  Operands operands;
  for (int i = 0; i < kRounds; ++i) {
    const volatile double a = operands.next();
    const volatile double b = operands.next();
    expect_like_host(
        [&] { return a / b; },
        [&](Rounding rounding) { return soft::divide(kDouble, bits_of(a), bits_of(b), rounding); },
        {a, b}
    );
  }
}

TEST(SoftFloat, TakesRootsLikeTheHost) {
  Operands operands;
  for (int i = 0; i < kRounds; ++i) {
    const volatile double a = operands.next();
    expect_like_host(
        [&] { return std::sqrt(a); },
        [&](Rounding rounding) { return soft::square_root(kDouble, bits_of(a), rounding); },
        {a}
    );
  }
}

TEST(SoftFloat, FusesLikeTheHost) {
  Operands operands;
  for (int i = 0; i < kRounds; ++i) {
    const volatile double a = operands.next();
    const volatile double b = operands.next();
    const volatile double c = operands.next();
    // Infinity times zero plus a NaN is where machines differ.
    if (std::isnan(a) || std::isnan(b) || std::isnan(c)) continue;
    expect_like_host(
        [&] { return std::fma(a, b, c); },
        [&](Rounding rounding) {
          return soft::multiply_add(kDouble, bits_of(a), bits_of(b), bits_of(c), rounding);
        },
        {a, b, c}
    );
  }
}

TEST(SoftFloat, NarrowsLikeTheHost) {
  Operands operands;
  for (int i = 0; i < kRounds; ++i) {
    const volatile double a = operands.next();
    if (std::isnan(a)) continue;
    for (const auto& [rounding, mode] : kHostModes) {
      const Rounded expected = on_host(mode, [&] { return double{static_cast<float>(a)}; });
      const Rounded found = soft::convert(kDouble, kSingle, bits_of(a), rounding);
      const auto single = std::bit_cast<float>(static_cast<uint32_t>(found.bits));
      ASSERT_EQ(bits_of(single), expected.bits) << a << " " << mode;
      ASSERT_EQ(found.flags, expected.flags) << a << " " << mode;
    }
  }
}

/// Ties away from zero is to even but at ties, where it is away from zero: so it is either what
/// towards-zero gives or its neighbour, and where even went away, away goes too.
TEST(SoftFloat, RoundsTiesAwayFromZero) {
  const uint64_t one = bits_of(1.0);
  const uint64_t half_ulp = bits_of(std::ldexp(1.0, -53));
  EXPECT_EQ(soft::add(kDouble, one, half_ulp, Rounding::NearestAway).bits, one + 1);
  EXPECT_EQ(soft::add(kDouble, one, half_ulp, Rounding::NearestEven).bits, one);
  const uint64_t below = bits_of(std::nextafter(std::ldexp(1.0, -53), 0.0));
  EXPECT_EQ(soft::add(kDouble, one, below, Rounding::NearestAway).bits, one);

  Operands operands;
  for (int i = 0; i < kRounds; ++i) {
    const uint64_t a = bits_of(operands.next());
    const uint64_t b = bits_of(operands.next());
    if (kDouble.is_nan(a) || kDouble.is_nan(b)) continue;
    const uint64_t zero = soft::multiply(kDouble, a, b, Rounding::TowardsZero).bits;
    const uint64_t even = soft::multiply(kDouble, a, b, Rounding::NearestEven).bits;
    const uint64_t away = soft::multiply(kDouble, a, b, Rounding::NearestAway).bits;
    ASSERT_LE(away - zero, 1u);
    if (even != zero) {
      ASSERT_EQ(away, even);
    }
  }
}

TEST(SoftFloat, ConvertsToIntegersWithinTheirBounds) {
  constexpr IntegerFormat kWord{32, true};
  constexpr IntegerFormat kUnsignedLong{64, false};
  const auto word = [&](double value, Rounding rounding) {
    return soft::to_integer(kDouble, kWord, bits_of(value), rounding);
  };
  EXPECT_EQ(word(2.5, Rounding::NearestEven), (Rounded{2, kInexact}));
  EXPECT_EQ(word(2.5, Rounding::NearestAway), (Rounded{3, kInexact}));
  EXPECT_EQ(word(-2.5, Rounding::Down), (Rounded{static_cast<uint64_t>(-3), kInexact}));
  EXPECT_EQ(word(2147483647.5, Rounding::TowardsZero), (Rounded{0x7fff'ffff, kInexact}));
  EXPECT_EQ(word(2147483647.5, Rounding::Up), (Rounded{0x7fff'ffff, kInvalid}));
  EXPECT_EQ(word(-2147483649.0, Rounding::Up).flags, kInvalid);
  const uint64_t two_to_64 = bits_of(std::ldexp(1.0, 64));
  EXPECT_EQ(
      soft::to_integer(kDouble, kUnsignedLong, two_to_64, Rounding::TowardsZero),
      (Rounded{~uint64_t{0}, kInvalid})
  );
  EXPECT_EQ(
      soft::to_integer(kDouble, kUnsignedLong, bits_of(-0.25), Rounding::TowardsZero),
      (Rounded{0, kInexact})
  );
}

}  // namespace
}  // namespace vm::riscv
