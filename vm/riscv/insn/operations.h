// SPDX-License-Identifier: Apache-2.0
//
// What instructions make of the values of their operands, wherever these come from: RV32I and
// RV64I, and multiplication. Named like the instructions (unprivileged spec 20240411, chapters 2
// and 4); those with `Word` are the `w` forms, and what RV32 runs.

#pragma once

#include <cstdint>

namespace vm::riscv::operations {

inline int64_t as_signed(uint64_t value) {
  return static_cast<int64_t>(value);
}

inline uint32_t word(uint64_t value) {
  return static_cast<uint32_t>(value);
}

inline uint64_t sign_extend_word(uint64_t value) {
  return static_cast<uint64_t>(int64_t{static_cast<int32_t>(value)});
}

struct Add {
  uint64_t operator()(uint64_t a, uint64_t b) const { return a + b; }
};

struct Sub {
  uint64_t operator()(uint64_t a, uint64_t b) const { return a - b; }
};

struct And {
  uint64_t operator()(uint64_t a, uint64_t b) const { return a & b; }
};

struct Or {
  uint64_t operator()(uint64_t a, uint64_t b) const { return a | b; }
};

struct Xor {
  uint64_t operator()(uint64_t a, uint64_t b) const { return a ^ b; }
};

struct Sll {
  uint64_t operator()(uint64_t a, uint64_t b) const { return a << (b & 63); }
};

struct Srl {
  uint64_t operator()(uint64_t a, uint64_t b) const { return a >> (b & 63); }
};

struct Sra {
  uint64_t operator()(uint64_t a, uint64_t b) const {
    return static_cast<uint64_t>(as_signed(a) >> (b & 63));
  }
};

struct Slt {
  uint64_t operator()(uint64_t a, uint64_t b) const { return as_signed(a) < as_signed(b) ? 1 : 0; }
};

struct Sltu {
  uint64_t operator()(uint64_t a, uint64_t b) const { return a < b ? 1 : 0; }
};

struct AddWord {
  uint64_t operator()(uint64_t a, uint64_t b) const { return sign_extend_word(a + b); }
};

struct SubWord {
  uint64_t operator()(uint64_t a, uint64_t b) const { return sign_extend_word(a - b); }
};

struct SllWord {
  uint64_t operator()(uint64_t a, uint64_t b) const {
    return sign_extend_word(word(a) << (b & 31));
  }
};

struct SrlWord {
  uint64_t operator()(uint64_t a, uint64_t b) const {
    return sign_extend_word(word(a) >> (b & 31));
  }
};

struct SraWord {
  uint64_t operator()(uint64_t a, uint64_t b) const {
    return static_cast<uint64_t>(int64_t{static_cast<int32_t>(a) >> (b & 31)});
  }
};

struct Mul {
  uint64_t operator()(uint64_t a, uint64_t b) const { return a * b; }
};

// Conditions of branches.

struct Equal {
  bool operator()(uint64_t a, uint64_t b) const { return a == b; }
};

struct NotEqual {
  bool operator()(uint64_t a, uint64_t b) const { return a != b; }
};

struct Less {
  bool operator()(uint64_t a, uint64_t b) const { return as_signed(a) < as_signed(b); }
};

struct NotLess {
  bool operator()(uint64_t a, uint64_t b) const { return as_signed(a) >= as_signed(b); }
};

struct LessUnsigned {
  bool operator()(uint64_t a, uint64_t b) const { return a < b; }
};

struct NotLessUnsigned {
  bool operator()(uint64_t a, uint64_t b) const { return a >= b; }
};

}  // namespace vm::riscv::operations
