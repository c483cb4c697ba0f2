// SPDX-License-Identifier: Apache-2.0

#include <string>

#include <gtest/gtest.h>

#include "tests/unit/support/fake_chardev.h"
#include "tests/unit/support/fake_platform.h"
#include "tests/unit/support/irq_line.h"
#include "vm/devices/device.h"

namespace vm {
namespace {

enum Register {
  kTxdata = 0x00,
  kRxdata = 0x04,
  kTxctrl = 0x08,
  kRxctrl = 0x0c,
  kIe = 0x10,
  kIp = 0x14,
  kDiv = 0x18,
};

class SifiveUartTest : public testing::Test {
 protected:
  SifiveUartTest() { uart_.reset(); }

  uint32_t read(unsigned offset) { return static_cast<uint32_t>(uart_.mmio_read(0, offset, 4)); }

  void write(unsigned offset, uint32_t value) {
    std::lock_guard hold(platform_.machine_lock());
    uart_.mmio_write(0, offset, value, 4);
  }

  void send(const std::string& text) {
    for (const char c : text) {
      write(kTxdata, static_cast<uint8_t>(c));
    }
  }

  FakePlatform platform_{types_with_fake_chardev()};
  FakeChardev& line_ = platform_.add<FakeChardev>("fake-chardev", "line");
  Device& uart_ =
      platform_.add<Device>("sifive-uart", "uart", {{"chardev", "line"}, {"div-init", 1234}});
  IrqLine irq_{uart_.irq_out(0)};
};

TEST_F(SifiveUartTest, HoldsWhatIsSentUntilItIsEnabled) {
  EXPECT_EQ(read(kDiv), 1234u);
  send("abcdefgh");
  EXPECT_EQ(line_.take(), "");
  EXPECT_EQ(read(kTxdata), 0x8000'0000u);
  send("lost");
  write(kTxctrl, 1);
  EXPECT_EQ(line_.take(), "abcdefgh");
  EXPECT_EQ(read(kTxdata), 0u);
}

TEST_F(SifiveUartTest, ReceivesInOrderWhileItIsEnabled) {
  EXPECT_EQ(line_.room(), 0u);
  EXPECT_EQ(read(kRxdata), 0x8000'0000u);
  write(kRxctrl, 1);
  EXPECT_EQ(line_.room(), 8u);
  line_.arrive("ab");
  EXPECT_EQ(line_.room(), 6u);
  EXPECT_EQ(read(kRxdata), 'a' + 0u);
  EXPECT_EQ(read(kRxdata), 'b' + 0u);
  EXPECT_EQ(read(kRxdata), 0x8000'0000u);
}

TEST_F(SifiveUartTest, InterruptsWhenMoreHasComeThanTheWatermark) {
  write(kIe, 2);
  write(kRxctrl, 1u << 16 | 1);
  line_.arrive("a");
  EXPECT_FALSE(irq_.is_high);
  line_.arrive("b");
  EXPECT_TRUE(irq_.is_high);
  EXPECT_EQ(read(kIp), 2u);
  read(kRxdata);
  EXPECT_FALSE(irq_.is_high);
}

TEST_F(SifiveUartTest, InterruptsWhenLessIsLeftToSendThanTheWatermark) {
  write(kIe, 1);
  EXPECT_FALSE(irq_.is_high);
  write(kTxctrl, 2u << 16);
  EXPECT_TRUE(irq_.is_high);
  send("ab");
  EXPECT_FALSE(irq_.is_high);
  write(kTxctrl, 2u << 16 | 1);
  EXPECT_TRUE(irq_.is_high);
}

TEST_F(SifiveUartTest, AFullLineHoldsTheTransmitterAndGoesOnLater) {
  write(kTxctrl, 1);
  line_.fill_but(1);
  send("abcdefghi");
  EXPECT_EQ(read(kTxdata), 0x8000'0000u);
  EXPECT_EQ(line_.take(), "a");
  EXPECT_TRUE(platform_.run_until([this] { return read(kTxdata) == 0; }));
  EXPECT_EQ(line_.take(), "bcdefghi");
}

}  // namespace
}  // namespace vm
