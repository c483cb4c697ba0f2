// SPDX-License-Identifier: Apache-2.0

#include <gtest/gtest.h>

#include "tests/unit/support/fake_platform.h"
#include "vm/devices/device.h"
#include "vm/devices/sleeper.h"

namespace vm {
namespace {

constexpr uint64_t kControl = 0;
constexpr uint64_t kStatus = 1;
constexpr uint64_t kSleepS1 = 1u << 5 | 1u << 2;
constexpr uint64_t kWakeStatus = 1u << 7;

class AcpiSleepTest : public testing::Test {
 protected:
  void wake() { dynamic_cast<Sleeper&>(sleep_).on_wakeup(); }

  FakePlatform platform_;
  Device& sleep_ = platform_.add<Device>("acpi-sleep", "sleep");
};

TEST_F(AcpiSleepTest, SleepsOnlyWithTheEnableBit) {
  sleep_.mmio_write(0, kControl, kSleepS1 & ~(1u << 5), 1);
  EXPECT_EQ(platform_.suspends, 0);
  sleep_.mmio_write(0, kControl, kSleepS1, 1);
  EXPECT_EQ(platform_.suspends, 1);
  EXPECT_EQ(platform_.wakeups, 0);
}

TEST_F(AcpiSleepTest, StatusSaysThatItHasSleptUntilItIsCleared) {
  wake();
  EXPECT_EQ(sleep_.mmio_read(0, kStatus, 1), 0u) << "it has not slept";
  sleep_.mmio_write(0, kControl, kSleepS1, 1);
  EXPECT_EQ(sleep_.mmio_read(0, kStatus, 1), 0u) << "it is not awake yet";
  wake();
  EXPECT_EQ(sleep_.mmio_read(0, kStatus, 1), kWakeStatus);
  EXPECT_EQ(sleep_.mmio_read(0, kControl, 1), 0u) << "SLP_EN reads as 0";
  sleep_.mmio_write(0, kStatus, 0, 1);
  EXPECT_EQ(sleep_.mmio_read(0, kStatus, 1), kWakeStatus);
  sleep_.mmio_write(0, kStatus, kWakeStatus, 1);
  EXPECT_EQ(sleep_.mmio_read(0, kStatus, 1), 0u);
}

TEST_F(AcpiSleepTest, AHighInputWakes) {
  sleep_.irq_input(0, 0, true);
  EXPECT_EQ(platform_.wakeups, 1);
  sleep_.irq_input(0, 0, false);
  EXPECT_EQ(platform_.wakeups, 1);
}

TEST_F(AcpiSleepTest, DoesNotSleepOnWhileTheInputIsHigh) {
  sleep_.irq_input(0, 0, true);
  sleep_.reset();
  sleep_.mmio_write(0, kControl, kSleepS1, 1);
  EXPECT_EQ(platform_.suspends, 1);
  EXPECT_EQ(platform_.wakeups, 2) << "a level outlives a reset of who listens to it";
}

TEST_F(AcpiSleepTest, S5PowersOffAndTheOthersAreNot) {
  sleep_.mmio_write(0, kControl, 1u << 5 | 5u << 2, 1);
  ASSERT_EQ(platform_.shutdowns.size(), 1u);
  EXPECT_EQ(platform_.shutdowns[0].first, GuestEnd::PowerOff);
  sleep_.mmio_write(0, kControl, 1u << 5 | 3u << 2, 1);
  EXPECT_EQ(platform_.guest_log, std::vector<std::string>{"/sleep: there is no sleep of type 3"});
  EXPECT_EQ(platform_.suspends, 0);
}

}  // namespace
}  // namespace vm
