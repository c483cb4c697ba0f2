// SPDX-License-Identifier: Apache-2.0

#include <chrono>

#include <gtest/gtest.h>

#include "tests/unit/support/fake_platform.h"
#include "tests/unit/support/irq_line.h"
#include "vm/devices/device.h"

namespace vm {
namespace {

enum Register : uint64_t {
  kTimeLow = 0x00,
  kTimeHigh = 0x04,
  kAlarmLow = 0x08,
  kAlarmHigh = 0x0c,
  kIrqEnabled = 0x10,
  kClearAlarm = 0x14,
  kAlarmStatus = 0x18,
  kClearInterrupt = 0x1c,
};

constexpr uint64_t kStart = 0x1234'ffff'fff0;

class GoldfishRtcTest : public testing::Test {
 protected:
  GoldfishRtcTest() { rtc_.reset(); }

  uint64_t read(uint64_t offset) { return rtc_.mmio_read(0, offset, 4); }
  uint64_t time() {
    const uint64_t low = read(kTimeLow);
    return read(kTimeHigh) << 32 | low;
  }
  uint64_t alarm() { return read(kAlarmHigh) << 32 | read(kAlarmLow); }

  void write(uint64_t offset, uint64_t value) {
    const std::lock_guard hold(platform_.machine_lock());
    rtc_.mmio_write(0, offset, value, 4);
  }
  void set_alarm(uint64_t when) {
    write(kAlarmHigh, when >> 32);
    write(kAlarmLow, when & UINT32_MAX);
  }

  FakePlatform platform_;
  Device& rtc_ =
      platform_.add<Device>("goldfish-rtc", "rtc", {{"clock", "guest"}, {"offset", kStart}});
  IrqLine irq_{rtc_.irq_out(0)};
};

TEST_F(GoldfishRtcTest, TellsTheTimeOfTheHost) {
  Device& rtc = platform_.add<Device>("goldfish-rtc", "other", {{"offset", -1'000'000'000}});
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  const auto now_s = std::chrono::duration_cast<std::chrono::seconds>(now).count();
  const uint64_t low = rtc.mmio_read(0, kTimeLow, 4);
  const uint64_t told = rtc.mmio_read(0, kTimeHigh, 4) << 32 | low;
  EXPECT_NEAR(static_cast<double>(told) / 1e9, static_cast<double>(now_s) - 0.5, 1.5);
}

TEST_F(GoldfishRtcTest, KeepsTheUpperHalfOfTheTimeWhoseLowerOneWasRead) {
  EXPECT_EQ(read(kTimeLow), kStart & UINT32_MAX);
  platform_.clock().set_now_ns(0x20);
  EXPECT_EQ(read(kTimeHigh), kStart >> 32) << "although the lower half has wrapped since";
  EXPECT_EQ(time(), kStart + 0x20);
}

TEST_F(GoldfishRtcTest, IsSetByHalves) {
  write(kTimeHigh, 7);
  write(kTimeLow, 9);
  EXPECT_EQ(time(), uint64_t{7} << 32 | 9);
  platform_.clock().set_now_ns(3);
  EXPECT_EQ(time(), uint64_t{7} << 32 | 12);
}

TEST_F(GoldfishRtcTest, RingsAtOnceForATimeThatIsPast) {
  set_alarm(kStart - 1);
  EXPECT_EQ(read(kAlarmStatus), 0u);
  EXPECT_FALSE(irq_.is_high) << "before it is enabled";
  write(kIrqEnabled, 1);
  EXPECT_TRUE(irq_.is_high);
  write(kClearInterrupt, 1);
  EXPECT_FALSE(irq_.is_high);
  EXPECT_EQ(alarm(), kStart - 1);
}

TEST_F(GoldfishRtcTest, RingsWhenItsTimeHasCome) {
  write(kIrqEnabled, 1);
  set_alarm(kStart + 1'000'000);
  EXPECT_EQ(read(kAlarmStatus), 1u);
  {
    const std::lock_guard hold(platform_.machine_lock());
    platform_.clock().start();
  }
  EXPECT_TRUE(platform_.run_until([&] { return irq_.is_high; }));
  EXPECT_GE(time(), kStart + 1'000'000);
}

TEST_F(GoldfishRtcTest, RingsWhenTheTimeIsSetBeyondTheAlarm) {
  write(kIrqEnabled, 1);
  set_alarm(kStart + (uint64_t{1} << 40));
  write(kTimeHigh, UINT32_MAX);
  EXPECT_TRUE(irq_.is_high);
}

TEST_F(GoldfishRtcTest, DoesNotRingOnceTheAlarmIsCleared) {
  write(kIrqEnabled, 1);
  set_alarm(UINT64_MAX);
  write(kClearAlarm, 1);
  EXPECT_EQ(read(kAlarmStatus), 0u);
  write(kTimeHigh, UINT32_MAX);
  EXPECT_FALSE(irq_.is_high);
}

}  // namespace
}  // namespace vm
