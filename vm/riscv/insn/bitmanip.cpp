// SPDX-License-Identifier: Apache-2.0
//
// Zba, Zbb, Zbc, Zbs (unprivileged spec 20240411, chapter 30) and Zicond (chapter 12). The `w`
// functions are the RV64 instructions on words, and what RV32 runs.

#include <algorithm>
#include <bit>

#include "vm/riscv/execute.h"

namespace vm::riscv {
namespace {

constexpr uint64_t kWordMask = 0xffff'ffff;

/// A word of the width of `Word`, as a register holds it.
template <typename Word>
uint64_t extended(Word value) {
  if constexpr (sizeof(Word) == 4) return sign_extend_word(value);
  return value;
}

/// operation(Word, Word), for instructions of one or the other width.
template <typename Word, typename Operation>
[[gnu::always_inline]] inline const Insn* binary_of(
    Cpu& cpu,
    const Insn* insn,
    Operation operation
) {
  return binary(cpu, insn, [operation](uint64_t a, uint64_t b) {
    return extended<Word>(static_cast<Word>(operation(static_cast<Word>(a), static_cast<Word>(b))));
  });
}

template <typename Word, typename Operation>
[[gnu::always_inline]] inline const Insn* with_imm_of(
    Cpu& cpu,
    const Insn* insn,
    Operation operation
) {
  return with_imm(cpu, insn, [operation](uint64_t a, uint64_t b) {
    return extended<Word>(static_cast<Word>(operation(static_cast<Word>(a), static_cast<Word>(b))));
  });
}

template <typename Operation>
[[gnu::always_inline]] inline const Insn* unary(Cpu& cpu, const Insn* insn, Operation operation) {
  cpu.state.x[insn->rd] = operation(rs1(cpu, insn));
  return go_on(cpu, insn + 1);
}

/// The place of a bit, of which only as many bits count as the width needs.
template <typename Word>
int bit_place(Word by) {
  return static_cast<int>(by & (sizeof(Word) * 8 - 1));
}

struct RotateLeft {
  template <typename Word>
  Word operator()(Word a, Word b) const {
    return std::rotl(a, bit_place(b));
  }
};

struct RotateRight {
  template <typename Word>
  Word operator()(Word a, Word b) const {
    return std::rotr(a, bit_place(b));
  }
};

struct ClearBit {
  template <typename Word>
  Word operator()(Word a, Word b) const {
    return a & ~(Word{1} << bit_place(b));
  }
};

struct ExtractBit {
  template <typename Word>
  Word operator()(Word a, Word b) const {
    return a >> bit_place(b) & 1;
  }
};

struct InvertBit {
  template <typename Word>
  Word operator()(Word a, Word b) const {
    return a ^ Word { 1 } << bit_place(b);
  }
};

struct SetBit {
  template <typename Word>
  Word operator()(Word a, Word b) const {
    return a | Word{1} << bit_place(b);
  }
};

/// All bits of a byte, if one of them is set.
struct CombineBytes {
  template <typename Word>
  Word operator()(Word a, Word) const {
    Word result = 0;
    for (unsigned shift = 0; shift < sizeof(Word) * 8; shift += 8) {
      if (a >> shift & 0xff) result |= Word{0xff} << shift;
    }
    return result;
  }
};

struct ReverseBytes {
  template <typename Word>
  Word operator()(Word a, Word) const {
    if constexpr (sizeof(Word) == 4) return __builtin_bswap32(a);
    return static_cast<Word>(__builtin_bswap64(a));
  }
};

/// The product without carries, shifted right by `Shift` bits: all of it has twice the width.
template <typename Word, unsigned Shift>
Word carryless_product(Word a, Word b) {
  __extension__ using Wide = unsigned __int128;
  Wide product = 0;
  for (unsigned i = 0; i < sizeof(Word) * 8; ++i) {
    if (b >> i & 1) product ^= Wide{a} << i;
  }
  return static_cast<Word>(product >> Shift);
}

template <unsigned By>
uint64_t shift_and_add(uint64_t a, uint64_t b) {
  return (a << By) + b;
}

template <unsigned By>
uint64_t shift_and_add_word(uint64_t a, uint64_t b) {
  return sign_extend_word((a << By) + b);
}

template <unsigned By>
uint64_t shift_unsigned_word_and_add(uint64_t a, uint64_t b) {
  return ((a & kWordMask) << By) + b;
}

bool is_less(uint64_t a, uint64_t b) {
  return static_cast<int64_t>(a) < static_cast<int64_t>(b);
}

}  // namespace

const Insn* exec_add_uw(Cpu& cpu, const Insn* insn) {
  return binary(cpu, insn, shift_unsigned_word_and_add<0>);
}

const Insn* exec_sh1add(Cpu& cpu, const Insn* insn) {
  return binary(cpu, insn, shift_and_add<1>);
}

const Insn* exec_sh1add_w(Cpu& cpu, const Insn* insn) {
  return binary(cpu, insn, shift_and_add_word<1>);
}

const Insn* exec_sh1add_uw(Cpu& cpu, const Insn* insn) {
  return binary(cpu, insn, shift_unsigned_word_and_add<1>);
}

const Insn* exec_sh2add(Cpu& cpu, const Insn* insn) {
  return binary(cpu, insn, shift_and_add<2>);
}

const Insn* exec_sh2add_w(Cpu& cpu, const Insn* insn) {
  return binary(cpu, insn, shift_and_add_word<2>);
}

const Insn* exec_sh2add_uw(Cpu& cpu, const Insn* insn) {
  return binary(cpu, insn, shift_unsigned_word_and_add<2>);
}

const Insn* exec_sh3add(Cpu& cpu, const Insn* insn) {
  return binary(cpu, insn, shift_and_add<3>);
}

const Insn* exec_sh3add_w(Cpu& cpu, const Insn* insn) {
  return binary(cpu, insn, shift_and_add_word<3>);
}

const Insn* exec_sh3add_uw(Cpu& cpu, const Insn* insn) {
  return binary(cpu, insn, shift_unsigned_word_and_add<3>);
}

const Insn* exec_slli_uw(Cpu& cpu, const Insn* insn) {
  return with_imm(cpu, insn, [](uint64_t a, uint64_t b) { return (a & kWordMask) << b; });
}

const Insn* exec_andn(Cpu& cpu, const Insn* insn) {
  return binary(cpu, insn, [](uint64_t a, uint64_t b) { return a & ~b; });
}

const Insn* exec_orn(Cpu& cpu, const Insn* insn) {
  return binary(cpu, insn, [](uint64_t a, uint64_t b) { return a | ~b; });
}

const Insn* exec_xnor(Cpu& cpu, const Insn* insn) {
  return binary(cpu, insn, [](uint64_t a, uint64_t b) { return ~(a ^ b); });
}

const Insn* exec_clz(Cpu& cpu, const Insn* insn) {
  return unary(cpu, insn, [](uint64_t a) { return static_cast<uint64_t>(std::countl_zero(a)); });
}

const Insn* exec_clzw(Cpu& cpu, const Insn* insn) {
  return unary(cpu, insn, [](uint64_t a) {
    return static_cast<uint64_t>(std::countl_zero(static_cast<uint32_t>(a)));
  });
}

const Insn* exec_ctz(Cpu& cpu, const Insn* insn) {
  return unary(cpu, insn, [](uint64_t a) { return static_cast<uint64_t>(std::countr_zero(a)); });
}

const Insn* exec_ctzw(Cpu& cpu, const Insn* insn) {
  return unary(cpu, insn, [](uint64_t a) {
    return static_cast<uint64_t>(std::countr_zero(static_cast<uint32_t>(a)));
  });
}

const Insn* exec_cpop(Cpu& cpu, const Insn* insn) {
  return unary(cpu, insn, [](uint64_t a) { return static_cast<uint64_t>(std::popcount(a)); });
}

const Insn* exec_cpopw(Cpu& cpu, const Insn* insn) {
  return unary(cpu, insn, [](uint64_t a) {
    return static_cast<uint64_t>(std::popcount(static_cast<uint32_t>(a)));
  });
}

const Insn* exec_max(Cpu& cpu, const Insn* insn) {
  return binary(cpu, insn, [](uint64_t a, uint64_t b) { return is_less(a, b) ? b : a; });
}

const Insn* exec_maxu(Cpu& cpu, const Insn* insn) {
  return binary(cpu, insn, [](uint64_t a, uint64_t b) { return std::max(a, b); });
}

const Insn* exec_min(Cpu& cpu, const Insn* insn) {
  return binary(cpu, insn, [](uint64_t a, uint64_t b) { return is_less(a, b) ? a : b; });
}

const Insn* exec_minu(Cpu& cpu, const Insn* insn) {
  return binary(cpu, insn, [](uint64_t a, uint64_t b) { return std::min(a, b); });
}

const Insn* exec_sext_b(Cpu& cpu, const Insn* insn) {
  return unary(cpu, insn, [](uint64_t a) {
    return static_cast<uint64_t>(int64_t{static_cast<int8_t>(a)});
  });
}

const Insn* exec_sext_h(Cpu& cpu, const Insn* insn) {
  return unary(cpu, insn, [](uint64_t a) {
    return static_cast<uint64_t>(int64_t{static_cast<int16_t>(a)});
  });
}

const Insn* exec_zext_h(Cpu& cpu, const Insn* insn) {
  return unary(cpu, insn, [](uint64_t a) { return a & 0xffff; });
}

const Insn* exec_rol(Cpu& cpu, const Insn* insn) {
  return binary_of<uint64_t>(cpu, insn, RotateLeft{});
}

const Insn* exec_rolw(Cpu& cpu, const Insn* insn) {
  return binary_of<uint32_t>(cpu, insn, RotateLeft{});
}

const Insn* exec_ror(Cpu& cpu, const Insn* insn) {
  return binary_of<uint64_t>(cpu, insn, RotateRight{});
}

const Insn* exec_rorw(Cpu& cpu, const Insn* insn) {
  return binary_of<uint32_t>(cpu, insn, RotateRight{});
}

const Insn* exec_rori(Cpu& cpu, const Insn* insn) {
  return with_imm_of<uint64_t>(cpu, insn, RotateRight{});
}

const Insn* exec_roriw(Cpu& cpu, const Insn* insn) {
  return with_imm_of<uint32_t>(cpu, insn, RotateRight{});
}

const Insn* exec_orc_b(Cpu& cpu, const Insn* insn) {
  return with_imm_of<uint64_t>(cpu, insn, CombineBytes{});
}

const Insn* exec_orc_b_w(Cpu& cpu, const Insn* insn) {
  return with_imm_of<uint32_t>(cpu, insn, CombineBytes{});
}

const Insn* exec_rev8(Cpu& cpu, const Insn* insn) {
  return with_imm_of<uint64_t>(cpu, insn, ReverseBytes{});
}

const Insn* exec_rev8w(Cpu& cpu, const Insn* insn) {
  return with_imm_of<uint32_t>(cpu, insn, ReverseBytes{});
}

const Insn* exec_clmul(Cpu& cpu, const Insn* insn) {
  return binary_of<uint64_t>(cpu, insn, carryless_product<uint64_t, 0>);
}

const Insn* exec_clmul_w(Cpu& cpu, const Insn* insn) {
  return binary_of<uint32_t>(cpu, insn, carryless_product<uint32_t, 0>);
}

const Insn* exec_clmulr(Cpu& cpu, const Insn* insn) {
  return binary_of<uint64_t>(cpu, insn, carryless_product<uint64_t, 63>);
}

const Insn* exec_clmulr_w(Cpu& cpu, const Insn* insn) {
  return binary_of<uint32_t>(cpu, insn, carryless_product<uint32_t, 31>);
}

const Insn* exec_clmulh(Cpu& cpu, const Insn* insn) {
  return binary_of<uint64_t>(cpu, insn, carryless_product<uint64_t, 64>);
}

const Insn* exec_clmulh_w(Cpu& cpu, const Insn* insn) {
  return binary_of<uint32_t>(cpu, insn, carryless_product<uint32_t, 32>);
}

const Insn* exec_bclr(Cpu& cpu, const Insn* insn) {
  return binary_of<uint64_t>(cpu, insn, ClearBit{});
}

const Insn* exec_bclri(Cpu& cpu, const Insn* insn) {
  return with_imm_of<uint64_t>(cpu, insn, ClearBit{});
}

const Insn* exec_bclr_w(Cpu& cpu, const Insn* insn) {
  return binary_of<uint32_t>(cpu, insn, ClearBit{});
}

const Insn* exec_bclri_w(Cpu& cpu, const Insn* insn) {
  return with_imm_of<uint32_t>(cpu, insn, ClearBit{});
}

const Insn* exec_bext(Cpu& cpu, const Insn* insn) {
  return binary_of<uint64_t>(cpu, insn, ExtractBit{});
}

const Insn* exec_bexti(Cpu& cpu, const Insn* insn) {
  return with_imm_of<uint64_t>(cpu, insn, ExtractBit{});
}

const Insn* exec_bext_w(Cpu& cpu, const Insn* insn) {
  return binary_of<uint32_t>(cpu, insn, ExtractBit{});
}

const Insn* exec_bexti_w(Cpu& cpu, const Insn* insn) {
  return with_imm_of<uint32_t>(cpu, insn, ExtractBit{});
}

const Insn* exec_binv(Cpu& cpu, const Insn* insn) {
  return binary_of<uint64_t>(cpu, insn, InvertBit{});
}

const Insn* exec_binvi(Cpu& cpu, const Insn* insn) {
  return with_imm_of<uint64_t>(cpu, insn, InvertBit{});
}

const Insn* exec_binv_w(Cpu& cpu, const Insn* insn) {
  return binary_of<uint32_t>(cpu, insn, InvertBit{});
}

const Insn* exec_binvi_w(Cpu& cpu, const Insn* insn) {
  return with_imm_of<uint32_t>(cpu, insn, InvertBit{});
}

const Insn* exec_bset(Cpu& cpu, const Insn* insn) {
  return binary_of<uint64_t>(cpu, insn, SetBit{});
}

const Insn* exec_bseti(Cpu& cpu, const Insn* insn) {
  return with_imm_of<uint64_t>(cpu, insn, SetBit{});
}

const Insn* exec_bset_w(Cpu& cpu, const Insn* insn) {
  return binary_of<uint32_t>(cpu, insn, SetBit{});
}

const Insn* exec_bseti_w(Cpu& cpu, const Insn* insn) {
  return with_imm_of<uint32_t>(cpu, insn, SetBit{});
}

const Insn* exec_czero_eqz(Cpu& cpu, const Insn* insn) {
  return binary(cpu, insn, [](uint64_t a, uint64_t b) { return b == 0 ? 0 : a; });
}

const Insn* exec_czero_nez(Cpu& cpu, const Insn* insn) {
  return binary(cpu, insn, [](uint64_t a, uint64_t b) { return b != 0 ? 0 : a; });
}

}  // namespace vm::riscv
