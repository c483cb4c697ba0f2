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
  kData,
  kIer,
  kIir,
  kLcr,
  kMcr,
  kLsr,
  kMsr,
  kScr
};
constexpr unsigned kFcr = kIir;

class UartTest : public testing::Test {
 protected:
  UartTest() { uart_.reset(); }

  unsigned read(unsigned offset) { return static_cast<unsigned>(uart_.mmio_read(0, offset, 1)); }

  void write(unsigned offset, unsigned value) {
    std::lock_guard hold(platform_.machine_lock());
    uart_.mmio_write(0, offset, value, 1);
  }

  void send(const std::string& text) {
    for (char c : text) {
      write(kData, static_cast<uint8_t>(c));
    }
  }

  FakePlatform platform_{types_with_fake_chardev()};
  FakeChardev& line_ = platform_.add<FakeChardev>("fake-chardev", "line");
  Device& uart_ = platform_.add<Device>("uart16550", "uart0", {{"chardev", "line"}});
  IrqLine irq_{uart_.irq_out(0)};
};

TEST_F(UartTest, SendsAndIsReadyForMore) {
  send("hello");
  EXPECT_EQ(line_.take(), "hello");
  EXPECT_EQ(read(kLsr), 0x60u);
}

TEST_F(UartTest, ReceivesInOrder) {
  EXPECT_EQ(line_.room(), 1u);
  write(kFcr, 1);
  EXPECT_EQ(line_.room(), 16u);
  line_.arrive("ab");
  EXPECT_EQ(line_.room(), 14u);
  EXPECT_EQ(read(kLsr), 0x61u);
  EXPECT_EQ(read(kData), 'a' + 0u);
  EXPECT_EQ(read(kData), 'b' + 0u);
  EXPECT_EQ(read(kLsr), 0x60u);
  EXPECT_EQ(read(kData), 0u);
}

TEST_F(UartTest, AFullLineHoldsTheTransmitterAndGoesOnLater) {
  write(kFcr, 1);
  write(kIer, 2);
  read(kIir);
  line_.fill_but(1);
  send("abc");
  EXPECT_EQ(read(kLsr), 0u) << "two characters wait";
  EXPECT_EQ(read(kIir), 0xc1u);
  send(std::string(20, 'x'));  // more than the FIFO holds: the rest is lost, as on the chip

  EXPECT_EQ(line_.take(), "a");
  EXPECT_EQ(line_.take(), "bc" + std::string(14, 'x'));
  EXPECT_EQ(read(kLsr), 0x60u);
  EXPECT_TRUE(irq_.is_high);
  EXPECT_EQ(read(kIir), 0xc2u);
}

TEST_F(UartTest, TheTransmitterInterruptIsSeenOnce) {
  EXPECT_FALSE(irq_.is_high);
  write(kIer, 2);
  EXPECT_TRUE(irq_.is_high) << "it is empty";
  EXPECT_EQ(read(kIir), 2u);
  EXPECT_FALSE(irq_.is_high);
  EXPECT_EQ(read(kIir), 1u);
  send("x");
  EXPECT_TRUE(irq_.is_high);
}

TEST_F(UartTest, TheReceiverInterruptFollowsTheTriggerLevel) {
  write(kFcr, 0x41);  // 4 characters
  write(kIer, 1);
  line_.arrive("abc");
  EXPECT_FALSE(irq_.is_high);
  line_.arrive("d");
  EXPECT_TRUE(irq_.is_high);
  EXPECT_EQ(read(kIir), 0xc4u);
  read(kData);
  EXPECT_FALSE(irq_.is_high);
}

TEST_F(UartTest, ALonelyCharacterTimesOut) {
  write(kFcr, 0xc1);
  write(kIer, 1);
  {
    std::lock_guard hold(platform_.machine_lock());
    platform_.clock().start();
  }
  line_.arrive("a");
  EXPECT_FALSE(irq_.is_high);
  EXPECT_TRUE(platform_.run_until([this] { return irq_.is_high; }));
  EXPECT_EQ(read(kIir), 0xccu);
  read(kData);
  EXPECT_FALSE(irq_.is_high);
}

TEST_F(UartTest, WithoutFifosEachCharacterInterrupts) {
  write(kIer, 1);
  line_.arrive("a");
  EXPECT_TRUE(irq_.is_high);
  EXPECT_EQ(line_.room(), 0u);
  EXPECT_EQ(read(kIir), 4u);
}

TEST_F(UartTest, TheDivisorLatchHidesTheDataRegister) {
  write(kIer, 5);
  write(kLcr, 0x83);
  write(kData, 0x34);
  write(kIer, 0x12);
  EXPECT_EQ(read(kData), 0x34u);
  EXPECT_EQ(read(kIer), 0x12u);
  write(kLcr, 3);
  EXPECT_EQ(read(kIer), 5u);
  EXPECT_EQ(line_.take(), "");
}

TEST_F(UartTest, LoopbackComesBackAndLeavesTheLineAlone) {
  write(kFcr, 1);
  write(kMcr, 0x1a);  // loop, OUT2, RTS
  send("ab");
  EXPECT_EQ(line_.take(), "");
  EXPECT_EQ(line_.room(), 0u);
  EXPECT_EQ(read(kData), 'a' + 0u);
  EXPECT_EQ(read(kMsr) & 0xf0, 0x90u) << "DCD and CTS are OUT2 and RTS";
  write(kMcr, 0);
  EXPECT_EQ(line_.room(), 15u);
}

TEST_F(UartTest, AnOverrunIsCountedAndToldOnce) {
  write(kFcr, 1);
  write(kIer, 4);
  write(kMcr, 0x10);
  send("0123456789abcdefX");
  EXPECT_TRUE(irq_.is_high);
  EXPECT_EQ(read(kIir), 0xc6u);
  EXPECT_EQ(read(kLsr) & 2, 2u);
  EXPECT_EQ(read(kLsr) & 2, 0u);
  EXPECT_FALSE(irq_.is_high);
  EXPECT_EQ(get_property(uart_, "overruns").value(), "1");
  EXPECT_EQ(read(kData), '0' + 0u) << "with FIFOs the new character is the one that is lost";
}

TEST_F(UartTest, ModemLinesThatChangeInterrupt) {
  write(kMcr, 0x10);
  read(kMsr);
  write(kIer, 8);
  EXPECT_FALSE(irq_.is_high);
  write(kMcr, 0x12);  // RTS is CTS now
  EXPECT_TRUE(irq_.is_high);
  EXPECT_EQ(read(kIir), 0u);
  EXPECT_EQ(read(kMsr), 0x11u);
  EXPECT_FALSE(irq_.is_high);
  write(kMcr, 0x16);  // OUT1 begins to ring: only the end of it counts
  EXPECT_EQ(read(kMsr), 0x50u);
  write(kMcr, 0x12);
  EXPECT_EQ(read(kMsr), 0x14u);
}

TEST_F(UartTest, FifosAreEmptiedWhenAskedForOrSwitched) {
  write(kFcr, 1);
  line_.arrive("abc");
  write(kFcr, 3);
  EXPECT_EQ(read(kLsr) & 1, 0u);
  line_.arrive("abc");
  write(kFcr, 0);
  EXPECT_EQ(read(kLsr) & 1, 0u);
  EXPECT_EQ(read(kIir), 1u);
}

TEST_F(UartTest, ReadingMakesTheLineSendMore) {
  line_.arrive("a");
  int before = line_.input_wanted;
  read(kData);
  EXPECT_TRUE(platform_.run_until([&] { return line_.input_wanted > before; }));
}

TEST_F(UartTest, ResetReturnsToPowerOn) {
  write(kIer, 15);
  write(kScr, 0x55);
  EXPECT_EQ(read(kScr), 0x55u);
  line_.arrive("a");
  uart_.reset();
  EXPECT_FALSE(irq_.is_high);
  EXPECT_EQ(read(kScr), 0u);
  EXPECT_EQ(read(kIer), 0u);
  EXPECT_EQ(read(kIir), 1u);
  EXPECT_EQ(read(kLsr), 0x60u);
}

TEST_F(UartTest, TheLineHasOneUser) {
  EXPECT_EQ(
      error_of(platform_.try_add("uart16550", "uart1", {{"chardev", "line"}})),
      "/line is in use by /uart0"
  );
  platform_.root().remove_child(uart_);
  EXPECT_EQ(error_of(platform_.try_add("uart16550", "uart1", {{"chardev", "line"}})), "");
}

TEST_F(UartTest, WithoutALineWhatIsSentIsLost) {
  auto& lonely = platform_.add<Device>("uart16550", "uart1");
  lonely.reset();
  lonely.mmio_write(0, kData, 'x', 1);
  EXPECT_EQ(lonely.mmio_read(0, kLsr, 1), 0x60u);
}

}  // namespace
}  // namespace vm
