// SPDX-License-Identifier: Apache-2.0

#include <gtest/gtest.h>

#include "tests/unit/support/fake_platform.h"
#include "tests/unit/support/irq_line.h"
#include "vm/devices/device.h"

namespace vm {
namespace {

constexpr uint64_t kControl = 0x00;
constexpr uint64_t kTimeoutRange = 0x04;
constexpr uint64_t kCurrentValue = 0x08;
constexpr uint64_t kRestart = 0x0c;
constexpr uint64_t kStatus = 0x10;
constexpr uint64_t kEndOfInterrupt = 0x14;

constexpr uint64_t kEnable = 1;
constexpr uint64_t kInterruptFirst = 2;
constexpr uint64_t kRestartWord = 0x76;

// At 1 GHz a clock is a nanosecond.
constexpr uint64_t kShortest = uint64_t{1} << 16;

class DwWdtTest : public testing::Test {
 protected:
  DwWdtTest() { wdt_.reset(); }

  uint64_t read(uint64_t offset) { return wdt_.mmio_read(0, offset, 4); }

  void write(uint64_t offset, uint64_t value) {
    std::lock_guard hold(platform_.machine_lock());
    wdt_.mmio_write(0, offset, value, 4);
  }

  bool run_until_expired(size_t times) {
    {
      std::lock_guard hold(platform_.machine_lock());
      platform_.clock().start();
    }
    return platform_.run_until([&] { return platform_.incidents.size() >= times; });
  }

  FakePlatform platform_;
  Device& wdt_ = platform_.add<Device>("dw-wdt", "wdt", {{"clock-frequency", 1'000'000'000}});
  IrqLine irq_{wdt_.irq_out(0)};
};

TEST_F(DwWdtTest, IsOffUntilItIsEnabled) {
  EXPECT_EQ(read(kControl), 0u);
  EXPECT_EQ(read(kCurrentValue), 0u);
  write(kRestart, kRestartWord);
  EXPECT_EQ(read(kCurrentValue), 0u);
}

TEST_F(DwWdtTest, CountsDownFromTheFirstRangeAndThenFromTheOther) {
  write(kTimeoutRange, 0x21);  // TOP_INIT 2, TOP 1
  write(kControl, kEnable);
  EXPECT_EQ(read(kCurrentValue), kShortest << 2);
  platform_.clock().set_now_ns(1000);
  EXPECT_EQ(read(kCurrentValue), (kShortest << 2) - 1000);
  write(kRestart, 0x75);
  EXPECT_EQ(read(kCurrentValue), (kShortest << 2) - 1000) << "only one word restarts it";
  write(kRestart, kRestartWord);
  EXPECT_EQ(read(kCurrentValue), kShortest << 1);
}

TEST_F(DwWdtTest, OnlyAResetTurnsItOff) {
  write(kControl, kEnable);
  write(kControl, 0);
  EXPECT_EQ(read(kControl) & kEnable, kEnable);
  wdt_.reset();
  EXPECT_EQ(read(kControl), 0u);
  EXPECT_EQ(read(kCurrentValue), 0u);
}

TEST_F(DwWdtTest, ReportsEachExpiry) {
  write(kControl, kEnable);
  EXPECT_TRUE(run_until_expired(2));
  EXPECT_EQ(std::get<WatchdogExpired>(platform_.incidents[0]).device, "/wdt");
  EXPECT_FALSE(irq_.is_high);
}

TEST_F(DwWdtTest, InterruptsFirstIfToldTo) {
  write(kControl, kEnable | kInterruptFirst);
  {
    std::lock_guard hold(platform_.machine_lock());
    platform_.clock().start();
  }
  EXPECT_TRUE(platform_.run_until([&] { return irq_.is_high; }));
  EXPECT_TRUE(run_until_expired(1)) << "nobody has cleared the interrupt";
  EXPECT_EQ(read(kStatus), 1u);
  read(kEndOfInterrupt);
  EXPECT_EQ(read(kStatus), 0u);
  EXPECT_FALSE(irq_.is_high);
}

TEST_F(DwWdtTest, TellsLinuxWhatItIs) {
  EXPECT_EQ(read(0xfc), 0x4457'0120u);
  EXPECT_EQ(read(0xf4) & 1u << 6, 1u << 6) << "timeouts are fixed powers of two";
}

}  // namespace
}  // namespace vm
