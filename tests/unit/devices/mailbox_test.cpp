// SPDX-License-Identifier: Apache-2.0

#include <gtest/gtest.h>

#include "tests/unit/support/fake_platform.h"
#include "tests/unit/support/irq_line.h"
#include "vm/devices/device.h"

namespace vm {
namespace {

enum Register {
  kSend = 0x0,
  kReceive = 0x4,
  kStatus = 0x8,
  kEnable = 0xc,
  kChannel1 = 0x10,
};

class MailboxTest : public testing::Test {
 protected:
  MailboxTest() { box_.reset(); }

  uint32_t read(unsigned side, unsigned offset) {
    return static_cast<uint32_t>(box_.mmio_read(side, offset, 4));
  }
  void write(unsigned side, unsigned offset, uint32_t value) {
    box_.mmio_write(side, offset, value, 4);
  }

  FakePlatform platform_;
  Device& box_ = platform_.add<Device>("mailbox", "box", {{"channels", 2}});
  IrqLine irq0_{box_.irq_out(0, 0)};
  IrqLine irq1_{box_.irq_out(0, 1)};
};

TEST_F(MailboxTest, HandsAWordToTheOtherSide) {
  EXPECT_EQ(read(0, kStatus), 2u);
  write(0, kSend, 42);
  EXPECT_EQ(read(0, kStatus), 0u) << "no room, and nothing for us";
  EXPECT_EQ(read(1, kStatus), 3u);
  EXPECT_EQ(read(1, kReceive), 42u);
  EXPECT_EQ(read(1, kStatus), 2u);
  EXPECT_EQ(read(1, kReceive), 0u);
}

TEST_F(MailboxTest, BothSidesAndAllChannelsCanSpeakAtOnce) {
  write(0, kSend, 1);
  write(1, kSend, 2);
  write(1, kChannel1 + kSend, 3);
  EXPECT_EQ(read(0, kReceive), 2u);
  EXPECT_EQ(read(1, kReceive), 1u);
  EXPECT_EQ(read(0, kChannel1 + kReceive), 3u);
  EXPECT_EQ(read(1, kChannel1 + kReceive), 0u);
}

TEST_F(MailboxTest, InterruptsWhoWaitsForAWordOrForRoom) {
  write(0, kSend, 1);
  EXPECT_FALSE(irq1_.is_high);
  write(1, kEnable, 1);
  EXPECT_TRUE(irq1_.is_high);
  write(0, kEnable, 2);
  EXPECT_FALSE(irq0_.is_high);
  read(1, kReceive);
  EXPECT_FALSE(irq1_.is_high);
  EXPECT_TRUE(irq0_.is_high);
}

TEST_F(MailboxTest, AWordThatWasNotReceivedIsNotOverwritten) {
  write(0, kSend, 1);
  write(0, kSend, 2);
  EXPECT_EQ(read(1, kReceive), 1u);
  EXPECT_EQ(platform_.guest_log.size(), 1u);
}

TEST_F(MailboxTest, HasNothingBeyondItsChannels) {
  write(0, 2 * kChannel1 + kSend, 1);
  EXPECT_EQ(read(1, 2 * kChannel1 + kStatus), 0u);
}

}  // namespace
}  // namespace vm
