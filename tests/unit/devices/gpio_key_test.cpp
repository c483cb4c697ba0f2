// SPDX-License-Identifier: Apache-2.0

#include <mutex>

#include <gtest/gtest.h>

#include "tests/unit/support/fake_platform.h"
#include "tests/unit/support/irq_line.h"
#include "vm/devices/device.h"
#include "vm/devices/keyboard.h"

namespace vm {
namespace {

constexpr uint64_t kMs = 1'000'000;

class GpioKeyTest : public testing::Test {
 protected:
  Device& add_key(bool is_active_low) {
    auto& key = platform_.add<Device>(
        "gpio-key",
        "power",
        {{"linux-code", 116}, {"active-low", is_active_low}}
    );
    const std::lock_guard hold(platform_.machine_lock());
    key.reset();
    return key;
  }

  void press(uint64_t hold_ns) {
    const std::lock_guard hold(platform_.machine_lock());
    const KeyCodes codes = {116};
    for (Keyboard* keyboard : keyboards_with(platform_.root(), codes)) {
      keyboard->press(codes, hold_ns);
    }
  }

  void start_clock() {
    const std::lock_guard hold(platform_.machine_lock());
    platform_.clock().start();
  }

  FakePlatform platform_;
};

TEST_F(GpioKeyTest, IsDownForAWhileOfGuestTime) {
  IrqLine line(add_key(false).irq_out(0));
  press(2 * kMs);
  EXPECT_TRUE(line.is_high);
  start_clock();
  EXPECT_TRUE(platform_.run_until([&] { return !line.is_high; }));
  EXPECT_GE(platform_.clock().now_ns(), 2 * kMs);
  EXPECT_EQ(line.changes, 2);
}

TEST_F(GpioKeyTest, StaysDownWhenItIsPressedAgain) {
  IrqLine line(add_key(false).irq_out(0));
  press(kMs);
  press(5 * kMs);
  start_clock();
  EXPECT_TRUE(platform_.run_until([&] { return !line.is_high; }));
  EXPECT_GE(platform_.clock().now_ns(), 5 * kMs);
  EXPECT_EQ(line.changes, 2);
}

TEST_F(GpioKeyTest, MayPullItsLineDown) {
  const IrqOutput& line = add_key(true).irq_out(0);
  EXPECT_TRUE(line.level());
  press(kMs);
  EXPECT_FALSE(line.level());
}

TEST_F(GpioKeyTest, IsLetGoByAReset) {
  Device& key = add_key(false);
  press(kMs);
  const std::lock_guard hold(platform_.machine_lock());
  key.reset();
  EXPECT_FALSE(key.irq_out(0).level());
}

TEST_F(GpioKeyTest, IsNoOtherKey) {
  add_key(false);
  EXPECT_TRUE(keyboards_with(platform_.root(), {30}).empty());
  EXPECT_TRUE(keyboards_with(platform_.root(), {116, 30}).empty());
  EXPECT_EQ(keyboards_with(platform_.root(), {116}).size(), 1u);
}

TEST_F(GpioKeyTest, IsOneThatThereIs) {
  const auto made = platform_.try_add("gpio-key", "key", {{"linux-code", 768}});
  EXPECT_NE(error_of(made).find("linux-code"), std::string::npos) << error_of(made);
}

}  // namespace
}  // namespace vm
