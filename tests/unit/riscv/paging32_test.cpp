// SPDX-License-Identifier: Apache-2.0
//
// Sv32, privileged spec 20240411, 10.3; what it has in common with the others is in
// paging_test.cpp.

#include "tests/unit/riscv/fixture.h"
#include "tests/unit/riscv/page_table.h"

namespace vm::riscv {
namespace {

constexpr uint32_t kStoreWordA0 = 0x00a5'a023;  // sw a0, 0(a1)

/// The code mapped onto itself as 4 MiB, and one page at kVirtual.
class Sv32Test : public HartTest {
 protected:
  static constexpr uint64_t kVirtual = 0x4000'5000;
  static constexpr uint64_t kRoot = BareMachine::kBase + 0x10000;
  static constexpr uint64_t kLeaves = kRoot + 0x1000;
  static constexpr uint64_t kMegapage = kRoot + 4 * (kVirtual >> 22);
  static constexpr uint64_t kLeaf = kLeaves + 4 * uint64_t{5};

  Sv32Test() : HartTest("rv32gc") {
    write_entry(kRoot + 4 * (kCode >> 22), kCode, kV | kR | kW | kX | kA | kD);
    write_entry(kMegapage, kLeaves, kV);
    map(kV | kR | kW | kA | kD);
    machine_.write_u64(kData, 0x1234);
    state().x[kA1] = kVirtual;
    state().pmpaddr[0] = 0xffff'ffff;
    hart().set_csr(kCsrSatp, uint64_t{1} << 31 | kRoot >> 12);
  }

  void write_entry(uint64_t at, uint64_t physical, uint64_t bits) {
    const auto entry = static_cast<uint32_t>(page_table_entry(physical, bits));
    std::memcpy(machine_.host(at), &entry, sizeof entry);
  }
  uint64_t entry_at(uint64_t at) { return static_cast<uint32_t>(machine_.read_u64(at)); }
  void map(uint64_t bits) { write_entry(kLeaf, kData, bits); }
};

TEST_F(Sv32Test, LoadsAndStoresThroughTwoLevels) {
  EXPECT_EQ(cause_of(kSupervisor, kLoadWordA0), 3u);
  EXPECT_EQ(state().x[kA0], 0x1234u);
  state().x[kA0] = 0x5678;
  EXPECT_EQ(cause_of(kSupervisor, kStoreWordA0), 3u);
  EXPECT_EQ(machine_.read_u64(kData), 0x5678u);
}

TEST_F(Sv32Test, AFaultNamesTheVirtualAddress) {
  map(0);
  EXPECT_EQ(cause_of(kSupervisor, kLoadWordA0), kLoadPageFault);
  EXPECT_EQ(state().mtval, kVirtual);
  EXPECT_EQ(cause_of(kSupervisor, kStoreWordA0), kStorePageFault);
  EXPECT_EQ(cause_of(kSupervisor, kJumpA1), kFetchPageFault);
}

TEST_F(Sv32Test, ChecksWhatAPageAllows) {
  map(kV | kR | kA | kD);
  EXPECT_EQ(cause_of(kSupervisor, kStoreWordA0), kStorePageFault);
  map(kV | kX | kA | kD);
  EXPECT_EQ(cause_of(kSupervisor, kLoadWordA0), kLoadPageFault);
  state().mstatus |= kStatusMxr;
  EXPECT_EQ(cause_of(kSupervisor, kLoadWordA0), 3u);
  map(kV | kW | kA | kD);
  EXPECT_EQ(cause_of(kSupervisor, kStoreWordA0), kStorePageFault) << "reserved";
}

TEST_F(Sv32Test, UserPagesAreUserModes) {
  map(kV | kR | kU | kA);
  EXPECT_EQ(cause_of(kSupervisor, kLoadWordA0), kLoadPageFault);
  state().mstatus |= kStatusSum;
  EXPECT_EQ(cause_of(kSupervisor, kLoadWordA0), 3u);
  EXPECT_EQ(cause_of(kUser, kLoadWordA0), kFetchPageFault) << "the code is supervisor mode's";
}

TEST_F(Sv32Test, TheHartSetsAccessedAndDirtyOfOneEntryOnly) {
  map(kV | kR | kW);
  write_entry(kLeaf - 4, kData, kV | kR | kW);
  write_entry(kLeaf + 4, kData, kV | kR | kW);
  EXPECT_EQ(cause_of(kSupervisor, kLoadWordA0), 3u);
  EXPECT_EQ(entry_at(kLeaf), page_table_entry(kData, kV | kR | kW | kA));
  EXPECT_EQ(cause_of(kSupervisor, kStoreWordA0), 3u);
  EXPECT_EQ(entry_at(kLeaf), page_table_entry(kData, kV | kR | kW | kA | kD));
  EXPECT_EQ(entry_at(kLeaf - 4), page_table_entry(kData, kV | kR | kW));
  EXPECT_EQ(entry_at(kLeaf + 4), page_table_entry(kData, kV | kR | kW));
}

TEST_F(Sv32Test, AMegapageMapsFourMegabytes) {
  write_entry(kMegapage, BareMachine::kBase, kV | kR | kA);
  state().x[kA1] = 0x4000'2000;
  EXPECT_EQ(cause_of(kSupervisor, kLoadWordA0), 3u);
  EXPECT_EQ(state().x[kA0], 0x1234u);
  write_entry(kMegapage, kData, kV | kR | kA);
  EXPECT_EQ(cause_of(kSupervisor, kLoadWordA0), kLoadPageFault) << "not aligned";
}

TEST_F(Sv32Test, AllOfTheAddressSpaceIsTranslated) {
  // No upper bits to be extended: the highest page is like any other.
  write_entry(kRoot + 4 * uint64_t{0x3ff}, BareMachine::kBase, kV | kR | kA);
  state().x[kA1] = 0xffff'ffff'ffc0'2000;
  EXPECT_EQ(cause_of(kSupervisor, kLoadWordA0), 3u);
  EXPECT_EQ(state().x[kA0], 0x1234u);
}

TEST_F(Sv32Test, PhysicalAddressesHave34Bits) {
  write_entry(kLeaf, uint64_t{3} << 32, kV | kR | kA);
  constexpr uint64_t kLoadAccessFault = 5;
  EXPECT_EQ(cause_of(kSupervisor, kLoadWordA0), kLoadAccessFault) << "nothing is mapped there";
}

TEST_F(Sv32Test, SatpHasAModeOfOneBit) {
  hart().set_csr(kCsrSatp, 0xffff'ffff);
  EXPECT_EQ(static_cast<uint32_t>(state().satp), 0x803f'ffffu) << "there are no ASIDs";
  hart().set_csr(kCsrSatp, 0);
  EXPECT_EQ(cause_of(kSupervisor, kLoadWordA0), 5u) << "kVirtual is an address as it is";
}

}  // namespace
}  // namespace vm::riscv
