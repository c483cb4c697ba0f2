// SPDX-License-Identifier: Apache-2.0

#include <tuple>
#include <utility>

#include "tests/unit/riscv/fixture.h"
#include "tests/unit/riscv/page_table.h"

namespace vm::riscv {
namespace {

/// Sv39 with the code mapped onto itself as a gigabyte, and one page at kVirtual.
class PagingTest : public HartTest {
 protected:
  static constexpr uint64_t kVirtual = 0x4000'5000;
  static constexpr uint64_t kRoot = BareMachine::kBase + 0x10000;
  static constexpr uint64_t kMiddle = kRoot + 0x1000;
  static constexpr uint64_t kLeaves = kRoot + 0x2000;
  static constexpr uint64_t kLeaf = kLeaves + 8 * uint64_t{5};

  PagingTest() : PagingTest("rv64gc") {}
  explicit PagingTest(std::string_view isa) : HartTest(isa) {
    machine_.write_u64(
        kRoot + 8 * uint64_t{2},
        entry(BareMachine::kBase, kV | kR | kW | kX | kA | kD)
    );
    machine_.write_u64(kRoot + 8 * uint64_t{1}, entry(kMiddle, kV));
    machine_.write_u64(kMiddle, entry(kLeaves, kV));
    map(kV | kR | kW | kA | kD);
    machine_.write_u64(kData, 0x1234);
    state().satp = uint64_t{8} << 60 | kRoot >> 12;
    state().x[kA1] = kVirtual;
  }

  static uint64_t entry(uint64_t physical, uint64_t bits) {
    return page_table_entry(physical, bits);
  }
  void map(uint64_t bits) { machine_.write_u64(kLeaf, entry(kData, bits)); }
};

TEST_F(PagingTest, LoadsAndStoresThroughThreeLevels) {
  EXPECT_EQ(cause_of(kSupervisor, kLoadA0), 3u);
  EXPECT_EQ(state().x[kA0], 0x1234u);
  state().x[kA0] = 0x5678;
  EXPECT_EQ(cause_of(kSupervisor, kStoreA0), 3u);
  EXPECT_EQ(machine_.read_u64(kData), 0x5678u);
}

TEST_F(PagingTest, AFaultNamesTheVirtualAddress) {
  map(0);
  EXPECT_EQ(cause_of(kSupervisor, kLoadA0), kLoadPageFault);
  EXPECT_EQ(state().mtval, kVirtual);
  EXPECT_EQ(state().mepc, kCode);
  EXPECT_EQ(cause_of(kSupervisor, kStoreA0), kStorePageFault);
  EXPECT_EQ(cause_of(kSupervisor, kJumpA1), kFetchPageFault);
  EXPECT_EQ(state().mepc, kVirtual);
}

TEST_F(PagingTest, ChecksReadWriteAndExecute) {
  map(kV | kR | kA | kD);
  EXPECT_EQ(cause_of(kSupervisor, kLoadA0), 3u);
  EXPECT_EQ(cause_of(kSupervisor, kStoreA0), kStorePageFault);
  EXPECT_EQ(cause_of(kSupervisor, kJumpA1), kFetchPageFault);
  map(kV | kX | kA);
  EXPECT_EQ(cause_of(kSupervisor, kLoadA0), kLoadPageFault);
}

TEST_F(PagingTest, WritableButNotReadableIsReserved) {
  map(kV | kW | kA | kD);
  EXPECT_EQ(cause_of(kSupervisor, kStoreA0), kStorePageFault);
}

TEST_F(PagingTest, MxrMakesExecutablePagesReadable) {
  map(kV | kX | kA);
  state().mstatus |= kStatusMxr;
  EXPECT_EQ(cause_of(kSupervisor, kLoadA0), 3u);
}

TEST_F(PagingTest, SupervisorModeTouchesUserPagesOnlyWithSum) {
  map(kV | kR | kW | kX | kU | kA | kD);
  EXPECT_EQ(cause_of(kSupervisor, kLoadA0), kLoadPageFault);
  state().mstatus |= kStatusSum;
  EXPECT_EQ(cause_of(kSupervisor, kLoadA0), 3u);
  EXPECT_EQ(cause_of(kSupervisor, kJumpA1), kFetchPageFault);
}

TEST_F(PagingTest, UserModeNeedsUserPages) {
  machine_.write_u64(
      kRoot + 8 * uint64_t{2},
      entry(BareMachine::kBase, kV | kR | kW | kX | kU | kA | kD)
  );
  EXPECT_EQ(cause_of(kUser, kLoadA0), kLoadPageFault);
  map(kV | kR | kU | kA);
  EXPECT_EQ(cause_of(kUser, kLoadA0), 3u);
}

TEST_F(PagingTest, MprvLoadsAsThePreviousMode) {
  state().mstatus |= kStatusMprv | uint64_t{kSupervisor} << kStatusMppShift;
  EXPECT_EQ(cause_of(kMachine, kLoadA0), 3u);
  EXPECT_EQ(state().x[kA0], 0x1234u);
}

TEST_F(PagingTest, TheHartSetsAccessedAndDirty) {
  map(kV | kR | kW);
  EXPECT_EQ(cause_of(kSupervisor, kLoadA0), 3u);
  EXPECT_EQ(machine_.read_u64(kLeaf), entry(kData, kV | kR | kW | kA));
  EXPECT_EQ(cause_of(kSupervisor, kStoreA0), 3u);
  EXPECT_EQ(machine_.read_u64(kLeaf), entry(kData, kV | kR | kW | kA | kD));
}

TEST_F(PagingTest, AStoreThatFollowsALoadStillSetsDirty) {
  map(kV | kR | kW);
  state().privilege = kSupervisor;
  EXPECT_TRUE(has_completed({kLoadA0, kStoreA0}));
  EXPECT_EQ(machine_.read_u64(kLeaf), entry(kData, kV | kR | kW | kA | kD));
}

TEST_F(PagingTest, AMisalignedSuperpageFaults) {
  machine_.write_u64(kMiddle, entry(kData, kV | kR | kA));
  EXPECT_EQ(cause_of(kSupervisor, kLoadA0), kLoadPageFault);
}

TEST_F(PagingTest, ASuperpageMapsAllOfItsPages) {
  machine_.write_u64(kMiddle, entry(BareMachine::kBase, kV | kR | kA));
  state().x[kA1] = 0x4000'2000;
  EXPECT_EQ(cause_of(kSupervisor, kLoadA0), 3u);
  EXPECT_EQ(state().x[kA0], 0x1234u);
}

TEST_F(PagingTest, AddressesHaveTheirUpperBitsExtended) {
  state().x[kA1] = kVirtual | uint64_t{1} << 39;
  EXPECT_EQ(cause_of(kSupervisor, kLoadA0), kLoadPageFault);
}

TEST_F(PagingTest, ReservedBitsFault) {
  machine_.write_u64(kLeaf, entry(kData, kV | kR | kA) | uint64_t{1} << 54);
  EXPECT_EQ(cause_of(kSupervisor, kLoadA0), kLoadPageFault);
}

TEST_F(PagingTest, AnAccessAcrossTwoPagesNeedsBoth) {
  state().x[kA1] = kVirtual + 0xffc;
  state().x[kA0] = ~uint64_t{0};
  EXPECT_EQ(cause_of(kSupervisor, kStoreA0), kStorePageFault);
  EXPECT_EQ(state().mtval, kVirtual + 0x1000);
  // Nothing has been stored to the page that is there.
  EXPECT_EQ(machine_.read_u64(kData + 0xff8), 0u);

  machine_.write_u64(kLeaf + 8, entry(kData + 0x4000, kV | kR | kW | kA | kD));
  EXPECT_EQ(cause_of(kSupervisor, kStoreA0), 3u);
  EXPECT_EQ(machine_.read_u64(kData + 0xff8), 0xffff'ffff'0000'0000u);
  EXPECT_EQ(machine_.read_u64(kData + 0x4000), 0xffff'ffffu);
}

TEST_F(PagingTest, SfenceMakesAChangedEntryCount) {
  // ld a0, 0(a1); sd a3, 0(a2); sfence.vma; ld a0, 0(a1)
  state().x[kA2] = kLeaf;
  state().x[13] = entry(kData + 0x1000, kV | kR | kA);
  machine_.write_u64(kData + 0x1000, 0x9999);
  state().privilege = kSupervisor;
  EXPECT_TRUE(has_completed({kLoadA0, 0x00d6'3023, kSfenceVma, kLoadA0}));
  EXPECT_EQ(state().x[kA0], 0x9999u);
}

TEST_F(PagingTest, SfenceOfOneAddressReachesAllOfASuperpage) {
  machine_.write_u64(kMiddle, entry(BareMachine::kBase, kV | kR | kA));
  state().x[kA1] = 0x4000'2000;
  state().x[kA2] = kMiddle;
  state().x[13] = entry(BareMachine::kBase + 0x20'0000, kV | kR | kA);
  state().x[14] = 0x4000'0000;
  machine_.write_u64(BareMachine::kBase + 0x20'2000, 0x7777);
  state().privilege = kSupervisor;
  constexpr uint32_t kSfenceVmaA4 = 0x1207'0073;
  EXPECT_TRUE(has_completed({kLoadA0, 0x00d6'3023, kSfenceVmaA4, kLoadA0}));
  EXPECT_EQ(state().x[kA0], 0x7777u);
}

/// Svinval: its three instructions take the place of sfence.vma.
class SvinvalTest : public PagingTest {
 protected:
  SvinvalTest() : PagingTest("rv64gc_svinval") {}

  bool is_illegal(uint8_t privilege, uint32_t bits) { return cause_of(privilege, bits) == 2; }

  static constexpr uint32_t kSinvalVmaA1 = 0x1605'8073;
  static constexpr uint32_t kSfenceWInval = 0x1800'0073;
  static constexpr uint32_t kSfenceInvalIr = 0x1810'0073;
};

TEST_F(SvinvalTest, MakesAChangedEntryCount) {
  // ld a0, 0(a1); sd a3, 0(a2); sfence.w.inval; sinval.vma a1; sfence.inval.ir; ld a0, 0(a1)
  state().x[kA2] = kLeaf;
  state().x[13] = entry(kData + 0x1000, kV | kR | kA);
  machine_.write_u64(kData + 0x1000, 0x9999);
  state().privilege = kSupervisor;
  EXPECT_TRUE(
      has_completed({kLoadA0, 0x00d6'3023, kSfenceWInval, kSinvalVmaA1, kSfenceInvalIr, kLoadA0})
  );
  EXPECT_EQ(state().x[kA0], 0x9999u);
}

TEST_F(SvinvalTest, IsSupervisorModesAndTvmKeepsOnlyTheInvalidationFromIt) {
  state().satp = 0;
  for (uint32_t bits : {kSinvalVmaA1, kSfenceWInval, kSfenceInvalIr}) {
    EXPECT_TRUE(is_illegal(kUser, bits)) << std::hex << bits;
    EXPECT_FALSE(is_illegal(kSupervisor, bits)) << std::hex << bits;
  }
  state().mstatus |= kStatusTvm;
  EXPECT_TRUE(is_illegal(kSupervisor, kSinvalVmaA1));
  EXPECT_FALSE(is_illegal(kSupervisor, kSfenceWInval));
  EXPECT_FALSE(is_illegal(kSupervisor, kSfenceInvalIr));
  EXPECT_FALSE(is_illegal(kMachine, kSinvalVmaA1));
}

TEST_F(PagingTest, ATableOutsideOfMemoryIsAnAccessFault) {
  state().satp = uint64_t{8} << 60 | 0x1;
  EXPECT_EQ(cause_of(kSupervisor, kNop), 1u);
}

class SvadeTest : public PagingTest {
 protected:
  SvadeTest() : PagingTest("rv64gc_svade") {}
};

TEST_F(SvadeTest, LeavesAccessedAndDirtyToSoftware) {
  map(kV | kR | kW);
  EXPECT_EQ(cause_of(kSupervisor, kLoadA0), kLoadPageFault);
  map(kV | kR | kW | kA);
  EXPECT_EQ(cause_of(kSupervisor, kLoadA0), 3u);
  EXPECT_EQ(cause_of(kSupervisor, kStoreA0), kStorePageFault);
}

class SvaduTest : public PagingTest {
 protected:
  SvaduTest() : PagingTest("rv64gc_svadu") {}
};

TEST_F(SvaduTest, MenvcfgSaysWhetherTheHartSetsAccessedAndDirty) {
  map(kV | kR | kW);
  EXPECT_EQ(cause_of(kSupervisor, kLoadA0), kLoadPageFault);
  EXPECT_EQ(machine_.read_u64(kLeaf), entry(kData, kV | kR | kW));
  hart().set_csr(kCsrMenvcfg, kEnvAdue);
  EXPECT_EQ(cause_of(kSupervisor, kStoreA0), 3u);
  EXPECT_EQ(machine_.read_u64(kLeaf), entry(kData, kV | kR | kW | kA | kD));
  map(kV | kR | kW);
  hart().set_csr(kCsrMenvcfg, 0);
  EXPECT_EQ(cause_of(kSupervisor, kStoreA0), kStorePageFault);
}

/// Sv48 and Sv57: the same tables below one more, and two more.
class DeepPagingTest : public PagingTest {
 protected:
  static constexpr uint64_t kSv48 = 9;
  static constexpr uint64_t kSv57 = 10;
  static constexpr uint64_t kFourth = kLeaves + 0x1000;
  static constexpr uint64_t kFifth = kLeaves + 0x2000;

  DeepPagingTest() : PagingTest("rv64gc_sv48_sv57") {
    machine_.write_u64(kFourth, entry(kRoot, kV));
    machine_.write_u64(kFifth, entry(kFourth, kV));
  }

  void set_mode(uint64_t mode, uint64_t root) {
    hart().set_csr(kCsrSatp, mode << 60 | root >> 12);
    EXPECT_EQ(state().satp >> 60, mode);
  }
};

TEST_F(DeepPagingTest, LoadsThroughFourAndFiveLevels) {
  set_mode(kSv48, kFourth);
  EXPECT_EQ(cause_of(kSupervisor, kLoadA0), 3u);
  EXPECT_EQ(std::exchange(state().x[kA0], 0), 0x1234u);
  set_mode(kSv57, kFifth);
  EXPECT_EQ(cause_of(kSupervisor, kLoadA0), 3u);
  EXPECT_EQ(state().x[kA0], 0x1234u);
}

TEST_F(DeepPagingTest, AddressesHaveTheirUpperBitsExtended) {
  for (const auto& [mode, root, bits] :
       {std::tuple(kSv48, kFourth, 48), std::tuple(kSv57, kFifth, 57)}) {
    set_mode(mode, root);
    state().x[kA1] = kVirtual | uint64_t{1} << (bits - 1);
    EXPECT_EQ(cause_of(kSupervisor, kLoadA0), kLoadPageFault) << bits;
    state().x[kA1] = kVirtual | uint64_t{1} << bits;
    EXPECT_EQ(cause_of(kSupervisor, kLoadA0), kLoadPageFault) << bits;
  }
}

class SvnapotTest : public PagingTest {
 protected:
  SvnapotTest() : PagingTest("rv64gc_svnapot") {}
};

TEST_F(SvnapotTest, MapsSixteenPagesByOneEntry) {
  constexpr uint64_t kNapot = uint64_t{1} << 63;
  constexpr uint64_t k64KiB = 0x8;  // the page number's last four bits: 1000
  machine_.write_u64(kLeaf, kNapot | (BareMachine::kBase >> 12 | k64KiB) << 10 | kV | kR | kA);
  state().x[kA1] = kVirtual;
  machine_.write_u64(BareMachine::kBase + 0x5000, 0x4242);
  EXPECT_EQ(cause_of(kSupervisor, kLoadA0), 3u);
  EXPECT_EQ(state().x[kA0], 0x4242u);
}

}  // namespace
}  // namespace vm::riscv
