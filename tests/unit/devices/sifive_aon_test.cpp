// SPDX-License-Identifier: Apache-2.0
//
// Guest time is set by hand, but for one test: 32768 ticks are a second.

#include <gtest/gtest.h>

#include "tests/unit/support/fake_platform.h"
#include "tests/unit/support/irq_line.h"
#include "vm/base/ticks.h"
#include "vm/devices/device.h"

namespace vm {
namespace {

constexpr unsigned kHz = 32768;

enum Register {
  kWdogcfg = 0x00,
  kNothing = 0x04,
  kWdogcount = 0x08,
  kWdogs = 0x10,
  kWdogfeed = 0x18,
  kWdogkey = 0x1c,
  kWdogcmp = 0x20,
  kRtccfg = 0x40,
  kRtccountlo = 0x48,
  kRtcs = 0x50,
  kRtccmp = 0x60,
  kBackup = 0x80,
};

class SifiveAonTest : public testing::Test {
 protected:
  SifiveAonTest() { aon_.reset(); }

  uint32_t read(unsigned offset) { return static_cast<uint32_t>(aon_.mmio_read(0, offset, 4)); }

  void write(unsigned offset, uint32_t value) {
    std::lock_guard hold(platform_.machine_lock());
    aon_.mmio_write(0, offset, value, 4);
  }

  void write_unlocked(unsigned offset, uint32_t value) {
    write(kWdogkey, 0x51f15e);
    write(offset, value);
  }

  /// The clock stands still: what is due is seen at the next access to the same half.
  void advance_to(uint64_t ticks) {
    platform_.clock().set_now_ns(ns_of(ticks, kHz));
    write_unlocked(kNothing, 0);
    write(kBackup, 0);
  }

  FakePlatform platform_;
  Device& aon_ = platform_.add<Device>("sifive-e-aon", "aon");
  IrqLine wdog_{aon_.irq_out(0)};
  IrqLine rtc_{aon_.irq_out(1)};
};

TEST_F(SifiveAonTest, TheWatchdogListensOnlyToWhoHasTheKey) {
  write(kWdogcmp, 5);
  EXPECT_EQ(read(kWdogcmp), 0xffffu);
  write_unlocked(kWdogcmp, 5);
  EXPECT_EQ(read(kWdogcmp), 5u);
  write(kWdogcmp, 6);
  EXPECT_EQ(read(kWdogcmp), 5u) << "a key is good for one write";
}

TEST_F(SifiveAonTest, AWatchdogThatIsNotFedInterrupts) {
  write_unlocked(kWdogcmp, 100);
  write_unlocked(kWdogcfg, 1u << 12 | 2);  // counts, scaled by 4
  advance_to(399);
  EXPECT_FALSE(wdog_.is_high);
  EXPECT_EQ(read(kWdogs), 99u);
  write_unlocked(kWdogfeed, 0xd09f00d);
  EXPECT_EQ(read(kWdogcount), 0u);
  advance_to(700);
  EXPECT_FALSE(wdog_.is_high);
  advance_to(800);
  EXPECT_TRUE(wdog_.is_high);
  EXPECT_EQ(platform_.resets, 0);
}

TEST_F(SifiveAonTest, AWatchdogThatMayResetsTheMachine) {
  write_unlocked(kWdogcmp, 100);
  write_unlocked(kWdogcfg, 1u << 12 | 1u << 9 | 1u << 8);
  advance_to(101);
  EXPECT_EQ(platform_.resets, 1);
  EXPECT_LT(read(kWdogcount), 100u) << "and begins anew";
}

TEST_F(SifiveAonTest, TheRealTimeCounterInterruptsAsLongAsItIsBeyondItsComparator) {
  write(kRtccmp, 10);
  write(kRtccfg, 1u << 12);
  advance_to(9);
  EXPECT_FALSE(rtc_.is_high);
  advance_to(11);
  EXPECT_TRUE(rtc_.is_high);
  EXPECT_EQ(read(kRtccfg) >> 28, 1u);
  write(kRtccmp, 1000);
  EXPECT_FALSE(rtc_.is_high);
}

TEST_F(SifiveAonTest, InterruptsByItselfWhenTheTimeHasCome) {
  write(kRtccmp, 50);
  write(kRtccfg, 1u << 12);
  write_unlocked(kWdogcmp, 50);
  write_unlocked(kWdogcfg, 1u << 12);
  {
    std::lock_guard hold(platform_.machine_lock());
    platform_.clock().start();
  }
  EXPECT_TRUE(platform_.run_until([this] { return rtc_.is_high && wdog_.is_high; }));
  std::lock_guard hold(platform_.machine_lock());
  platform_.clock().stop();
}

TEST_F(SifiveAonTest, StandsStillUnlessItIsEnabled) {
  advance_to(1000);
  EXPECT_EQ(read(kRtccountlo), 0u);
  EXPECT_EQ(read(kWdogcount), 0u);
}

TEST_F(SifiveAonTest, KeepsWhatIsWrittenToTheBackupRegisters) {
  write(kBackup + 4, 0x1234);
  EXPECT_EQ(read(kBackup + 4), 0x1234u);
  EXPECT_EQ(read(kBackup), 0u);
}

}  // namespace
}  // namespace vm
