// SPDX-License-Identifier: Apache-2.0

#include <gtest/gtest.h>

#include "tests/unit/support/fake_platform.h"
#include "tests/unit/support/irq_line.h"
#include "vm/devices/device.h"
#include "vm/devices/riscv_cluster.h"
#include "vm/devices/riscv_hart.h"
#include "vm/riscv/csr.h"

namespace vm {
namespace {

constexpr unsigned kSetLittleEndian = 0;
constexpr unsigned kSetBigEndian = 4;

constexpr uint64_t kDelivery = 0x70;
constexpr uint64_t kThreshold = 0x72;
constexpr uint64_t kPending = 0x80;
constexpr uint64_t kEnabled = 0xc0;

class ImsicTest : public testing::Test {
 protected:
  ImsicTest() {
    platform_.add<Device>("address-space", "bus");
    cpus_ = &platform_.add<RiscvCluster>(
        "riscv-cluster",
        "cpus",
        {{"space", "bus"}, {"count", 2}, {"isa", "rv64gc_smaia_ssaia"}}
    );
    imsic_ = &platform_.add<Device>("imsic", "imsic", {{"cpus", "cpus"}, {"count", 2}});
    imsic_->reset();
    line_.emplace(imsic_->irq_out(0, 1));
  }

  riscv::Hart& hart() { return cpus_->harts()[1]->hart(); }
  uint64_t csr(unsigned number) { return hart().csr(number).value_or(UINT64_MAX); }
  uint64_t selected(uint64_t select) {
    hart().set_csr(riscv::kCsrSiselect, select);
    return csr(riscv::kCsrSireg);
  }
  void select_write(uint64_t select, uint64_t value) {
    hart().set_csr(riscv::kCsrSiselect, select);
    EXPECT_TRUE(hart().set_csr(riscv::kCsrSireg, value));
  }
  void message(unsigned offset, uint64_t value) { imsic_->mmio_write(1, offset, value, 4); }

  FakePlatform platform_;
  RiscvCluster* cpus_ = nullptr;
  Device* imsic_ = nullptr;
  std::optional<IrqLine> line_;
};

TEST_F(ImsicTest, InterruptsTheHartWhoseFileWasWritten) {
  select_write(kDelivery, 1);
  select_write(kEnabled, 1u << 5);
  message(kSetLittleEndian, 5);
  EXPECT_TRUE(line_->is_high);
  EXPECT_EQ(csr(riscv::kCsrStopei), uint64_t{5} << 16 | 5);
  EXPECT_EQ(selected(kPending), 1u << 5);
  EXPECT_TRUE(hart().set_csr(riscv::kCsrStopei, 0)) << "claims, whatever is written";
  EXPECT_FALSE(line_->is_high);
  EXPECT_EQ(csr(riscv::kCsrStopei), 0u);
}

TEST_F(ImsicTest, TakesNumbersInEitherByteOrder) {
  message(kSetBigEndian, uint64_t{70} << 24);
  EXPECT_EQ(selected(kPending + 2), uint64_t{1} << (70 - 64));
}

TEST_F(ImsicTest, IgnoresWhatIsNoInterrupt) {
  message(kSetLittleEndian, 0);
  message(kSetLittleEndian, 256);
  message(kSetLittleEndian, UINT32_MAX);
  imsic_->mmio_write(1, kSetLittleEndian, 5, 8);
  imsic_->mmio_write(1, kSetLittleEndian, 5, 1);
  for (uint64_t word = 0; word < 64; word += 2) {
    EXPECT_EQ(selected(kPending + word), 0u);
  }
}

TEST_F(ImsicTest, HoldsBackWhatIsNotBelowTheThreshold) {
  select_write(kDelivery, 1);
  select_write(kEnabled, UINT64_MAX);
  EXPECT_EQ(selected(kEnabled), UINT64_MAX - 1) << "there is no interrupt 0";
  select_write(kThreshold, 5);
  message(kSetLittleEndian, 5);
  EXPECT_FALSE(line_->is_high);
  message(kSetLittleEndian, 4);
  EXPECT_EQ(csr(riscv::kCsrStopei) >> 16, 4u);
  select_write(kThreshold, 0);
  select_write(kPending, 1u << 5 | 1u << 3);
  EXPECT_EQ(csr(riscv::kCsrStopei) >> 16, 3u) << "the least number first";
}

TEST_F(ImsicTest, InterruptsNobodyUntilItMay) {
  select_write(kEnabled, 2);
  message(kSetLittleEndian, 1);
  EXPECT_FALSE(line_->is_high);
  select_write(kDelivery, 1);
  EXPECT_TRUE(line_->is_high);
}

TEST_F(ImsicTest, ShowsNoRegistersThatThereAreNot) {
  for (const unsigned select : {0x00u, 0x31u, 0x6fu, 0x71u, 0x81u, 0xc1u, 0x100u}) {
    hart().set_csr(riscv::kCsrSiselect, select);
    EXPECT_FALSE(hart().csr(riscv::kCsrSireg)) << select;
    EXPECT_FALSE(hart().set_csr(riscv::kCsrSireg, 1)) << select;
  }
  EXPECT_EQ(selected(0x30), 0u) << "iprio0";
  EXPECT_FALSE(hart().csr(riscv::kCsrMtopei)) << "machine mode has no file";
}

TEST_F(ImsicTest, IsNotSeenByHartsWithoutTheExtensions) {
  platform_.add<RiscvCluster>("riscv-cluster", "old", {{"space", "bus"}});
  auto& old = static_cast<RiscvCluster&>(*platform_.root().child("old"));
  EXPECT_FALSE(old.harts()[0]->hart().csr(riscv::kCsrStopi));
  EXPECT_FALSE(old.harts()[0]->hart().csr(riscv::kCsrMtopi));
}

TEST_F(ImsicTest, TheMostUrgentInterruptIsTold) {
  hart().set_csr(riscv::kCsrMideleg, 0x222);
  hart().set_csr(riscv::kCsrMie, 0x222);
  hart().set_csr(riscv::kCsrMip, 0x22);
  EXPECT_EQ(csr(riscv::kCsrStopi), uint64_t{1} << 16 | 1) << "software before timer";
  EXPECT_EQ(csr(riscv::kCsrMtopi), 0u);
  hart().set_csr(riscv::kCsrMideleg, 0);
  EXPECT_EQ(csr(riscv::kCsrMtopi), uint64_t{1} << 16 | 1);
  EXPECT_EQ(csr(riscv::kCsrMvip), 0x22u);
}

TEST_F(ImsicTest, RefusesAnOddNumberOfInterruptsAndOtherHarts) {
  const auto refused = [&](const qapi::Json& properties) {
    return error_of(platform_.try_add("imsic", "other", properties));
  };
  EXPECT_EQ(
      refused({{"cpus", "cpus"}, {"num-ids", 100}}),
      "other.num-ids: 100 is not one less than a multiple of 64"
  );
  EXPECT_EQ(refused({{"cpus", "cpus"}}), "other.count: /cpus has 2 harts, not 1");
}

}  // namespace
}  // namespace vm
