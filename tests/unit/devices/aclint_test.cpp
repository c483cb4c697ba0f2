// SPDX-License-Identifier: Apache-2.0
//
// aclint-mswi, aclint-sswi and aclint-mtimer.

#include <gtest/gtest.h>

#include "tests/unit/support/fake_platform.h"
#include "tests/unit/support/irq_line.h"
#include "vm/devices/device.h"

namespace vm {
namespace {

constexpr uint64_t kMtime = 0x7ff8;
constexpr uint64_t kTick = 100;  // ns, at 10 MHz

TEST(AclintMswi, ARegisterInterruptsItsHart) {
  FakePlatform platform;
  auto& mswi = platform.add<Device>("aclint-mswi", "mswi", {{"count", 2}});
  IrqLine first(mswi.irq_out(0, 0));
  IrqLine second(mswi.irq_out(0, 1));
  mswi.mmio_write(0, 4, 0xffff'ffff, 4);
  EXPECT_FALSE(first.is_high);
  EXPECT_TRUE(second.is_high);
  EXPECT_EQ(mswi.mmio_read(0, 4, 4), 1u) << "only bit 0 exists";
  mswi.mmio_write(0, 4, 0, 4);
  EXPECT_FALSE(second.is_high);
}

TEST(AclintMswi, ResetLowersAndOtherHartsDoNotExist) {
  FakePlatform platform;
  auto& mswi = platform.add<Device>("aclint-mswi", "mswi", {{"count", 1}});
  IrqLine wire(mswi.irq_out(0, 0));
  mswi.mmio_write(0, 0, 1, 4);
  mswi.reset();
  EXPECT_FALSE(wire.is_high);
  mswi.mmio_write(0, 4, 1, 4);
  mswi.mmio_write(0, 0x3ffc, 1, 4);
  EXPECT_EQ(mswi.mmio_read(0, 4, 4), 0u);
}

TEST(AclintSswi, SendsItsHartAnEdgeForEachOne) {
  FakePlatform platform;
  auto& sswi = platform.add<Device>("aclint-sswi", "sswi", {{"count", 2}});
  IrqLine first(sswi.irq_out(0, 0));
  IrqLine second(sswi.irq_out(0, 1));
  sswi.mmio_write(0, 4, 0xffff'ffff, 4);
  sswi.mmio_write(0, 4, 1, 4);
  EXPECT_EQ(first.changes, 0);
  EXPECT_EQ(second.changes, 4) << "up and down, twice";
  EXPECT_FALSE(second.is_high);
  EXPECT_EQ(sswi.mmio_read(0, 4, 4), 0u);
}

TEST(AclintSswi, AZeroAndHartsThatDoNotExistAreNothing) {
  FakePlatform platform;
  auto& sswi = platform.add<Device>("aclint-sswi", "sswi", {{"count", 1}});
  IrqLine wire(sswi.irq_out(0, 0));
  sswi.mmio_write(0, 0, 0xffff'fffe, 4);
  sswi.mmio_write(0, 4, 1, 4);
  sswi.mmio_write(0, 2, 1, 4);
  sswi.mmio_write(0, 0x3ffc, 1, 4);
  EXPECT_EQ(wire.changes, 0);
}

class AclintMtimerTest : public testing::Test {
 protected:
  AclintMtimerTest() { timer_.reset(); }

  uint64_t read(uint64_t offset, unsigned size = 8) { return timer_.mmio_read(0, offset, size); }

  void write(uint64_t offset, uint64_t value, unsigned size = 8) {
    std::lock_guard hold(platform_.machine_lock());
    timer_.mmio_write(0, offset, value, size);
  }

  void set_ticks(uint64_t ticks) { platform_.clock().set_now_ns(ticks * kTick); }

  FakePlatform platform_;
  Device& timer_ = platform_.add<Device>("aclint-mtimer", "mtimer", {{"count", 2}});
  IrqLine first_{timer_.irq_out(0, 0)};
  IrqLine second_{timer_.irq_out(0, 1)};
};

TEST_F(AclintMtimerTest, MtimeIsGuestTimeInTicks) {
  EXPECT_EQ(read(kMtime), 0u);
  set_ticks(0x1'2345'6789);
  EXPECT_EQ(read(kMtime), 0x1'2345'6789u);
  EXPECT_EQ(read(kMtime, 4), 0x2345'6789u);
  EXPECT_EQ(read(kMtime + 4, 4), 1u);
}

TEST_F(AclintMtimerTest, TimeDoesNotOverflowInACentury) {
  constexpr uint64_t kCentury = 100ull * 365 * 86400 * 10'000'000;
  set_ticks(kCentury);
  EXPECT_EQ(read(kMtime), kCentury);
}

TEST_F(AclintMtimerTest, InterruptsTheHartWhoseTimeHasCome) {
  set_ticks(1000);
  write(8, 1000);
  EXPECT_FALSE(first_.is_high);
  EXPECT_TRUE(second_.is_high);
  write(8, 1001);
  EXPECT_FALSE(second_.is_high);
}

TEST_F(AclintMtimerTest, CanBeWrittenByHalves) {
  write(0, 0x1111'2222, 4);
  write(4, 0x3333'4444, 4);
  EXPECT_EQ(read(0), 0x3333'4444'1111'2222u);
}

TEST_F(AclintMtimerTest, RingsWhenTheClockGetsThere) {
  write(0, 20'000);  // 2 ms
  EXPECT_FALSE(first_.is_high);
  {
    std::lock_guard hold(platform_.machine_lock());
    platform_.clock().start();
  }
  EXPECT_TRUE(platform_.run_until([this] { return first_.is_high; }));
  EXPECT_GE(read(kMtime), 20'000u);
  EXPECT_EQ(first_.changes, 1);
  EXPECT_FALSE(second_.is_high);
}

TEST_F(AclintMtimerTest, WritingMtimeMovesTimeForAll) {
  set_ticks(500);
  write(0, 10'000);
  write(kMtime, 10'000);
  EXPECT_TRUE(first_.is_high);
  EXPECT_EQ(read(kMtime), 10'000u);
  set_ticks(501);
  EXPECT_EQ(read(kMtime), 10'001u);
  write(kMtime, 0);
  EXPECT_FALSE(first_.is_high);
}

TEST_F(AclintMtimerTest, NobodyIsInterruptedAfterAReset) {
  set_ticks(1000);
  write(0, 1);
  EXPECT_TRUE(first_.is_high);
  timer_.reset();
  EXPECT_FALSE(first_.is_high);
  EXPECT_EQ(read(0), UINT64_MAX);
}

TEST_F(AclintMtimerTest, HartsThatDoNotExistReadZero) {
  write(16, 0);
  EXPECT_EQ(read(16), 0u);
  EXPECT_EQ(read(kMtime - 8), 0u);
}

}  // namespace
}  // namespace vm
