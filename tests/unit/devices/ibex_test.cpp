// SPDX-License-Identifier: Apache-2.0
//
// OpenTitan's serial port and timer.

#include <string>

#include <gtest/gtest.h>

#include "tests/unit/support/fake_chardev.h"
#include "tests/unit/support/fake_platform.h"
#include "tests/unit/support/irq_line.h"
#include "vm/base/ticks.h"
#include "vm/devices/device.h"

namespace vm {
namespace {

class IbexUartTest : public testing::Test {
 protected:
  static constexpr unsigned kIntrState = 0x00;
  static constexpr unsigned kIntrEnable = 0x04;
  static constexpr unsigned kIntrTest = 0x08;
  static constexpr unsigned kCtrl = 0x10;
  static constexpr unsigned kStatus = 0x14;
  static constexpr unsigned kRdata = 0x18;
  static constexpr unsigned kWdata = 0x1c;
  static constexpr unsigned kFifoCtrl = 0x20;
  static constexpr unsigned kFifoStatus = 0x24;

  IbexUartTest() { uart_.reset(); }

  uint32_t read(unsigned offset) { return static_cast<uint32_t>(uart_.mmio_read(0, offset, 4)); }

  void write(unsigned offset, uint32_t value) {
    std::lock_guard hold(platform_.machine_lock());
    uart_.mmio_write(0, offset, value, 4);
  }

  FakePlatform platform_{types_with_fake_chardev()};
  FakeChardev& line_ = platform_.add<FakeChardev>("fake-chardev", "line");
  Device& uart_ = platform_.add<Device>("ibex-uart", "uart", {{"chardev", "line"}});
  IrqLine tx_empty_{uart_.irq_out(2)};
  IrqLine rx_watermark_{uart_.irq_out(1)};
};

TEST_F(IbexUartTest, SendsOnceItIsEnabledAndSaysWhenAllIsGone) {
  write(kIntrEnable, 4);
  write(kWdata, 'a');
  EXPECT_EQ(line_.take(), "");
  EXPECT_EQ(read(kFifoStatus), 1u);
  EXPECT_EQ(read(kStatus) & 0x4, 0u);
  write(kCtrl, 1);
  EXPECT_EQ(line_.take(), "a");
  EXPECT_TRUE(tx_empty_.is_high);
  write(kIntrState, 4);
  EXPECT_FALSE(tx_empty_.is_high);
}

TEST_F(IbexUartTest, TheWatermarkIsAnEventThatIsClearedOnce) {
  write(kIntrEnable, 2);
  write(kFifoCtrl, 1u << 2);  // 4 characters
  write(kCtrl, 2);
  line_.arrive("abc");
  EXPECT_FALSE(rx_watermark_.is_high);
  line_.arrive("d");
  EXPECT_TRUE(rx_watermark_.is_high);
  write(kIntrState, 2);
  EXPECT_FALSE(rx_watermark_.is_high);
  EXPECT_EQ(read(kRdata), 'a' + 0u);
  EXPECT_EQ(read(kFifoStatus), 3u << 16);
}

TEST_F(IbexUartTest, HearsItselfInLoopback) {
  write(kCtrl, 0x10 | 3);
  write(kWdata, 'x');
  EXPECT_EQ(line_.take(), "");
  EXPECT_EQ(read(kRdata), 'x' + 0u);
  EXPECT_EQ(line_.room(), 0u) << "the line is cut off";
}

TEST_F(IbexUartTest, InterruptsCanBeTriedOut) {
  write(kIntrEnable, 4);
  write(kIntrTest, 4);
  EXPECT_TRUE(tx_empty_.is_high);
}

class IbexTimerTest : public testing::Test {
 protected:
  static constexpr uint64_t kHz = 1'000'000;
  static constexpr unsigned kCtrl = 0x004;
  static constexpr unsigned kIntrEnable = 0x100;
  static constexpr unsigned kIntrState = 0x104;
  static constexpr unsigned kCfg = 0x10c;
  static constexpr unsigned kLower = 0x110;
  static constexpr unsigned kCompareLower = 0x118;
  static constexpr unsigned kCompareUpper = 0x11c;

  IbexTimerTest() { timer_.reset(); }

  uint32_t read(unsigned offset) { return static_cast<uint32_t>(timer_.mmio_read(0, offset, 4)); }

  void write(unsigned offset, uint32_t value) {
    std::lock_guard hold(platform_.machine_lock());
    timer_.mmio_write(0, offset, value, 4);
  }

  /// The clock stands still: what is due is seen at the next access.
  void advance_to(uint64_t ticks) { platform_.clock().set_now_ns(ns_of(ticks, kHz)); }

  FakePlatform platform_;
  Device& timer_ = platform_.add<Device>("ibex-timer", "timer", {{"clock-frequency", kHz}});
  IrqLine mtip_{timer_.irq_out(0)};
};

TEST_F(IbexTimerTest, CountsStepsAtThePrescaledPace) {
  advance_to(100);
  EXPECT_EQ(read(kLower), 0u) << "it is not active";
  write(kCfg, 3u << 16 | 9);
  write(kCtrl, 1);
  advance_to(100 + 50);
  EXPECT_EQ(read(kLower), 15u);
  write(kCtrl, 0);
  advance_to(1000);
  EXPECT_EQ(read(kLower), 15u);
}

TEST_F(IbexTimerTest, InterruptsAtTheComparatorUntilThatIsMovedOn) {
  write(kCompareUpper, 0);
  write(kCompareLower, 50);
  write(kIntrEnable, 1);
  write(kCtrl, 1);
  EXPECT_FALSE(mtip_.is_high);
  advance_to(50);
  write(kCtrl, 1);
  EXPECT_TRUE(mtip_.is_high);
  EXPECT_EQ(read(kIntrState), 1u);
  write(kCompareLower, 100);
  EXPECT_FALSE(mtip_.is_high);
}

}  // namespace
}  // namespace vm
