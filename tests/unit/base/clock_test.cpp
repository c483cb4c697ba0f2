// SPDX-License-Identifier: Apache-2.0

#include "vm/base/clock.h"

#include <optional>
#include <string>
#include <thread>

#include <gtest/gtest.h>

#include "tests/unit/support/fake_platform.h"

namespace vm {
namespace {

constexpr uint64_t kMs = 1'000'000;

class ClockTest : public testing::Test {
 protected:
  void start() {
    std::lock_guard hold(platform_.machine_lock());
    clock_.start();
  }

  void stop() {
    std::lock_guard hold(platform_.machine_lock());
    clock_.stop();
  }

  void arm(Timer& timer, uint64_t when_ns) {
    std::lock_guard hold(platform_.machine_lock());
    timer.arm(when_ns);
  }

  /// Turns the event loop for a while.
  void wait(std::chrono::milliseconds time) {
    auto end = std::chrono::steady_clock::now() + time;
    platform_.run_until([end] { return std::chrono::steady_clock::now() >= end; });
  }

  FakePlatform platform_;
  VirtualClock& clock_ = platform_.clock();
  std::string log_;
};

TEST_F(ClockTest, StandsStillUntilStartedAndAfterBeingStopped) {
  EXPECT_EQ(clock_.now_ns(), 0u);
  start();
  EXPECT_TRUE(platform_.run_until([this] { return clock_.now_ns() > kMs; }));
  stop();
  uint64_t stopped_at = clock_.now_ns();
  std::this_thread::sleep_for(std::chrono::milliseconds(2));
  EXPECT_EQ(clock_.now_ns(), stopped_at);
  start();
  EXPECT_LT(clock_.now_ns(), stopped_at + 1000 * kMs) << "the pause must not count";
}

TEST_F(ClockTest, CanBeSet) {
  clock_.set_now_ns(5000 * kMs);
  EXPECT_EQ(clock_.now_ns(), 5000 * kMs);
  start();
  EXPECT_GE(clock_.now_ns(), 5000 * kMs);
}

TEST_F(ClockTest, TimersRingInTheOrderOfTheirTimes) {
  Timer late(clock_, [this] { log_ += "late "; });
  Timer early(clock_, [this] { log_ += "early "; });
  arm(late, 4 * kMs);
  arm(early, 2 * kMs);
  start();
  EXPECT_TRUE(platform_.run_until([this] { return log_ == "early late "; }));
  EXPECT_GE(clock_.now_ns(), 4 * kMs);
  EXPECT_FALSE(early.is_armed());
}

TEST_F(ClockTest, ATimerHoldsTheMachineLockAndTheMainThread) {
  std::optional<std::thread::id> thread;
  bool was_locked = false;
  Timer timer(clock_, [&] {
    thread = std::this_thread::get_id();
    std::thread([&] {
      was_locked = !platform_.machine_lock().try_lock();
      if (!was_locked) platform_.machine_lock().unlock();
    }).join();
  });
  start();
  std::thread([&] { arm(timer, kMs); }).join();
  EXPECT_TRUE(platform_.run_until([&] { return thread.has_value(); }));
  EXPECT_EQ(thread, std::this_thread::get_id());
  EXPECT_TRUE(was_locked);
}

TEST_F(ClockTest, ACancelledOrRearmedTimerDoesNotRingForItsOldTime) {
  Timer cancelled(clock_, [this] { log_ += "cancelled "; });
  Timer rearmed(clock_, [this] { log_ += "rearmed "; });
  Timer last(clock_, [this] { log_ += "last "; });
  arm(cancelled, kMs);
  arm(rearmed, kMs);
  arm(last, 3 * kMs);
  {
    std::lock_guard hold(platform_.machine_lock());
    cancelled.cancel();
  }
  arm(rearmed, 5 * kMs);
  start();
  EXPECT_TRUE(platform_.run_until([this] { return log_ == "last rearmed "; }));
}

TEST_F(ClockTest, ATimerInThePastRingsSoonAndMayArmItself) {
  int rings = 0;
  Timer timer(clock_, [&] {
    if (++rings < 100) timer.arm(0);
  });
  start();
  arm(timer, 0);
  EXPECT_TRUE(platform_.run_until([&] { return rings == 100; }));
}

TEST_F(ClockTest, NoTimerRingsWhileTheClockStands) {
  Timer timer(clock_, [this] { log_ += "rang"; });
  start();
  arm(timer, clock_.now_ns() + 2 * kMs);
  stop();
  wait(std::chrono::milliseconds(5));
  EXPECT_EQ(log_, "");
  start();
  EXPECT_TRUE(platform_.run_until([this] { return log_ == "rang"; }));
}

TEST_F(ClockTest, ATimerForTheEndOfTimeIsHarmless) {
  Timer timer(clock_, [this] { log_ += "rang"; });
  start();
  arm(timer, UINT64_MAX);
  wait(std::chrono::milliseconds(2));
  EXPECT_EQ(log_, "");
}

TEST_F(ClockTest, StandsStillAtTheEndOfTime) {
  constexpr uint64_t kEnd = (uint64_t{1} << 62) - 1;
  clock_.set_now_ns(UINT64_MAX);
  EXPECT_EQ(clock_.now_ns(), kEnd);
  clock_.set_driver([] {});
  start();
  clock_.advance_to(kEnd + 1);
  EXPECT_EQ(clock_.now_ns(), kEnd);
}

TEST_F(ClockTest, FollowsWhoDrivesIt) {
  int armed = 0;
  clock_.set_driver([&] { ++armed; });
  start();
  Timer timer(clock_, [this] { log_ += "rang at " + std::to_string(clock_.now_ns()); });
  arm(timer, 3 * kMs);
  EXPECT_EQ(armed, 2) << "by the start, and by the timer";
  wait(std::chrono::milliseconds(5));
  EXPECT_EQ(clock_.now_ns(), 0u) << "the host's time is nothing to it";
  EXPECT_EQ(clock_.next_due_ns(), 3 * kMs);
  clock_.advance_to(3 * kMs - 1);
  clock_.run_due();
  EXPECT_EQ(log_, "");
  clock_.advance_to(3 * kMs);
  clock_.run_due();
  EXPECT_EQ(log_, "rang at 3000000");
  EXPECT_EQ(clock_.next_due_ns(), VirtualClock::kNever);
  stop();
  clock_.set_driver([] {});
  EXPECT_EQ(clock_.now_ns(), 3 * kMs) << "another start goes on from there";
}

}  // namespace
}  // namespace vm
