// SPDX-License-Identifier: Apache-2.0

#include <gtest/gtest.h>

#include "tests/unit/support/fake_platform.h"
#include "tests/unit/support/irq_line.h"
#include "vm/devices/address_space.h"
#include "vm/devices/device.h"

namespace vm {
namespace {

enum Register : uint64_t {
  kDomaincfg = 0x0000,
  kSourcecfg = 0x0000,  // of source 0, which is none
  kMmsiaddrcfg = 0x1bc0,
  kMmsiaddrcfgh = 0x1bc4,
  kSmsiaddrcfg = 0x1bc8,
  kSmsiaddrcfgh = 0x1bcc,
  kSetip = 0x1c00,
  kSetipnum = 0x1cdc,
  kInClrip = 0x1d00,
  kClripnum = 0x1ddc,
  kSetie = 0x1e00,
  kSetienum = 0x1edc,
  kClrienum = 0x1fdc,
  kSetipnumBe = 0x2004,
  kGenmsi = 0x3000,
  kTarget = 0x3000,
  kIdc = 0x4000,
};
constexpr uint64_t kIdelivery = 0x00;
constexpr uint64_t kIforce = 0x04;
constexpr uint64_t kIthreshold = 0x08;
constexpr uint64_t kTopi = 0x18;
constexpr uint64_t kClaimi = 0x1c;

constexpr uint32_t kIe = 0x100;
constexpr uint32_t kDelegate = 0x400;
constexpr uint32_t kDetached = 1;
constexpr uint32_t kRising = 4;
constexpr uint32_t kFalling = 5;
constexpr uint32_t kHigh = 6;
constexpr uint32_t kLow = 7;

class AplicTest : public testing::Test {
 protected:
  static uint32_t read(Device& domain, uint64_t offset) {
    return static_cast<uint32_t>(domain.mmio_read(0, offset, 4));
  }
  static void write(Device& domain, uint64_t offset, uint32_t value) {
    domain.mmio_write(0, offset, value, 4);
  }
  void drive(unsigned source, bool level) { root_->irq_input(0, source, level); }
  uint32_t claim(unsigned hart = 0) { return read(*root_, kIdc + uint64_t{hart} * 32 + kClaimi); }

  /// A source of the root goes to a hart.
  void use(unsigned source, uint32_t mode, uint32_t target) {
    write(*root_, kSourcecfg + uint64_t{source} * 4, mode);
    write(*root_, kTarget + uint64_t{source} * 4, target);
    write(*root_, kSetienum, source);
  }

  FakePlatform platform_;
  Device* root_ = nullptr;
};

class AplicDirectTest : public AplicTest {
 protected:
  AplicDirectTest() {
    root_ = &platform_.add<Device>("aplic", "aplic", {{"direct-harts", 2}});
    root_->reset();
    line_.emplace(root_->irq_out(0, 0));
    write(*root_, kDomaincfg, UINT32_MAX);
    write(*root_, kIdc + kIdelivery, 1);
  }

  std::optional<IrqLine> line_;
};

TEST_F(AplicDirectTest, SaysWhatItIs) {
  EXPECT_EQ(read(*root_, kDomaincfg), 0x8000'0100u);
}

TEST_F(AplicDirectTest, InterruptsByALevelWhileItLasts) {
  use(3, kHigh, 7);
  drive(3, true);
  EXPECT_TRUE(line_->is_high);
  EXPECT_EQ(read(*root_, kIdc + kTopi), 3u << 16 | 7);
  EXPECT_EQ(claim(), 3u << 16 | 7);
  EXPECT_TRUE(line_->is_high) << "it is still there";
  write(*root_, kClripnum, 3);
  EXPECT_EQ(read(*root_, kSetip), 1u << 3);
  drive(3, false);
  EXPECT_FALSE(line_->is_high);
  write(*root_, kSetipnum, 3);
  EXPECT_EQ(read(*root_, kSetip), 0u) << "a level cannot be made up";
  EXPECT_EQ(claim(), 0u);
}

TEST_F(AplicDirectTest, InterruptsByALowLevel) {
  use(3, kLow, 1);
  EXPECT_TRUE(line_->is_high);
  EXPECT_EQ(read(*root_, kInClrip), 1u << 3);
  drive(3, true);
  EXPECT_FALSE(line_->is_high);
}

TEST_F(AplicDirectTest, InterruptsOnceForAnEdge) {
  use(3, kRising, 1);
  use(4, kFalling, 1);
  drive(3, true);
  EXPECT_EQ(claim() >> 16, 3u);
  EXPECT_FALSE(line_->is_high);
  drive(3, false);
  drive(4, true);
  EXPECT_FALSE(line_->is_high);
  drive(4, false);
  EXPECT_EQ(claim() >> 16, 4u);
  write(*root_, kSetipnumBe, 3u << 24);
  EXPECT_EQ(claim() >> 16, 3u);
}

TEST_F(AplicDirectTest, TakesTheLeastNumberOfPriorityBelowTheThreshold) {
  use(3, kDetached, 9);
  use(4, kDetached, 8);
  use(5, kDetached, 8);
  write(*root_, kSetip, 0x38);
  EXPECT_EQ(read(*root_, kIdc + kTopi), 4u << 16 | 8);
  write(*root_, kIdc + kIthreshold, 8);
  EXPECT_FALSE(line_->is_high);
  write(*root_, kIdc + kIthreshold, 9);
  EXPECT_TRUE(line_->is_high);
  EXPECT_EQ(claim() >> 16, 4u);
  EXPECT_EQ(claim() >> 16, 5u);
  EXPECT_EQ(claim(), 0u);
}

TEST_F(AplicDirectTest, GoesToTheHartThatIsItsTarget) {
  use(3, kDetached, 1u << 18 | 5);
  write(*root_, kSetipnum, 3);
  EXPECT_FALSE(line_->is_high);
  EXPECT_EQ(claim(1), 3u << 16 | 5);
  write(*root_, kTarget + 12, 0);
  EXPECT_EQ(read(*root_, kTarget + 12), 1u) << "there is no priority 0";
}

TEST_F(AplicDirectTest, ForcesAnInterruptUntilItIsClaimed) {
  write(*root_, kIdc + kIforce, 1);
  EXPECT_TRUE(line_->is_high);
  EXPECT_EQ(claim(), 0u);
  EXPECT_FALSE(line_->is_high);
}

TEST_F(AplicDirectTest, KeepsNothingForAnInactiveSource) {
  write(*root_, kSetienum, 3);
  write(*root_, kSetipnum, 3);
  write(*root_, kTarget + 12, 5);
  EXPECT_EQ(read(*root_, kSetie) | read(*root_, kSetip) | read(*root_, kTarget + 12), 0u);
  use(3, kDetached, 5);
  write(*root_, kSetipnum, 3);
  write(*root_, kSourcecfg + 12, 2);
  EXPECT_EQ(read(*root_, kSourcecfg + 12), 0u) << "a reserved mode";
  EXPECT_FALSE(line_->is_high);
}

TEST_F(AplicDirectTest, HandsSourcesToTheDomainBelow) {
  Device& child = platform_.add<Device>(
      "aplic",
      "child",
      {{"level", "supervisor"}, {"above", "aplic"}, {"direct-harts", 2}}
  );
  child.reset();
  IrqLine line(child.irq_out(0, 0));
  write(child, kDomaincfg, kIe);
  write(child, kIdc + kIdelivery, 1);
  write(child, kSourcecfg + 12, kHigh);
  EXPECT_EQ(read(child, kSourcecfg + 12), 0u) << "it has not been delegated";
  drive(3, true);
  write(*root_, kSourcecfg + 12, kDelegate | 1);
  EXPECT_EQ(read(*root_, kSourcecfg + 12), 0u) << "there is no second child";
  write(*root_, kSourcecfg + 12, kDelegate);
  write(child, kSourcecfg + 12, kHigh);
  write(child, kSetienum, 3);
  EXPECT_TRUE(line.is_high);
  write(*root_, kSourcecfg + 12, kHigh);
  EXPECT_FALSE(line.is_high) << "it has been taken back";
  EXPECT_EQ(read(child, kSourcecfg + 12), 0u);
}

TEST_F(AplicDirectTest, AnswersOddAccessesWithNothing) {
  for (uint64_t offset = 0; offset < 0x8000; offset += 4) {
    write(*root_, offset, UINT32_MAX);
    root_->mmio_read(0, offset, 4);
  }
  root_->mmio_write(0, kDomaincfg, 0, 8);
  EXPECT_EQ(root_->mmio_read(0, kDomaincfg + 1, 1), 0u);
}

/// The message files are memory here.
class AplicMessageTest : public AplicTest {
 protected:
  AplicMessageTest() {
    space_ = &platform_.add<devices::AddressSpaceDevice>("address-space", "bus").space();
    Device& ram = platform_.add<Device>("ram", "ram", {{"size", 0x10000}});
    window_ = {.region = &ram.region(0), .at = 0x2400'0000};
    expect_ok(space_->map(window_));
    root_ = &platform_.add<Device>("aplic", "aplic", {{"direct-harts", 0}, {"space", "bus"}});
    root_->reset();
    write(*root_, kDomaincfg, kIe);
    write(*root_, kMmsiaddrcfg, 0x24000);
    write(*root_, kMmsiaddrcfgh, 3u << 12);
    write(*root_, kSmsiaddrcfg, 0x24008);
  }
  ~AplicMessageTest() override { space_->unmap(window_); }

  uint32_t file(unsigned page) {
    uint32_t value = 0;
    expect_ok(space_->read(0x2400'0000 + page * 0x1000, &value, sizeof(value)));
    return value;
  }

  AddressSpace* space_ = nullptr;
  Mapping window_;
};

TEST_F(AplicMessageTest, SaysWhatItIs) {
  EXPECT_EQ(read(*root_, kDomaincfg), 0x8000'0104u);
}

TEST_F(AplicMessageTest, SendsAMessageForEachEdge) {
  use(3, kRising, 2u << 18 | 77);
  drive(3, true);
  EXPECT_EQ(file(2), 77u);
  EXPECT_EQ(read(*root_, kSetip), 0u);
}

TEST_F(AplicMessageTest, SendsAnotherWhileALevelLastsWhenItIsTold) {
  use(3, kHigh, 2u << 18 | 77);
  drive(3, true);
  write(*root_, kTarget + 12, 1u << 18 | 78);
  write(*root_, kSetipnum, 3);
  EXPECT_EQ(file(1), 78u);
  drive(3, false);
  write(*root_, kTarget + 12, 3u << 18 | 79);
  write(*root_, kSetipnum, 3);
  EXPECT_EQ(file(3), 0u);
}

TEST_F(AplicMessageTest, SendsWhatHasWaitedWhenTheDomainIsEnabled) {
  write(*root_, kDomaincfg, 0);
  use(3, kRising, 9);
  drive(3, true);
  EXPECT_EQ(file(0), 0u);
  write(*root_, kDomaincfg, kIe);
  EXPECT_EQ(file(0), 9u);
}

TEST_F(AplicMessageTest, SendsWhatItIsTold) {
  write(*root_, kGenmsi, 3u << 18 | 5);
  EXPECT_EQ(file(3), 5u);
}

TEST_F(AplicMessageTest, FindsTheFilesOfTheDomainBelowWhereTheRootSays) {
  Device& child = platform_.add<Device>(
      "aplic",
      "child",
      {{"level", "supervisor"}, {"above", "aplic"}, {"direct-harts", 0}, {"space", "bus"}}
  );
  child.reset();
  write(child, kSmsiaddrcfg, 7);
  EXPECT_EQ(read(child, kSmsiaddrcfg), 0u);
  write(child, kGenmsi, 1u << 18 | 6);
  EXPECT_EQ(file(9), 6u);
  write(*root_, kMmsiaddrcfgh, 1u << 31);
  write(*root_, kSmsiaddrcfg, 0);
  EXPECT_EQ(read(*root_, kSmsiaddrcfg), 0x24008u) << "locked";
}

TEST_F(AplicMessageTest, ADestinationThatIsNotThereIsLogged) {
  write(*root_, kMmsiaddrcfg, 0x99999);
  write(*root_, kGenmsi, 1);
  EXPECT_EQ(platform_.guest_log.size(), 1u);
}

TEST_F(AplicMessageTest, DoesNotSendItselfRoundAndRound) {
  const Mapping regs{.region = &root_->region(0), .at = 0x3000'0000};
  expect_ok(space_->map(regs));
  write(*root_, kMmsiaddrcfg, 0x30003);  // genmsi
  write(*root_, kGenmsi, 1);
  EXPECT_EQ(platform_.guest_log.size(), 1u);
  space_->unmap(regs);
}

}  // namespace
}  // namespace vm
