// SPDX-License-Identifier: Apache-2.0
//
// M: unprivileged spec 20240411, chapter 13. Division never traps; table 14 has the odd cases.

#include <limits>

#include "vm/riscv/execute.h"

namespace vm::riscv {
namespace {

__extension__ using int128 = __int128;
__extension__ using uint128 = unsigned __int128;

uint64_t high(uint128 product) {
  return static_cast<uint64_t>(product >> 64);
}

uint128 widen_signed(uint64_t value) {
  return static_cast<uint128>(static_cast<int128>(static_cast<int64_t>(value)));
}

template <typename Signed>
Signed divide(Signed dividend, Signed divisor) {
  if (divisor == 0) return -1;
  if (dividend == std::numeric_limits<Signed>::min() && divisor == -1) return dividend;
  return dividend / divisor;
}

template <typename Signed>
Signed remainder(Signed dividend, Signed divisor) {
  if (divisor == 0) return dividend;
  if (dividend == std::numeric_limits<Signed>::min() && divisor == -1) return 0;
  return dividend % divisor;
}

/// The upper word of a product of words, each given as it is to be taken.
uint64_t high_word(int64_t product) {
  return static_cast<uint64_t>(product >> 32);
}

int64_t signed_word(uint64_t value) {
  return static_cast<int32_t>(value);
}

int64_t unsigned_word(uint64_t value) {
  return static_cast<uint32_t>(value);
}

}  // namespace

const Insn* exec_mul(Cpu& cpu, const Insn* insn) {
  return binary(cpu, insn, operations::Mul{});
}

const Insn* exec_mulh(Cpu& cpu, const Insn* insn) {
  return binary(cpu, insn, [](uint64_t a, uint64_t b) {
    return high(widen_signed(a) * widen_signed(b));
  });
}

const Insn* exec_mulhsu(Cpu& cpu, const Insn* insn) {
  return binary(cpu, insn, [](uint64_t a, uint64_t b) { return high(widen_signed(a) * b); });
}

const Insn* exec_mulhu(Cpu& cpu, const Insn* insn) {
  return binary(cpu, insn, [](uint64_t a, uint64_t b) { return high(uint128{a} * b); });
}

const Insn* exec_div(Cpu& cpu, const Insn* insn) {
  return binary(cpu, insn, [](uint64_t a, uint64_t b) {
    return static_cast<uint64_t>(divide(static_cast<int64_t>(a), static_cast<int64_t>(b)));
  });
}

const Insn* exec_divu(Cpu& cpu, const Insn* insn) {
  return binary(cpu, insn, [](uint64_t a, uint64_t b) { return b == 0 ? ~uint64_t{0} : a / b; });
}

const Insn* exec_rem(Cpu& cpu, const Insn* insn) {
  return binary(cpu, insn, [](uint64_t a, uint64_t b) {
    return static_cast<uint64_t>(remainder(static_cast<int64_t>(a), static_cast<int64_t>(b)));
  });
}

const Insn* exec_remu(Cpu& cpu, const Insn* insn) {
  return binary(cpu, insn, [](uint64_t a, uint64_t b) { return b == 0 ? a : a % b; });
}

const Insn* exec_mulw(Cpu& cpu, const Insn* insn) {
  return binary(cpu, insn, [](uint64_t a, uint64_t b) { return sign_extend_word(a * b); });
}

const Insn* exec_mulhw(Cpu& cpu, const Insn* insn) {
  return binary(cpu, insn, [](uint64_t a, uint64_t b) {
    return high_word(signed_word(a) * signed_word(b));
  });
}

const Insn* exec_mulhsuw(Cpu& cpu, const Insn* insn) {
  return binary(cpu, insn, [](uint64_t a, uint64_t b) {
    return high_word(signed_word(a) * unsigned_word(b));
  });
}

const Insn* exec_mulhuw(Cpu& cpu, const Insn* insn) {
  return binary(cpu, insn, [](uint64_t a, uint64_t b) {
    const uint64_t product = uint64_t{static_cast<uint32_t>(a)} * static_cast<uint32_t>(b);
    return sign_extend_word(product >> 32);
  });
}

const Insn* exec_divw(Cpu& cpu, const Insn* insn) {
  return binary(cpu, insn, [](uint64_t a, uint64_t b) {
    const int32_t quotient = divide(static_cast<int32_t>(a), static_cast<int32_t>(b));
    return static_cast<uint64_t>(int64_t{quotient});
  });
}

const Insn* exec_divuw(Cpu& cpu, const Insn* insn) {
  return binary(cpu, insn, [](uint64_t a, uint64_t b) {
    const auto divisor = static_cast<uint32_t>(b);
    if (divisor == 0) return ~uint64_t{0};
    return sign_extend_word(static_cast<uint32_t>(a) / divisor);
  });
}

const Insn* exec_remw(Cpu& cpu, const Insn* insn) {
  return binary(cpu, insn, [](uint64_t a, uint64_t b) {
    const int32_t rest = remainder(static_cast<int32_t>(a), static_cast<int32_t>(b));
    return static_cast<uint64_t>(int64_t{rest});
  });
}

const Insn* exec_remuw(Cpu& cpu, const Insn* insn) {
  return binary(cpu, insn, [](uint64_t a, uint64_t b) {
    const auto divisor = static_cast<uint32_t>(b);
    if (divisor == 0) return sign_extend_word(a);
    return sign_extend_word(static_cast<uint32_t>(a) % divisor);
  });
}

}  // namespace vm::riscv
