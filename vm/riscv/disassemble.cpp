// SPDX-License-Identifier: Apache-2.0

#include "vm/riscv/disassemble.h"

#include <algorithm>

#include <fmt/format.h>

namespace vm::riscv {
namespace {

constexpr std::string_view kIntegerNames[] = {"zero", "ra", "sp",  "gp",  "tp", "t0", "t1", "t2",
                                              "s0",   "s1", "a0",  "a1",  "a2", "a3", "a4", "a5",
                                              "a6",   "a7", "s2",  "s3",  "s4", "s5", "s6", "s7",
                                              "s8",   "s9", "s10", "s11", "t3", "t4", "t5", "t6"};

constexpr std::string_view kFloatNames[] = {
    "ft0", "ft1", "ft2", "ft3", "ft4",  "ft5",  "ft6", "ft7", "fs0",  "fs1", "fa0",
    "fa1", "fa2", "fa3", "fa4", "fa5",  "fa6",  "fa7", "fs2", "fs3",  "fs4", "fs5",
    "fs6", "fs7", "fs8", "fs9", "fs10", "fs11", "ft8", "ft9", "ft10", "ft11"};

/// By `rm`; the dynamic one, 7, is not written.
constexpr std::string_view kRoundingNames[] = {"rne", "rtz", "rdn", "rup", "rmm", "?", "?"};

/// The operands of one instruction, each as text.
struct Text {
  const Operands operands;
  const uint64_t pc;
  const uint32_t bits;

  std::string_view rd() const { return kIntegerNames[operands.rd]; }
  std::string_view rs1() const { return kIntegerNames[operands.rs1]; }
  std::string_view rs2() const { return kIntegerNames[operands.rs2]; }
  std::string_view frd() const { return kFloatNames[operands.rd]; }
  std::string_view frs1() const { return kFloatNames[operands.rs1]; }
  std::string_view frs2() const { return kFloatNames[operands.rs2]; }
  std::string_view frs3() const { return kFloatNames[bits >> 27]; }

  std::string target() const {
    return fmt::format("{:#x}", pc + static_cast<uint64_t>(int64_t{operands.imm}));
  }
  std::string memory() const { return fmt::format("{}({})", operands.imm, rs1()); }
  std::string upper() const {
    return fmt::format("{:#x}", static_cast<uint32_t>(operands.imm) >> 12 & 0xfffff);
  }
  std::string csr() const { return fmt::format("{:#x}", bits >> 20); }
  std::string rounding() const {
    const unsigned mode = bits >> 12 & 7;
    return mode == 7 ? "" : fmt::format(", {}", kRoundingNames[mode]);
  }
};

/// The sets of a fence, as `rw`.
std::string fence_set(uint32_t set) {
  std::string text;
  constexpr std::string_view letters = "iorw";
  for (unsigned i = 0; i < 4; ++i) {
    if (set >> (3 - i) & 1) text += letters[i];
  }
  return text.empty() ? "0" : text;
}

std::string integer_operands(Format format, const Text& text) {
  const Operands& operands = text.operands;
  switch (format) {
    case Format::R: return fmt::format("{}, {}, {}", text.rd(), text.rs1(), text.rs2());
    case Format::I:
    case Format::Shift:
    case Format::CAddi4spn: return fmt::format("{}, {}, {}", text.rd(), text.rs1(), operands.imm);
    case Format::U:
    case Format::CLui: return fmt::format("{}, {}", text.rd(), text.upper());
    case Format::B: return fmt::format("{}, {}, {}", text.rs1(), text.rs2(), text.target());
    case Format::CBranch: return fmt::format("{}, {}", text.rs1(), text.target());
    case Format::J: return fmt::format("{}, {}", text.rd(), text.target());
    case Format::CJ:
    case Format::CJal: return text.target();
    case Format::CJr:
    case Format::CJalr: return std::string(text.rs1());
    case Format::OneSource: return fmt::format("({})", text.rs1());
    case Format::TwoSources: return fmt::format("{}, {}", text.rs1(), text.rs2());
    case Format::Unary:
    case Format::CMv: return fmt::format("{}, {}", text.rd(), text.rs1());
    case Format::CArithmetic:
    case Format::CAdd: return fmt::format("{}, {}", text.rd(), text.rs2());
    case Format::CAddi16sp:
    case Format::CImmediate:
    case Format::CLi:
    case Format::CShift:
    case Format::CShiftShort:
    case Format::CAndi: return fmt::format("{}, {}", text.rd(), operands.imm);
    case Format::Csr: return fmt::format("{}, {}, {}", text.rd(), text.csr(), text.rs1());
    case Format::CsrI: return fmt::format("{}, {}, {}", text.rd(), text.csr(), operands.rs1);
    case Format::LoadReserved: return fmt::format("{}, ({})", text.rd(), text.rs1());
    case Format::Atomic: return fmt::format("{}, {}, ({})", text.rd(), text.rs2(), text.rs1());
    case Format::Fence:
      return fmt::format(
          "{}, {}",
          fence_set(text.bits >> 24 & 15),
          fence_set(text.bits >> 20 & 15)
      );
    default: return {};
  }
}

std::string memory_operands(Format format, const Text& text) {
  switch (format) {
    case Format::Load:
    case Format::CLoad4:
    case Format::CLoad8:
    case Format::CLoad4sp:
    case Format::CLoad8sp: return fmt::format("{}, {}", text.rd(), text.memory());
    case Format::Store:
    case Format::CStore4:
    case Format::CStore8:
    case Format::CStore4sp:
    case Format::CStore8sp: return fmt::format("{}, {}", text.rs2(), text.memory());
    case Format::FloatLoad:
    case Format::CFloatLoad4:
    case Format::CFloatLoad8:
    case Format::CFloatLoad4sp:
    case Format::CFloatLoad8sp: return fmt::format("{}, {}", text.frd(), text.memory());
    case Format::FloatStore:
    case Format::CFloatStore4:
    case Format::CFloatStore8:
    case Format::CFloatStore4sp:
    case Format::CFloatStore8sp: return fmt::format("{}, {}", text.frs2(), text.memory());
    default: return {};
  }
}

std::string float_operands(Format format, const Text& text) {
  switch (format) {
    case Format::Float2: return fmt::format("{}, {}", text.frd(), text.frs1());
    case Format::Float2Rounded:
      return fmt::format("{}, {}{}", text.frd(), text.frs1(), text.rounding());
    case Format::Float3: return fmt::format("{}, {}, {}", text.frd(), text.frs1(), text.frs2());
    case Format::Float3Rounded:
      return fmt::format("{}, {}, {}{}", text.frd(), text.frs1(), text.frs2(), text.rounding());
    case Format::Float4:
      return fmt::format(
          "{}, {}, {}, {}{}",
          text.frd(),
          text.frs1(),
          text.frs2(),
          text.frs3(),
          text.rounding()
      );
    case Format::FloatCompare:
      return fmt::format("{}, {}, {}", text.rd(), text.frs1(), text.frs2());
    case Format::FloatToInt: return fmt::format("{}, {}", text.rd(), text.frs1());
    case Format::FloatToIntRounded:
      return fmt::format("{}, {}{}", text.rd(), text.frs1(), text.rounding());
    case Format::IntToFloat: return fmt::format("{}, {}", text.frd(), text.rs1());
    case Format::IntToFloatRounded:
      return fmt::format("{}, {}{}", text.frd(), text.rs1(), text.rounding());
    default: return {};
  }
}

std::string operand_text(Format format, const Text& text) {
  std::string operands = integer_operands(format, text);
  if (operands.empty()) operands = memory_operands(format, text);
  if (operands.empty()) operands = float_operands(format, text);
  return operands;
}

}  // namespace

std::string disassemble(const Row& row, uint64_t pc, uint32_t bits) {
  std::string name(row.name);
  std::replace(name.begin(), name.end(), '_', '.');
  const std::string operands = operand_text(row.format, {extract(row.format, bits), pc, bits});
  return operands.empty() ? name : fmt::format("{} {}", name, operands);
}

std::string disassemble(const Decoder& decoder, uint64_t pc, uint32_t bits) {
  if (length_of(bits) == 2) bits &= 0xffff;
  const Row* row = decoder.find(bits);
  return row ? disassemble(*row, pc, bits) : fmt::format(".insn {:#x}", bits);
}

}  // namespace vm::riscv
