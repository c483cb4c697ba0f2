// SPDX-License-Identifier: Apache-2.0
//
// Zicbom and Zicboz: who may manage which blocks; unprivileged spec 20240411, chapter 19.

#include "tests/unit/riscv/fixture.h"

namespace vm::riscv {
namespace {

// Each with its address in a1.
constexpr uint32_t kCboInval = 0x0005'a00f;
constexpr uint32_t kCboClean = 0x0015'a00f;
constexpr uint32_t kCboFlush = 0x0025'a00f;
constexpr uint32_t kCboZero = 0x0045'a00f;

constexpr uint64_t kIllegal = 2;
constexpr uint64_t kEnd = 3;  // the ebreak behind the instruction
constexpr uint64_t kStoreAccessFault = 7;

class CacheBlockTest : public HartTest {
 protected:
  explicit CacheBlockTest(std::string_view isa = "rv64gc_zicbom_zicboz") : HartTest(isa) {
    state().x[kA1] = kData + 0x28;
  }

  void fill() {
    for (uint64_t at = kData - 64; at < kData + 128; at += 8)
      machine_.write_u64(at, ~uint64_t{0});
  }
};

TEST_F(CacheBlockTest, ZeroesAllOfABlockAndNothingElse) {
  fill();
  EXPECT_EQ(cause_of(kMachine, kCboZero), kEnd);
  EXPECT_EQ(machine_.read_u64(kData - 8), ~uint64_t{0});
  for (uint64_t at = kData; at < kData + 64; at += 8)
    EXPECT_EQ(machine_.read_u64(at), 0u) << std::hex << at;
  EXPECT_EQ(machine_.read_u64(kData + 64), ~uint64_t{0});
}

TEST_F(CacheBlockTest, ManagingChangesNoMemory) {
  fill();
  for (uint32_t bits : {kCboInval, kCboClean, kCboFlush}) {
    EXPECT_EQ(cause_of(kMachine, bits), kEnd);
    EXPECT_EQ(machine_.read_u64(kData), ~uint64_t{0});
  }
}

TEST_F(CacheBlockTest, EachModeIsAllowedByTheOneAboveIt) {
  const std::pair<uint32_t, uint64_t> rules[] = {
      {kCboInval, kEnvCbie},
      {kCboClean, kEnvCbcfe},
      {kCboFlush, kEnvCbcfe},
      {kCboZero, kEnvCbze},
  };
  for (const auto& [bits, field] : rules) {
    SCOPED_TRACE(testing::Message() << std::hex << bits);
    state().menvcfg = state().senvcfg = 0;
    EXPECT_EQ(cause_of(kMachine, bits), kEnd);
    EXPECT_EQ(cause_of(kSupervisor, bits), kIllegal);
    state().menvcfg = field;
    EXPECT_EQ(cause_of(kSupervisor, bits), kEnd);
    EXPECT_EQ(cause_of(kUser, bits), kIllegal);
    state().senvcfg = field;
    EXPECT_EQ(cause_of(kUser, bits), kEnd);
    state().menvcfg = 0;
    EXPECT_EQ(cause_of(kUser, bits), kIllegal);
  }
}

TEST_F(CacheBlockTest, FaultsAreThoseOfAStoreAndNameTheAddress) {
  state().x[kA1] = 0x1008;
  for (uint32_t bits : {kCboInval, kCboClean, kCboFlush, kCboZero}) {
    EXPECT_EQ(cause_of(kMachine, bits), kStoreAccessFault) << std::hex << bits;
    EXPECT_EQ(state().mtval, 0x1008u);
  }
}

TEST_F(CacheBlockTest, EnvironmentsKeepTheFieldsThatThereAre) {
  hart().set_csr(kCsrMenvcfg, ~uint64_t{0});
  EXPECT_EQ(state().menvcfg & (kEnvCbie | kEnvCbcfe | kEnvCbze), kEnvCbie | kEnvCbcfe | kEnvCbze);
  hart().set_csr(kCsrMenvcfg, 2 << 4);
  EXPECT_EQ(state().menvcfg & kEnvCbie, kEnvCbie) << "2 is reserved";
}

class NoCacheBlockTest : public CacheBlockTest {
 protected:
  NoCacheBlockTest() : CacheBlockTest("rv64gc") {}
};

TEST_F(NoCacheBlockTest, WithoutTheExtensionsAllOfItIsIllegal) {
  for (uint32_t bits : {kCboInval, kCboClean, kCboFlush, kCboZero})
    EXPECT_EQ(cause_of(kMachine, bits), kIllegal) << std::hex << bits;
  hart().set_csr(kCsrMenvcfg, ~uint64_t{0});
  EXPECT_EQ(state().menvcfg & (kEnvCbie | kEnvCbcfe | kEnvCbze), 0u);
}

}  // namespace
}  // namespace vm::riscv
