// SPDX-License-Identifier: Apache-2.0

#include "vm/gdb/registers.h"

#include <string>

#include <gtest/gtest.h>

#include "tests/unit/support/fake_platform.h"
#include "vm/devices/riscv_hart.h"
#include "vm/gdb/hex.h"
#include "vm/riscv/csr.h"

namespace vm::gdb {
namespace {

struct Bench {
  explicit Bench(const char* isa) {
    platform.add<Device>("address-space", "bus");
    hart = &platform.add<RiscvHart>("riscv-hart", "hart", {{"isa", isa}, {"space", "bus"}});
  }

  std::string read(unsigned number) const {
    const auto bytes = read_register(*hart, number);
    return bytes ? to_hex(*bytes) : "none";
  }
  bool write(unsigned number, std::string_view hex) const {
    return write_register(*hart, number, *from_hex(hex));
  }
  bool describes(std::string_view text) const {
    return target_description(*hart).find(text) != std::string::npos;
  }

  FakePlatform platform;
  RiscvHart* hart = nullptr;
};

TEST(GdbRegisters, AreOfTheWidthOfTheHart) {
  const Bench wide("rv64gc");
  EXPECT_TRUE(wide.write(10, "0102030405060708"));
  EXPECT_EQ(wide.hart->hart().state().x[10], 0x0807'0605'0403'0201u);
  EXPECT_EQ(wide.read(10), "0102030405060708");
  EXPECT_FALSE(wide.write(10, "01020304"));

  const Bench narrow("rv32gc");
  EXPECT_TRUE(narrow.write(10, "00000080"));
  EXPECT_EQ(narrow.hart->hart().state().x[10], 0xffff'ffff'8000'0000u) << "held sign-extended";
  EXPECT_EQ(narrow.read(10), "00000080");
  EXPECT_EQ(narrow.read(kFirstFloat), "0000000000000000");
}

TEST(GdbRegisters, KeepZeroAndEvenAddresses) {
  const Bench bench("rv64gc");
  EXPECT_TRUE(bench.write(0, "ffffffffffffffff"));
  EXPECT_EQ(bench.read(0), "0000000000000000");
  EXPECT_TRUE(bench.write(kProgramCounter, "0100008000000000"));
  EXPECT_EQ(bench.hart->hart().state().pc, 0x8000'0000u);
}

TEST(GdbRegisters, BoxASingle) {
  const Bench bench("rv32imf_zicsr");
  EXPECT_TRUE(bench.write(kFirstFloat + 1, "0000803f"));
  EXPECT_EQ(bench.hart->hart().state().f[1], 0xffff'ffff'3f80'0000u);
  EXPECT_EQ(bench.read(kFirstFloat + 1), "0000803f");
}

TEST(GdbRegisters, AreNotThereWithoutTheirExtension) {
  const Bench bench("rv64i_zicsr");
  EXPECT_EQ(bench.read(kFirstFloat), "none");
  EXPECT_EQ(bench.read(kFirstCsr + riscv::kCsrFcsr), "none");
  EXPECT_EQ(bench.read(kFirstCsr + riscv::kCsrTime), "none");
  EXPECT_EQ(bench.read(kPrivilege + 1), "none");
  EXPECT_FALSE(bench.describes("riscv.fpu"));
  EXPECT_FALSE(bench.describes("\"stimecmp\""));
}

TEST(GdbRegisters, IncludeCsrsWhateverTheModeIs) {
  const Bench bench("rv64gc");
  const unsigned satp = kFirstCsr + riscv::kCsrSatp;
  bench.hart->hart().state().privilege = 0;
  EXPECT_TRUE(bench.write(satp, "0100000000000080"));
  EXPECT_EQ(bench.read(satp), "0100000000000080");
  EXPECT_TRUE(bench.write(satp, "00000000000000f0")) << "an unknown mode is not an error";
  EXPECT_EQ(bench.read(satp), "0100000000000080");
  EXPECT_FALSE(bench.write(kFirstCsr + riscv::kCsrMhartid, "0100000000000000"));
  EXPECT_EQ(bench.read(kFirstCsr + 0x7ff), "none");
}

TEST(GdbRegisters, CountersAreReadAsTheyAre) {
  const Bench bench("rv64gc");
  bench.hart->hart().state().minstret = 5;
  EXPECT_EQ(bench.read(kFirstCsr + riscv::kCsrMinstret), "0500000000000000");
  EXPECT_TRUE(bench.write(kFirstCsr + riscv::kCsrMinstret, "0700000000000000"));
  EXPECT_EQ(bench.hart->hart().state().minstret, 7u);
}

TEST(GdbRegisters, PrivilegeIsAModeThatThereIs) {
  const Bench bench("rv64gc");
  EXPECT_EQ(bench.read(kPrivilege), "0300000000000000");
  EXPECT_TRUE(bench.write(kPrivilege, "0100000000000000"));
  EXPECT_EQ(bench.hart->hart().state().privilege, 1u);
  EXPECT_FALSE(bench.write(kPrivilege, "0200000000000000"));
  EXPECT_FALSE(bench.write(kPrivilege, "0400000000000000"));
}

TEST(GdbTargetDescription, SaysWhatTheHartHas) {
  const Bench wide("rv64gc");
  EXPECT_TRUE(wide.describes("<architecture>riscv:rv64</architecture>"));
  EXPECT_TRUE(wide.describes(R"(<reg name="a0" bitsize="64" regnum="10" type="int"/>)"));
  EXPECT_TRUE(wide.describes(R"(<reg name="pc" bitsize="64" regnum="32" type="code_ptr"/>)"));
  EXPECT_TRUE(wide.describes(R"(<reg name="fa0" bitsize="64" regnum="43" type="riscv_double"/>)"));
  EXPECT_TRUE(wide.describes(R"(<reg name="fcsr" bitsize="32" regnum="68" type="int"/>)"));
  EXPECT_TRUE(wide.describes(R"(<reg name="priv" bitsize="64" regnum="4161" type="int"/>)"));
  EXPECT_FALSE(wide.describes("\"mstatush\""));

  const Bench narrow("rv32imac_zicsr");
  EXPECT_TRUE(narrow.describes("<architecture>riscv:rv32</architecture>"));
  EXPECT_TRUE(narrow.describes(R"(<reg name="mstatush" bitsize="32" regnum="849")"));
  EXPECT_FALSE(narrow.describes("riscv.fpu"));
}

}  // namespace
}  // namespace vm::gdb
