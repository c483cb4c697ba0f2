// SPDX-License-Identifier: Apache-2.0

#include "vm/riscv/pmp.h"

#include "tests/unit/riscv/fixture.h"

namespace vm::riscv {
namespace {

constexpr uint8_t kRead = 1;
constexpr uint8_t kExecute = 4;
constexpr uint8_t kAll = 7;
constexpr uint8_t kTor = 1 << 3;
constexpr uint8_t kNa4 = 2 << 3;
constexpr uint8_t kNapot = 3 << 3;
constexpr uint8_t kLock = 0x80;

/// NAPOT: `size` is a power of two, at least 8.
uint64_t napot(uint64_t address, uint64_t size) {
  return address >> 2 | (size / 8 - 1);
}

class PmpTest : public HartTest {
 protected:
  PmpTest() {
    state().x[kA1] = kData;
    machine_.write_u64(kData, 0x1234);
  }

  /// Entries from 0; behind them one that opens everything.
  void protect(std::initializer_list<std::pair<uint8_t, uint64_t>> entries) {
    unsigned i = 0;
    for (const auto& [config, address] : entries) {
      state().pmpcfg[i] = config;
      state().pmpaddr[i++] = address;
    }
    state().pmpcfg[i] = kNapot | kAll;
    state().pmpaddr[i] = ~uint64_t{0} >> 10;
  }
};

TEST_F(PmpTest, LowerModesReachNothingUntilAnEntryAllowsIt) {
  state().pmpcfg = {};
  EXPECT_EQ(cause_of(kSupervisor, kNop), 1u);
  EXPECT_EQ(cause_of(kMachine, kNop), 3u);
}

TEST_F(PmpTest, TheFirstEntryThatMatchesDecides) {
  protect({{kNapot | kRead, napot(kData, 4096)}});
  EXPECT_EQ(cause_of(kSupervisor, kLoadA0), 3u);
  EXPECT_EQ(cause_of(kSupervisor, kStoreA0), 7u);
  EXPECT_EQ(state().mtval, kData);
  EXPECT_EQ(cause_of(kMachine, kStoreA0), 3u);
}

TEST_F(PmpTest, ALockedEntryBindsMachineModeToo) {
  protect({{kLock | kNapot | kRead, napot(kData, 4096)}});
  EXPECT_EQ(cause_of(kMachine, kLoadA0), 3u);
  EXPECT_EQ(cause_of(kMachine, kStoreA0), 7u);
}

TEST_F(PmpTest, TopOfRangeStartsAtTheEntryBelow) {
  protect({{0, kData >> 2}, {kTor, (kData + 8) >> 2}});
  EXPECT_EQ(cause_of(kSupervisor, kLoadA0), 5u);
  state().x[kA1] = kData + 8;
  EXPECT_EQ(cause_of(kSupervisor, kLoadA0), 3u);
  state().x[kA1] = kData - 8;
  EXPECT_EQ(cause_of(kSupervisor, kLoadA0), 3u);
}

TEST_F(PmpTest, AnAccessThatAnEntryMatchesInPartFails) {
  protect({{kNa4 | kRead, kData >> 2}});
  EXPECT_EQ(cause_of(kSupervisor, kLoadA0), 5u);
}

TEST_F(PmpTest, WordsOfOnePageCanDiffer) {
  protect({{kNa4, (kData + 16) >> 2}});
  state().privilege = kSupervisor;
  EXPECT_TRUE(has_completed({kLoadA0, kLoadA0}));
  state().x[kA1] = kData + 16;
  EXPECT_EQ(cause_of(kSupervisor, kLoadA0), 5u);
}

TEST_F(PmpTest, ALockedEntryCannotBeWritten) {
  protect({{kLock | kTor | kRead, 0x1000}});
  write_pmpcfg(state(), 0, 0);
  write_pmpaddr(state(), 0, 0);
  EXPECT_EQ(state().pmpcfg[0], kLock | kTor | kRead);
  EXPECT_EQ(state().pmpaddr[0], 0x1000u);
}

TEST_F(PmpTest, ALockedTopOfRangeLocksTheAddressBelow) {
  protect({{0, 0x1000}, {kLock | kTor, 0x2000}});
  write_pmpaddr(state(), 0, 0);
  EXPECT_EQ(state().pmpaddr[0], 0x1000u);
  write_pmpaddr(state(), 2, 0x42);
  EXPECT_EQ(state().pmpaddr[2], 0x42u);
}

TEST_F(PmpTest, AnEntryIsAWordARangeAPowerOfTwoOrNothing) {
  protect({{kNa4, kData >> 2}});
  EXPECT_EQ(cause_of(kSupervisor, kLoadWordA0), 5u);
  state().x[kA1] = kData + 4;
  EXPECT_EQ(cause_of(kSupervisor, kLoadWordA0), 3u);
  state().x[kA1] = kData;
  protect({{0, kData >> 2}});
  EXPECT_EQ(cause_of(kSupervisor, kLoadWordA0), 3u) << "off";
  protect({{kTor | kRead | kExecute, (kData >> 2) + 1}, {kNapot, napot(kData, 4096)}});
  EXPECT_EQ(cause_of(kSupervisor, kLoadWordA0), 3u) << "the first range begins at 0";
  EXPECT_EQ(cause_of(kSupervisor, kStoreA0), 7u);
  protect({{kTor, kData >> 2}});
  EXPECT_EQ(cause_of(kSupervisor, kLoadWordA0), 1u) << "the code is in it, the data is not";
}

TEST_F(PmpTest, WritableWithoutReadableIsReserved) {
  constexpr uint64_t kWrite = 2;
  hart().set_csr(kCsrPmpcfg0, kNapot | kWrite);
  EXPECT_EQ(state().pmpcfg[0], kNapot);
}

TEST_F(PmpTest, LoadsOfPageTablesAreSupervisorModes) {
  constexpr uint64_t kTable = kData + 0x1000;
  state().satp = uint64_t{8} << 60 | kTable >> 12;
  protect({{kNapot, napot(kTable, 4096)}});
  EXPECT_EQ(cause_of(kSupervisor, kNop), 1u) << "an access fault of the fetch";
}

TEST_F(PmpTest, ConfigurationsOfOddNumbersAreOfRv32) {
  EXPECT_FALSE(hart().csr(kCsrPmpcfg0 + 1));
  EXPECT_FALSE(hart().csr(kCsrPmpcfg0 + 3));
  EXPECT_TRUE(hart().set_csr(kCsrPmpcfg0 + 2, 0x0706'0504'0301'0000));
  EXPECT_EQ(state().pmpcfg[15], 7u);
  EXPECT_EQ(state().pmpcfg[10], 1u);
}

class Rv32PmpTest : public HartTest {
 protected:
  Rv32PmpTest() : HartTest("rv32gc") {}
};

TEST_F(Rv32PmpTest, FourEntriesAreInEachConfiguration) {
  for (unsigned i = 0; i < 4; ++i) {
    ASSERT_TRUE(hart().set_csr(kCsrPmpcfg0 + i, 0x0705'0401 + i * 0x0800'0000));
    EXPECT_EQ(state().pmpcfg[size_t{4} * i], 1u);
    EXPECT_EQ(state().pmpcfg[size_t{4} * i + 3], 7u + 8 * i);
    EXPECT_EQ(static_cast<uint32_t>(*hart().csr(kCsrPmpcfg0 + i)), 0x0705'0401 + i * 0x0800'0000);
  }
}

TEST_F(Rv32PmpTest, AddressesHave34Bits) {
  ASSERT_TRUE(hart().set_csr(kCsrPmpaddr0 + 1, 0xffff'ffff));
  EXPECT_EQ(state().pmpaddr[1], 0xffff'ffffu);
  state().pmpcfg = {kNapot | kAll};
  state().pmpaddr[0] = 0xffff'ffff;
  state().privilege = kSupervisor;
  EXPECT_TRUE(has_completed({kNop})) << "all of memory";
}

}  // namespace
}  // namespace vm::riscv
