// SPDX-License-Identifier: Apache-2.0

#include <gtest/gtest.h>

#include "tests/unit/support/fake_platform.h"
#include "tests/unit/support/irq_line.h"
#include "vm/devices/device.h"

namespace vm {
namespace {

constexpr uint64_t kPending = 0x1000;

class PlicTest : public testing::Test {
 protected:
  PlicTest() { plic_.reset(); }

  uint64_t read(uint64_t offset) { return plic_.mmio_read(0, offset, 4); }
  void write(uint64_t offset, uint64_t value) { plic_.mmio_write(0, offset, value, 4); }

  static uint64_t enable(unsigned context, unsigned word) {
    return 0x2000 + context * 0x80 + word * 4;
  }
  static uint64_t threshold(unsigned context) { return 0x200000 + context * 0x1000; }
  static uint64_t claim(unsigned context) { return threshold(context) + 4; }

  void set_priority(unsigned source, uint64_t priority) { write(uint64_t{source} * 4, priority); }
  void raise(unsigned source) { plic_.irq_input(0, source, true); }
  void lower(unsigned source) { plic_.irq_input(0, source, false); }

  /// Source 10 at priority 1, enabled for context 0.
  void use_source_10() {
    set_priority(10, 1);
    write(enable(0, 0), 1 << 10);
  }

  FakePlatform platform_;
  Device& plic_ = platform_.add<Device>("plic", "plic", {{"num-sources", 40}, {"contexts", 2}});
  IrqLine first_{plic_.irq_out(0, 0)};
  IrqLine second_{plic_.irq_out(0, 1)};
};

TEST_F(PlicTest, InterruptsTheContextThatEnabledTheSource) {
  use_source_10();
  raise(10);
  EXPECT_TRUE(first_.is_high);
  EXPECT_FALSE(second_.is_high);
  EXPECT_EQ(read(kPending), 1u << 10);
}

TEST_F(PlicTest, AClaimTakesThePendingSourceAndACompletionAsksAgain) {
  use_source_10();
  raise(10);
  EXPECT_EQ(read(claim(0)), 10u);
  EXPECT_FALSE(first_.is_high);
  EXPECT_EQ(read(claim(0)), 0u);
  write(claim(0), 10);
  EXPECT_TRUE(first_.is_high) << "the input is still high";

  EXPECT_EQ(read(claim(0)), 10u);
  lower(10);
  write(claim(0), 10);
  EXPECT_FALSE(first_.is_high);
}

TEST_F(PlicTest, ARequestStaysWhenTheInputFalls) {
  use_source_10();
  raise(10);
  lower(10);
  EXPECT_TRUE(first_.is_high);
  EXPECT_EQ(read(claim(0)), 10u);
}

TEST_F(PlicTest, ASourceThatIsClaimedIsNotPendingAgain) {
  use_source_10();
  raise(10);
  read(claim(0));
  lower(10);
  raise(10);
  EXPECT_FALSE(first_.is_high);
  EXPECT_EQ(read(kPending), 0u);
  write(claim(0), 10);
  EXPECT_TRUE(first_.is_high);
}

TEST_F(PlicTest, TheHighestPriorityComesFirstThenTheLowestNumber) {
  write(enable(0, 0), ~0u);
  write(enable(0, 1), ~0u);
  set_priority(3, 2);
  set_priority(4, 5);
  set_priority(40, 5);
  for (unsigned source : {3u, 40u, 4u}) {
    raise(source);
  }
  EXPECT_EQ(read(claim(0)), 4u);
  EXPECT_EQ(read(claim(0)), 40u);
  EXPECT_EQ(read(claim(0)), 3u);
}

TEST_F(PlicTest, OnlyPrioritiesAboveTheThresholdInterruptButAllCanBeClaimed) {
  use_source_10();
  write(threshold(0), 1);
  raise(10);
  EXPECT_FALSE(first_.is_high);
  EXPECT_EQ(read(claim(0)), 10u);
  write(claim(0), 10);
  write(threshold(0), 0);
  EXPECT_TRUE(first_.is_high);
}

TEST_F(PlicTest, PriorityZeroNeverInterrupts) {
  write(enable(0, 0), 1 << 10);
  raise(10);
  EXPECT_FALSE(first_.is_high);
  EXPECT_EQ(read(claim(0)), 0u);
}

TEST_F(PlicTest, ACompletionOfWhatTheContextHasNotEnabledIsIgnored) {
  use_source_10();
  raise(10);
  read(claim(0));
  write(claim(1), 10);
  EXPECT_FALSE(first_.is_high);
  write(claim(0), 11);
  EXPECT_FALSE(first_.is_high);
  write(claim(0), 10);
  EXPECT_TRUE(first_.is_high);
}

TEST_F(PlicTest, OnlySourcesThatExistHaveBits) {
  write(enable(1, 0), ~0u);
  write(enable(1, 1), ~0u);
  write(enable(1, 2), ~0u);
  EXPECT_EQ(read(enable(1, 0)), 0xffff'fffeu);
  EXPECT_EQ(read(enable(1, 1)), 0x1ffu);
  EXPECT_EQ(read(enable(1, 2)), 0u);
  EXPECT_EQ(read(enable(2, 0)), 0u) << "there is no third context";
  write(0, 3);
  EXPECT_EQ(read(0), 0u);
  set_priority(40, 9);
  EXPECT_EQ(read(160), 1u) << "priorities have three bits";
  set_priority(41, 7);
  EXPECT_EQ(read(164), 0u);
}

TEST_F(PlicTest, SourceZeroIsNone) {
  write(enable(0, 0), ~0u);
  raise(0);
  EXPECT_EQ(read(kPending), 0u);
  EXPECT_FALSE(first_.is_high);
}

TEST_F(PlicTest, EveryOffsetCanBeAccessed) {
  for (uint64_t offset = 0; offset < 0x4000000; offset += 0xffc) {
    write(offset, ~0u);
    read(offset);
  }
  EXPECT_EQ(plic_.mmio_read(0, 0x28, 8), 0u);
  EXPECT_EQ(plic_.mmio_read(0, 0x2a, 4), 0u);
  EXPECT_EQ(platform_.guest_log.size(), 2u);
}

TEST_F(PlicTest, ResetForgetsAllButTheLevels) {
  use_source_10();
  raise(10);
  plic_.reset();
  EXPECT_FALSE(first_.is_high);
  EXPECT_EQ(read(enable(0, 0)), 0u);
  use_source_10();
  EXPECT_TRUE(first_.is_high) << "the device still asks";
}

}  // namespace
}  // namespace vm
