// SPDX-License-Identifier: Apache-2.0

#include <gtest/gtest.h>

#include "tests/unit/support/fake_platform.h"
#include "tests/unit/support/irq_line.h"
#include "vm/devices/device.h"

namespace vm {
namespace {

enum Register {
  kInputVal = 0x00,
  kInputEn = 0x04,
  kOutputEn = 0x08,
  kOutputVal = 0x0c,
  kRiseIe = 0x18,
  kRiseIp = 0x1c,
  kFallIp = 0x24,
  kLowIe = 0x30,
  kLowIp = 0x34,
  kIofEn = 0x38,
  kOutXor = 0x40,
};

constexpr unsigned kOut = 0;
constexpr unsigned kIrq = 1;

class SifiveGpioTest : public testing::Test {
 protected:
  SifiveGpioTest() { gpio_.reset(); }

  uint32_t read(unsigned offset) { return static_cast<uint32_t>(gpio_.mmio_read(0, offset, 4)); }
  void write(unsigned offset, uint32_t value) { gpio_.mmio_write(0, offset, value, 4); }
  void drive(unsigned pin, bool level) { gpio_.irq_input(0, pin, level); }

  FakePlatform platform_;
  Device& gpio_ = platform_.add<Device>("sifive-gpio", "gpio", {{"pins", 16}});
  IrqLine out_{gpio_.irq_out(kOut, 3)};
  IrqLine irq_{gpio_.irq_out(kIrq, 3)};
};

TEST_F(SifiveGpioTest, HasAsManyPinsAsItIsTold) {
  write(kInputEn, UINT32_MAX);
  EXPECT_EQ(read(kInputEn), 0xffffu);
}

TEST_F(SifiveGpioTest, DrivesItsOutputs) {
  write(kOutputVal, 1u << 3);
  EXPECT_FALSE(out_.is_high);
  write(kOutputEn, 1u << 3);
  EXPECT_TRUE(out_.is_high);
  write(kOutXor, 1u << 3);
  EXPECT_FALSE(out_.is_high);
  write(kOutXor, 0);
  write(kIofEn, 1u << 3);
  EXPECT_FALSE(out_.is_high) << "hardware drives it";
}

TEST_F(SifiveGpioTest, SeesOnlyEnabledInputs) {
  drive(3, true);
  EXPECT_EQ(read(kInputVal), 0u);
  write(kInputEn, 1u << 3);
  EXPECT_EQ(read(kInputVal), 1u << 3);
}

TEST_F(SifiveGpioTest, NotesARiseUntilItIsCleared) {
  write(kInputEn, 1u << 3);
  drive(3, true);
  EXPECT_EQ(read(kRiseIp), 1u << 3);
  EXPECT_FALSE(irq_.is_high);
  write(kRiseIe, 1u << 3);
  EXPECT_TRUE(irq_.is_high);
  drive(3, false);
  EXPECT_TRUE(irq_.is_high);
  EXPECT_EQ(read(kFallIp), 1u << 3);
  write(kRiseIp, 1u << 3);
  EXPECT_FALSE(irq_.is_high);
}

TEST_F(SifiveGpioTest, ALevelIsPendingAgainAsLongAsItLasts) {
  write(kInputEn, 1u << 3);
  write(kLowIe, 1u << 3);
  write(kLowIp, 1u << 3);
  EXPECT_TRUE(irq_.is_high);
  drive(3, true);
  write(kLowIp, 1u << 3);
  EXPECT_FALSE(irq_.is_high);
}

}  // namespace
}  // namespace vm
