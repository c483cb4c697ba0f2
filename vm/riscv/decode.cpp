// SPDX-License-Identifier: Apache-2.0

#include "vm/riscv/decode.h"

#include "vm/riscv/insn/handlers.h"

namespace vm::riscv {
namespace {

// decode.inc calls them by their plain names.
// NOLINTBEGIN(readability-identifier-naming)
constexpr ExtensionSet Rv32 = kRv32;
constexpr ExtensionSet Rv64 = kRv64;
constexpr ExtensionSet I = only(Extension::I);
constexpr ExtensionSet M = only(Extension::M);
constexpr ExtensionSet A = only(Extension::A);
constexpr ExtensionSet F = only(Extension::F);
constexpr ExtensionSet D = only(Extension::D);
constexpr ExtensionSet C = only(Extension::C);
constexpr ExtensionSet Zicsr = only(Extension::Zicsr);
constexpr ExtensionSet Zifencei = only(Extension::Zifencei);
constexpr ExtensionSet Zawrs = only(Extension::Zawrs);
constexpr ExtensionSet Zihintpause = only(Extension::Zihintpause);
constexpr ExtensionSet Zicond = only(Extension::Zicond);
constexpr ExtensionSet Zicbom = only(Extension::Zicbom);
constexpr ExtensionSet Zicboz = only(Extension::Zicboz);
constexpr ExtensionSet Zba = only(Extension::Zba);
constexpr ExtensionSet Zbb = only(Extension::Zbb);
constexpr ExtensionSet Zbc = only(Extension::Zbc);
constexpr ExtensionSet Zbs = only(Extension::Zbs);
constexpr ExtensionSet Svinval = only(Extension::Svinval);
// NOLINTEND(readability-identifier-naming)

constexpr Row row_table[] = {
#define INSN(name, format, match, mask, requires_set, kind, semantic) \
  {#name, Format::format, match, mask, requires_set, Kind::kind, &exec_##semantic},
#include "vm/riscv/decode.inc"
};

/// Bits `high` to `low` of the instruction.
constexpr uint32_t field(uint32_t bits, unsigned high, unsigned low) {
  return (bits >> low) & ((2u << (high - low)) - 1);
}

/// The low `width` bits as a signed number.
constexpr int32_t sign_extend(uint32_t value, unsigned width) {
  return static_cast<int32_t>(value << (32 - width)) >> (32 - width);
}

constexpr uint8_t reg(uint32_t bits, unsigned low) {
  return static_cast<uint8_t>(field(bits, low + 4, low));
}

/// A three-bit register field of a compressed instruction: x8 to x15.
constexpr uint8_t short_reg(uint32_t bits, unsigned low) {
  return static_cast<uint8_t>(8 + field(bits, low + 2, low));
}

constexpr uint8_t kRa = 1;
constexpr uint8_t kSp = 2;

int32_t imm_s(uint32_t bits) {
  return sign_extend(field(bits, 31, 25) << 5 | field(bits, 11, 7), 12);
}

int32_t imm_b(uint32_t bits) {
  return sign_extend(
      field(bits, 31, 31) << 12 | field(bits, 7, 7) << 11 | field(bits, 30, 25) << 5 |
          field(bits, 11, 8) << 1,
      13
  );
}

int32_t imm_j(uint32_t bits) {
  return sign_extend(
      field(bits, 31, 31) << 20 | field(bits, 19, 12) << 12 | field(bits, 20, 20) << 11 |
          field(bits, 30, 21) << 1,
      21
  );
}

uint32_t c_imm6(uint32_t bits) {
  return field(bits, 12, 12) << 5 | field(bits, 6, 2);
}

int32_t c_imm_j(uint32_t bits) {
  return sign_extend(
      field(bits, 12, 12) << 11 | field(bits, 11, 11) << 4 | field(bits, 10, 9) << 8 |
          field(bits, 8, 8) << 10 | field(bits, 7, 7) << 6 | field(bits, 6, 6) << 7 |
          field(bits, 5, 3) << 1 | field(bits, 2, 2) << 5,
      12
  );
}

int32_t c_imm_b(uint32_t bits) {
  return sign_extend(
      field(bits, 12, 12) << 8 | field(bits, 11, 10) << 3 | field(bits, 6, 5) << 6 |
          field(bits, 4, 3) << 1 | field(bits, 2, 2) << 5,
      9
  );
}

int32_t c_imm_16sp(uint32_t bits) {
  return sign_extend(
      field(bits, 12, 12) << 9 | field(bits, 6, 6) << 4 | field(bits, 5, 5) << 6 |
          field(bits, 4, 3) << 7 | field(bits, 2, 2) << 5,
      10
  );
}

// Offsets of loads and stores are unsigned.
int32_t c_imm_4spn(uint32_t bits) {
  return static_cast<int32_t>(
      field(bits, 12, 11) << 4 | field(bits, 10, 7) << 6 | field(bits, 6, 6) << 2 |
      field(bits, 5, 5) << 3
  );
}

int32_t c_offset4(uint32_t bits) {
  return static_cast<int32_t>(
      field(bits, 12, 10) << 3 | field(bits, 6, 6) << 2 | field(bits, 5, 5) << 6
  );
}

int32_t c_offset8(uint32_t bits) {
  return static_cast<int32_t>(field(bits, 12, 10) << 3 | field(bits, 6, 5) << 6);
}

int32_t c_load_offset4sp(uint32_t bits) {
  return static_cast<int32_t>(
      field(bits, 12, 12) << 5 | field(bits, 6, 4) << 2 | field(bits, 3, 2) << 6
  );
}

int32_t c_load_offset8sp(uint32_t bits) {
  return static_cast<int32_t>(
      field(bits, 12, 12) << 5 | field(bits, 6, 5) << 3 | field(bits, 4, 2) << 6
  );
}

int32_t c_store_offset4sp(uint32_t bits) {
  return static_cast<int32_t>(field(bits, 12, 9) << 2 | field(bits, 8, 7) << 6);
}

int32_t c_store_offset8sp(uint32_t bits) {
  return static_cast<int32_t>(field(bits, 12, 10) << 3 | field(bits, 9, 7) << 6);
}

Operands extract_long(Format format, uint32_t bits) {
  const uint8_t rd = reg(bits, 7);
  const uint8_t rs1 = reg(bits, 15);
  const uint8_t rs2 = reg(bits, 20);
  switch (format) {
    case Format::I:
    case Format::Load:
    case Format::FloatLoad: return {rd, rs1, 0, static_cast<int32_t>(bits) >> 20};
    case Format::Shift: return {rd, rs1, 0, static_cast<int32_t>(field(bits, 25, 20))};
    case Format::Store:
    case Format::FloatStore: return {0, rs1, rs2, imm_s(bits)};
    case Format::B: return {0, rs1, rs2, imm_b(bits)};
    case Format::U: return {rd, 0, 0, static_cast<int32_t>(bits & 0xffff'f000)};
    case Format::J: return {rd, 0, 0, imm_j(bits)};
    case Format::OneSource:
    case Format::TwoSources: return {0, rs1, rs2, static_cast<int32_t>(bits)};
    default: return {rd, rs1, rs2, static_cast<int32_t>(bits)};
  }
}

Operands extract_short_memory(Format format, uint32_t bits) {
  const uint8_t base = short_reg(bits, 7);
  const uint8_t data = short_reg(bits, 2);
  switch (format) {
    case Format::CLoad4:
    case Format::CFloatLoad4: return {data, base, 0, c_offset4(bits)};
    case Format::CLoad8:
    case Format::CFloatLoad8: return {data, base, 0, c_offset8(bits)};
    case Format::CStore4:
    case Format::CFloatStore4: return {0, base, data, c_offset4(bits)};
    case Format::CStore8:
    case Format::CFloatStore8: return {0, base, data, c_offset8(bits)};
    case Format::CLoad4sp:
    case Format::CFloatLoad4sp: return {reg(bits, 7), kSp, 0, c_load_offset4sp(bits)};
    case Format::CLoad8sp:
    case Format::CFloatLoad8sp: return {reg(bits, 7), kSp, 0, c_load_offset8sp(bits)};
    case Format::CStore4sp:
    case Format::CFloatStore4sp: return {0, kSp, reg(bits, 2), c_store_offset4sp(bits)};
    default: return {0, kSp, reg(bits, 2), c_store_offset8sp(bits)};
  }
}

Operands extract_short(Format format, uint32_t bits) {
  const uint8_t rd = reg(bits, 7);
  const uint8_t low = short_reg(bits, 2);
  const uint8_t high = short_reg(bits, 7);
  switch (format) {
    case Format::CAddi4spn: return {low, kSp, 0, c_imm_4spn(bits)};
    case Format::CAddi16sp: return {kSp, kSp, 0, c_imm_16sp(bits)};
    case Format::CImmediate: return {rd, rd, 0, sign_extend(c_imm6(bits), 6)};
    case Format::CLi: return {rd, 0, 0, sign_extend(c_imm6(bits), 6)};
    case Format::CLui: return {rd, 0, 0, sign_extend(c_imm6(bits), 6) * 0x1000};
    case Format::CShift: return {rd, rd, 0, static_cast<int32_t>(c_imm6(bits))};
    case Format::CShiftShort: return {high, high, 0, static_cast<int32_t>(c_imm6(bits))};
    case Format::CAndi: return {high, high, 0, sign_extend(c_imm6(bits), 6)};
    case Format::CArithmetic: return {high, high, low, 0};
    case Format::CMv: return {rd, reg(bits, 2), 0, 0};
    case Format::CAdd: return {rd, rd, reg(bits, 2), 0};
    case Format::CJr: return {0, rd, 0, 0};
    case Format::CJalr: return {kRa, rd, 0, 0};
    case Format::CJ: return {0, 0, 0, c_imm_j(bits)};
    case Format::CJal: return {kRa, 0, 0, c_imm_j(bits)};
    case Format::CBranch: return {0, high, 0, c_imm_b(bits)};
    default: return extract_short_memory(format, bits);
  }
}

}  // namespace

std::span<const Row> rows() {
  return row_table;
}

Operands extract(Format format, uint32_t bits) {
  if (format == Format::None) return {0, 0, 0, static_cast<int32_t>(bits)};
  return format < Format::CAddi4spn ? extract_long(format, bits) : extract_short(format, bits);
}

Decoder::Decoder(const Isa& isa) {
  for (const Row& row : row_table) {
    if (!isa.has_all(row.requires_set)) continue;
    // A row that leaves funct3 open (U and J formats, rounding modes) goes into all its buckets.
    const bool is_long = length_of(row.match) == 4;
    const unsigned shift = is_long ? 12 : 13;
    const bool fixes_funct3 = (row.mask >> shift & 7) == 7;
    for (uint32_t funct3 = 0; funct3 < 8; ++funct3) {
      if (fixes_funct3 && (row.match >> shift & 7) != funct3) continue;
      buckets_[bucket_of(row.match | funct3 << shift)].push_back(&row);
    }
  }
}

unsigned Decoder::bucket_of(uint32_t bits) {
  if (length_of(bits) == 4) return field(bits, 6, 2) << 3 | field(bits, 14, 12);
  return 32 * 8 + (field(bits, 1, 0) << 3 | field(bits, 15, 13));
}

const Row* Decoder::find(uint32_t bits) const {
  for (const Row* row : buckets_[bucket_of(bits)]) {
    if ((bits & row->mask) == row->match) return row;
  }
  return nullptr;
}

}  // namespace vm::riscv
