// SPDX-License-Identifier: Apache-2.0

#include <gtest/gtest.h>

#include "tests/unit/support/fake_platform.h"
#include "tests/unit/support/irq_line.h"
#include "vm/devices/device.h"

namespace vm {
namespace {

class OrGateTest : public testing::Test {
 protected:
  FakePlatform platform_;
  Device& gate_ = platform_.add<Device>("or-gate", "gate", {{"num-inputs", 3}});
  IrqLine out_{gate_.irq_out(0)};
};

TEST_F(OrGateTest, IsHighWhileAnyInputIs) {
  gate_.irq_input(0, 0, true);
  gate_.irq_input(0, 2, true);
  EXPECT_TRUE(out_.is_high);
  gate_.irq_input(0, 0, false);
  EXPECT_TRUE(out_.is_high);
  gate_.irq_input(0, 2, false);
  EXPECT_FALSE(out_.is_high);
}

TEST_F(OrGateTest, ChangesItsOutputOnlyWithTheFirstAndTheLast) {
  gate_.irq_input(0, 0, true);
  gate_.irq_input(0, 1, true);
  gate_.irq_input(0, 1, false);
  gate_.irq_input(0, 0, false);
  EXPECT_EQ(out_.changes, 2);
}

TEST_F(OrGateTest, KeepsWhatItIsToldWhenItIsReset) {
  gate_.irq_input(0, 1, true);
  gate_.reset();
  EXPECT_TRUE(out_.is_high);
}

}  // namespace
}  // namespace vm
