// SPDX-License-Identifier: Apache-2.0

#include "vm/riscv/decode.h"

#include <gtest/gtest.h>

#include "vm/riscv/disassemble.h"

namespace vm::riscv {
namespace {

constexpr std::string_view kEverything =
    "rv64gc_zihintpause_zicond_zicbom_zicbop_zicboz_zawrs_zba_zbb_zbc_zbs_svinval";

TEST(Decode, NoRowHasBitsThatItDoesNotMask) {
  for (const Row& row : rows())
    EXPECT_EQ(row.match & ~row.mask, 0u) << row.name;
}

TEST(Decode, EveryRowCanBeReached) {
  for (const char* isa : {"rv64", "rv32"}) {
    const Isa all = parse_isa(isa + std::string(kEverything.substr(4))).value();
    const Decoder decoder(all);
    for (const Row& row : rows()) {
      if (!all.has_all(row.requires_set)) continue;
      // The bits that the row leaves open, as ones: zeros are often reserved.
      const uint32_t open = length_of(row.match) == 4 ? ~row.mask : ~row.mask & 0xffff;
      const bool is_reached =
          decoder.find(row.match) == &row || decoder.find(row.match | open) == &row;
      EXPECT_TRUE(is_reached) << isa << " " << row.name;
    }
  }
}

TEST(Decode, InstructionsOfOtherExtensionsAreUnknown) {
  const Decoder plain(parse_isa("rv64i_zicsr").value());
  EXPECT_EQ(plain.find(0x02c5'8533), nullptr);  // mul
  EXPECT_EQ(plain.find(0x4501), nullptr);       // c.li
  EXPECT_EQ(plain.find(0x1005'b52f), nullptr);  // lr.d
  EXPECT_EQ(plain.find(0x02c5'f553), nullptr);  // fadd.d
  EXPECT_EQ(plain.find(0x0000'100f), nullptr);  // fence.i
  EXPECT_NE(plain.find(0x00c5'8533), nullptr);  // add
}

TEST(Decode, WithoutAnExtensionNoneOfItsInstructionsIsKnown) {
  const Isa all = parse_isa(kEverything).value();
  for (Extension extension : extensions_of(all)) {
    const Decoder decoder(Isa{all.extensions & ~only(extension)});
    for (const Row& row : rows()) {
      if ((row.requires_set & only(extension)) == 0) continue;
      EXPECT_NE(decoder.find(row.match), &row) << to_string(extension) << " " << row.name;
    }
  }
}

TEST(Decode, TheWidthOfTheHartDecides) {
  const Decoder narrow(parse_isa("rv32gc").value());
  const Decoder wide(parse_isa("rv64gc").value());
  EXPECT_EQ(narrow.find(0x0005'b503), nullptr);  // ld
  EXPECT_EQ(narrow.find(0x2001)->name, "c_jal");
  EXPECT_EQ(wide.find(0x2081)->name, "c_addiw");
  EXPECT_EQ(narrow.find(0x0205'9513), nullptr);  // slli by 32
  EXPECT_EQ(wide.find(0x0205'9513)->name, "slli");
}

TEST(Decode, ReservedCompressedEncodingsAreIllegal) {
  const Decoder decoder(parse_isa("rv64gc").value());
  for (uint32_t bits : {0x0000u, 0x2001u, 0x6001u, 0x6101u, 0x4002u, 0x6002u, 0x8002u}) {
    EXPECT_EQ(decoder.find(bits)->name, "c_unimp") << std::hex << bits;
  }
  EXPECT_EQ(decoder.find(0x9c41), nullptr);
}

// What tests/riscv/insn does not have: jumps and what is privileged. Texts as GNU objdump gives
// them with -M no-aliases.
TEST(Disassemble, WritesTargetsAsAddresses) {
  const Decoder decoder(parse_isa(kEverything).value());
  const auto text = [&](uint32_t bits) { return disassemble(decoder, 0x8000'0000, bits); };
  EXPECT_EQ(text(0x0080'00ef), "jal ra, 0x80000008");
  EXPECT_EQ(text(0xfe05'1ee3), "bne a0, zero, 0x7ffffffc");
  EXPECT_EQ(text(0x0005'8067), "jalr zero, a1, 0");
  EXPECT_EQ(text(0xa001), "c.j 0x80000000");
  EXPECT_EQ(text(0xc119), "c.beqz a0, 0x80000006");
  EXPECT_EQ(text(0x8082), "c.jr ra");
  EXPECT_EQ(text(0x9582), "c.jalr a1");
  EXPECT_EQ(text(0x0000'1517), "auipc a0, 0x1");
  EXPECT_EQ(text(0x3005'9573), "csrrw a0, 0x300, a1");
  EXPECT_EQ(text(0x3003'5073), "csrrwi zero, 0x300, 6");
  EXPECT_EQ(text(0x3020'0073), "mret");
  EXPECT_EQ(text(0x12b5'0073), "sfence.vma a0, a1");
  EXPECT_EQ(text(0x0000'100f), "fence.i");
  EXPECT_EQ(text(0xffff'ffff), ".insn 0xffffffff");
}

}  // namespace
}  // namespace vm::riscv
