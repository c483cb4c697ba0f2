// SPDX-License-Identifier: Apache-2.0

#include <gtest/gtest.h>

#include "tests/unit/support/fake_platform.h"
#include "vm/devices/device.h"

namespace vm {
namespace {

using Ends = std::vector<std::pair<GuestEnd, int>>;

class SifiveTestTest : public testing::Test {
 protected:
  void write(uint64_t value, uint64_t offset = 0) { test_.mmio_write(0, offset, value, 4); }

  FakePlatform platform_;
  Device& test_ = platform_.add<Device>("sifive-test", "test");
};

TEST_F(SifiveTestTest, PassPowersOff) {
  write(0x5555);
  EXPECT_EQ(platform_.shutdowns, (Ends{{GuestEnd::PowerOff, 0}}));
}

TEST_F(SifiveTestTest, FailGivesItsCodeAndNeverSuccess) {
  write(0x002a'3333);
  write(0x3333);
  EXPECT_EQ(platform_.shutdowns, (Ends{{GuestEnd::PowerOff, 42}, {GuestEnd::PowerOff, 1}}));
}

TEST_F(SifiveTestTest, ResetResets) {
  write(0x7777);
  EXPECT_EQ(platform_.resets, 1);
  EXPECT_TRUE(platform_.shutdowns.empty());
}

TEST_F(SifiveTestTest, NothingElseDoesAnything) {
  write(0x1234);
  write(0x5555, 4);
  EXPECT_TRUE(platform_.shutdowns.empty());
  EXPECT_EQ(platform_.guest_log, std::vector<std::string>{"/test: 0x1234 is no command"});
}

}  // namespace
}  // namespace vm
