// SPDX-License-Identifier: Apache-2.0
//
// Sdtrig: RISC-V Debug Specification 1.0, chapter 5.

#include "vm/riscv/trigger.h"

#include "tests/unit/riscv/fixture.h"

namespace vm::riscv {
namespace {

constexpr uint64_t kType6 = uint64_t{6} << 60;
constexpr uint64_t kDisabled = uint64_t{15} << 60;
constexpr uint64_t kLoad = 1;
constexpr uint64_t kStore = 2;
constexpr uint64_t kExecute = 4;
constexpr uint64_t kUserMode = 1 << 3;
constexpr uint64_t kSupervisorMode = 1 << 4;
constexpr uint64_t kMachineMode = 1 << 6;
constexpr uint64_t kHit0 = 1 << 22;
constexpr uint64_t kMte = 1 << 3;
constexpr uint64_t kMpte = 1 << 7;
constexpr uint32_t kCountA0 = 0x0015'0513;  // addi a0, a0, 1

class TriggerTest : public HartTest {
 protected:
  explicit TriggerTest(std::string_view isa = "rv64gc_sdtrig") : HartTest(isa) {}

  /// By the guest's own instructions: what is read back.
  uint64_t write(unsigned csr, uint64_t value) {
    state().x[kA1] = value;
    execute({csrrw_a0(csr), csrr_a0(csr)});
    return state().x[kA0];
  }

  void arm(unsigned index, uint64_t tdata1, uint64_t tdata2) {
    EXPECT_TRUE(hart().set_csr(kCsrTselect, index));
    EXPECT_TRUE(hart().set_csr(kCsrTdata2, tdata2));
    EXPECT_TRUE(hart().set_csr(kCsrTdata1, kType6 | tdata1));
    EXPECT_TRUE(hart().set_csr(kCsrTcontrol, kMte));
  }

  void expect_trap(uint64_t pc, uint64_t address) {
    EXPECT_EQ(state().mcause, 3u);
    EXPECT_EQ(state().mepc, pc);
    EXPECT_EQ(state().mtval, address);
  }
};

TEST_F(TriggerTest, SoftwareFindsOutWhatThereIs) {
  EXPECT_EQ(write(kCsrTselect, 0), 0u);
  EXPECT_EQ(write(kCsrTdata1, 0), kDisabled);
  EXPECT_EQ(write(kCsrTselect, 3), 3u);
  EXPECT_EQ(write(kCsrTselect, 4), 3u) << "there are four";
  EXPECT_EQ(write(kCsrTinfo, 0), 1u << 24 | 1u << 6 | 1u << 15);
  EXPECT_EQ(write(kCsrTdata3, 5), 0u);
  EXPECT_EQ(write(kCsrTdata1, uint64_t{2} << 60 | kExecute), kDisabled) << "of an older type";
  EXPECT_EQ(write(kCsrTdata1, kType6 | 1u << 12), kDisabled) << "debug mode";
  constexpr uint64_t kNoAction = ~(uint64_t{15} << 12);
  EXPECT_EQ(write(kCsrTdata1, kType6 | (~kDisabled & kNoAction)), kType6 | 0x240'005f);
}

TEST_F(TriggerTest, RegistersAreNotThereWithoutTheExtension) {
  BareMachine plain("rv64gc");
  for (unsigned csr = kCsrTselect; csr <= kCsrTcontrol; ++csr)
    EXPECT_FALSE(plain.hart().csr(csr)) << csr;
  BareMachine narrow("rv32gc_sdtrig");
  EXPECT_EQ(narrow.hart().csr(kCsrTdata1), ~uint64_t{0} << 28) << "the type is below XLEN";
}

TEST_F(TriggerTest, FiresBeforeTheInstruction) {
  arm(2, kMachineMode | kExecute, kCode + 4);
  state().x[kA0] = 0;
  execute({kCountA0, kCountA0, kCountA0});
  expect_trap(kCode + 4, kCode + 4);
  EXPECT_EQ(state().x[kA0], 1u);
  EXPECT_TRUE(state().tdata1[2] & kHit0);
  EXPECT_EQ(state().tcontrol, kMpte) << "the handler is not disturbed";
}

TEST_F(TriggerTest, DoesNotFireInMachineModeUnlessAllowed) {
  arm(0, kMachineMode | kExecute, kCode + 4);
  hart().set_csr(kCsrTcontrol, 0);
  EXPECT_TRUE(has_completed({kCountA0, kCountA0, kCountA0}));
}

TEST_F(TriggerTest, FiresInTheModesThatItNames) {
  arm(0, kUserMode | kExecute, kCode + 4);
  EXPECT_TRUE(has_completed({kCountA0, kCountA0}));
  state().privilege = kUser;
  execute({kCountA0, kCountA0});
  expect_trap(kCode + 4, kCode + 4);
  arm(0, kSupervisorMode | kExecute, kCode + 4);
  state().privilege = kUser;
  EXPECT_TRUE(has_completed({kCountA0, kCountA0}));
}

TEST_F(TriggerTest, FiresBeforeALoadOrAStore) {
  state().x[kA1] = kData;
  EXPECT_TRUE(has_completed({kLoadA0, kStoreA0}));
  arm(0, kMachineMode | kStore, kData + 4);
  state().x[kA0] = 99;
  execute({kNop, kStoreA0});
  expect_trap(kCode + 4, kData);
  EXPECT_NE(machine_.read_u64(kData), 99u);
  hart().set_csr(kCsrTcontrol, kMte);
  EXPECT_TRUE(has_completed({kLoadA0}));
  arm(0, kMachineMode | kLoad, kData);
  execute({kLoadA0});
  expect_trap(kCode, kData);
}

TEST_F(TriggerTest, MatchesRanges) {
  constexpr uint64_t kNapot = 1 << 7, kNotBelow = 2 << 7, kBelow = 3 << 7;
  state().x[kA1] = kData + 0x10;
  arm(0, kMachineMode | kStore | kNapot, kData | 0xf);  // 32 bytes
  execute({kStoreA0});
  expect_trap(kCode, kData + 0x10);
  arm(0, kMachineMode | kStore | kNapot, kData | 0x7);  // 16 bytes
  EXPECT_TRUE(has_completed({kStoreA0}));
  arm(0, kMachineMode | kStore | kNotBelow, kData + 0x18);
  EXPECT_TRUE(has_completed({kStoreA0}));
  arm(0, kMachineMode | kStore | kNotBelow, kData + 0x17);
  execute({kStoreA0});
  expect_trap(kCode, kData + 0x10);
  arm(0, kMachineMode | kStore | kBelow, kData + 0x10);
  EXPECT_TRUE(has_completed({kStoreA0}));
}

TEST_F(TriggerTest, ReturningFromTheHandlerAllowsItAgain) {
  arm(0, kMachineMode | kExecute, kCode + 8);
  state().mepc = kCode + 4;
  state().mstatus |= kStatusMpp;
  hart().set_csr(kCsrTcontrol, kMpte);
  execute({kMret, kCountA0, kCountA0});
  expect_trap(kCode + 8, kCode + 8);
}

}  // namespace
}  // namespace vm::riscv
