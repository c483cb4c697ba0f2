// SPDX-License-Identifier: Apache-2.0
//
// From instruction bits to a row of decode.inc and its operands.
//
//   Decoder decoder(isa);
//   if (const Row* row = decoder.find(bits)) {
//     Operands operands = extract(row->format, bits);
//     ...
//   }

#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "vm/riscv/isa.h"

namespace vm::riscv {

struct Cpu;
struct Insn;

/// Executes `insn`; the answer is the next one, or null to leave to the outer loop.
using Handler = const Insn* (*)(Cpu& cpu, const Insn* insn);

/// Where the operands are, and so also how the instruction is written. `sp` forms use x2.
enum class Format : uint8_t {
  None,
  R,
  I,
  Shift,
  Load,
  Store,
  B,
  U,
  J,
  Fence,
  Csr,
  CsrI,
  OneSource,
  TwoSources,
  Unary,
  LoadReserved,
  Atomic,
  FloatLoad,
  FloatStore,
  Float2,
  Float2Rounded,
  Float3,
  Float3Rounded,
  Float4,
  FloatCompare,
  FloatToInt,
  FloatToIntRounded,
  IntToFloat,
  IntToFloatRounded,
  CAddi4spn,
  CAddi16sp,
  CImmediate,
  CLi,
  CLui,
  CShift,
  CShiftShort,
  CAndi,
  CArithmetic,
  CMv,
  CAdd,
  CJr,
  CJalr,
  CJ,
  CJal,
  CBranch,
  CLoad4,
  CLoad8,
  CStore4,
  CStore8,
  CLoad4sp,
  CLoad8sp,
  CStore4sp,
  CStore8sp,
  CFloatLoad4,
  CFloatLoad8,
  CFloatStore4,
  CFloatStore8,
  CFloatLoad4sp,
  CFloatLoad8sp,
  CFloatStore4sp,
  CFloatStore8sp,
};

/// How a block treats an instruction.
enum class Kind : uint8_t {
  Alu,         ///< only writes rd: nothing to do if that is x0
  PcRelative,  ///< Alu whose immediate counts from the instruction's own address
  Load,
  Store,
  Atomic,
  Fence,
  Float,   ///< does not exist while mstatus.FS is Off
  Branch,  ///< ends the block, with two ways to go on
  Jump,    ///< ends the block
  System,  ///< ends the block; the next instruction may run in another context
};

/// A row of decode.inc.
struct Row {
  std::string_view name;
  Format format;
  uint32_t match;
  uint32_t mask;
  ExtensionSet requires_set;
  Kind kind;
  Handler handler;
};

/// All of decode.inc.
std::span<const Row> rows();

/// What a format finds in the bits. `imm` is the whole instruction where a format has no immediate.
struct Operands {
  uint8_t rd = 0;
  uint8_t rs1 = 0;
  uint8_t rs2 = 0;
  int32_t imm = 0;

  bool operator==(const Operands&) const = default;
};

Operands extract(Format format, uint32_t bits);

/// Bytes of the instruction that starts with these bits.
constexpr unsigned length_of(uint32_t bits) {
  return (bits & 3) == 3 ? 4 : 2;
}

/// Finds rows among those that an ISA has. Compressed instructions are passed in the low 16 bits.
class Decoder {
 public:
  explicit Decoder(const Isa& isa);

  /// Null if there is no such instruction.
  const Row* find(uint32_t bits) const;

 private:
  /// Rows that share the bits which every encoding has: opcode and funct3, or quadrant and funct3.
  static unsigned bucket_of(uint32_t bits);

  static constexpr unsigned kBuckets = 32 * 8 + 32;
  std::array<std::vector<const Row*>, kBuckets> buckets_;
};

}  // namespace vm::riscv
