// SPDX-License-Identifier: Apache-2.0

#include "vm/riscv/isa.h"

#include <gtest/gtest.h>

namespace vm::riscv {
namespace {

TEST(Isa, GIsTheGeneralSet) {
  const Isa isa = parse_isa("rv64gc").value();
  EXPECT_EQ(isa, parse_isa("rv64imafdc_zicsr_zifencei_zicntr").value());
  EXPECT_EQ(isa.xlen(), 64u);
  EXPECT_FALSE(isa.has(Extension::Zba));
}

TEST(Isa, ReadsLongNamesWithAndWithoutVersions) {
  EXPECT_EQ(
      parse_isa("rv32i2p1_m2p0_zicsr2p0_zba1p0").value(),
      parse_isa("RV32IM_Zicsr_Zba").value()
  );
}

TEST(Isa, BIsThreeOthers) {
  EXPECT_EQ(parse_isa("rv64gcb").value(), parse_isa("rv64gc_zba_zbb_zbs").value());
  EXPECT_EQ(parse_isa("rv64gc_b").value(), parse_isa("rv64gcb").value());
}

TEST(Isa, ANumberMayBelongToTheName) {
  EXPECT_TRUE(parse_isa("rv64gc_sv48").value().has(Extension::Sv48));
  EXPECT_FALSE(parse_isa("rv64gc_sv48").value().has(Extension::Sv57));
  EXPECT_TRUE(parse_isa("rv64gc_sv57").value().has(Extension::Sv48)) << "57 bits bring 48";
}

TEST(Isa, DImpliesF) {
  EXPECT_TRUE(parse_isa("rv64id").value().has(Extension::F));
}

TEST(Isa, IsWrittenInCanonicalOrder) {
  const Isa isa = parse_isa("rv64imac_zbb_zicsr_zba").value();
  EXPECT_EQ(to_string(isa), "rv64imac_zicsr_zba_zbb");
  EXPECT_EQ(parse_isa(to_string(isa)).value(), isa);
}

TEST(Isa, RefusesWhatItDoesNotKnow) {
  EXPECT_EQ(parse_isa("rv16i").error().desc, "isa 'rv16i' does not start with 'rv32' or 'rv64'");
  EXPECT_EQ(parse_isa("rv64iq_zicsr").error().desc, "isa 'rv64iq_zicsr': unknown extension 'q'");
  EXPECT_EQ(
      parse_isa("rv64g_zmagic").error().desc,
      "isa 'rv64g_zmagic': unknown extension 'zmagic'"
  );
  EXPECT_EQ(
      parse_isa("rv64gc_zihintpaus").error().desc,
      "isa 'rv64gc_zihintpaus': unknown extension 'zihintpaus'; did you mean 'zihintpause'?"
  );
  EXPECT_EQ(parse_isa("rv32gc_sv48").error().desc, "isa 'rv32gc_sv48': 'sv48' needs rv64");
  EXPECT_EQ(parse_isa("rv64ma_zicsr").error().desc, "isa 'rv64ma_zicsr' lacks the base 'i' or 'g'");
  EXPECT_EQ(parse_isa("rv64ima").error().desc, "isa 'rv64ima' lacks 'zicsr'");
  EXPECT_FALSE(parse_isa(""));
  EXPECT_FALSE(parse_isa("rv64g_"));
}

}  // namespace
}  // namespace vm::riscv
