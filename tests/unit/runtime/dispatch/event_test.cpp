// SPDX-License-Identifier: Apache-2.0
//
// Events that come too often, on a clock that the tests turn.

#include "runtime/dispatch/event.h"

#include <map>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

namespace qapi {
namespace {

using std::chrono::milliseconds;

class RateLimitedEvents : public testing::Test {
 protected:
  RateLimitedEvents() {
    bus_.subscribe([this](const Event& event) { seen_ += spelled(event); });
    bus_.set_timer([this](milliseconds delay, std::function<void()> task) {
      tasks_.emplace(now_ + delay, std::move(task));
    });
  }

  static std::string spelled(const Event& event) {
    return std::string(event.name) + std::string(event.data) + ";";
  }

  void emit(std::string_view data, const std::string& key = {}) {
    bus_.emit("A", data, {.interval = milliseconds(100), .key = key});
  }

  void wait(milliseconds time) {
    const milliseconds end = now_ + time;
    while (!tasks_.empty() && tasks_.begin()->first <= end) {
      auto task = tasks_.extract(tasks_.begin());
      now_ = task.key();
      task.mapped()();
    }
    now_ = end;
  }

  /// What was seen since the last call.
  std::string seen() { return std::exchange(seen_, {}); }

  EventBus bus_;
  milliseconds now_{0};
  std::multimap<milliseconds, std::function<void()>> tasks_;
  std::string seen_;
};

TEST_F(RateLimitedEvents, GoOutAtOnceAndThenTheLastOneWhenTheTimeIsOver) {
  emit("1");
  EXPECT_EQ(seen(), "A1;");
  emit("2");
  emit("3");
  wait(milliseconds(99));
  EXPECT_EQ(seen(), "");
  wait(milliseconds(1));
  EXPECT_EQ(seen(), "A3;");
}

TEST_F(RateLimitedEvents, KeepTheirDistanceAlsoAfterOneThatWasKept) {
  emit("1");
  emit("2");
  wait(milliseconds(100));
  emit("3");
  EXPECT_EQ(seen(), "A1;A2;");
  wait(milliseconds(100));
  EXPECT_EQ(seen(), "A3;");
}

TEST_F(RateLimitedEvents, GoOutAtOnceAgainAfterASilence) {
  emit("1");
  wait(milliseconds(100));
  EXPECT_TRUE(tasks_.empty());
  emit("2");
  EXPECT_EQ(seen(), "A1;A2;");
}

TEST_F(RateLimitedEvents, DoNotHoldBackThoseOfAnotherKeyOrName) {
  emit("1", "a");
  emit("2", "b");
  bus_.emit("B", "3", {.interval = milliseconds(100), .key = "a"});
  bus_.emit("A", "4");
  EXPECT_EQ(seen(), "A1;A2;B3;A4;");
  emit("5", "b");
  emit("6", "a");
  wait(milliseconds(100));
  EXPECT_EQ(seen(), "A6;A5;");
}

TEST_F(RateLimitedEvents, AreStampedWhenTheyHappen) {
  const auto host_time = [] {
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::microseconds>(now).count();
  };
  int64_t stamp = 0;
  bus_.subscribe([&](const Event& event) { stamp = event.seconds * 1'000'000 + event.microseconds; }
  );
  emit("1");
  emit("2");
  const int64_t emitted = host_time();
  while (host_time() == emitted) {
  }
  wait(milliseconds(100));
  EXPECT_EQ(seen(), "A1;A2;");
  EXPECT_LE(stamp, emitted);
}

TEST_F(RateLimitedEvents, AreNotLostWhenTheTimerGoes) {
  emit("1");
  emit("2");
  bus_.set_timer({});
  EXPECT_EQ(seen(), "A1;A2;");
  emit("3");
  emit("4");
  EXPECT_EQ(seen(), "A3;A4;");
  wait(milliseconds(100));
  EXPECT_EQ(seen(), "");
}

TEST_F(RateLimitedEvents, MayBeEmittedByWhoReceivesOne) {
  bool again = true;
  bus_.subscribe([&](const Event&) {
    if (std::exchange(again, false)) emit("echo");
  });
  emit("1");
  wait(milliseconds(100));
  EXPECT_EQ(seen(), "A1;Aecho;");
}

class HeldEvents : public RateLimitedEvents {};

TEST_F(HeldEvents, GoOutAtTheEndInTheirOrder) {
  {
    EventBus::Hold hold(bus_);
    bus_.emit("A", "1");
    bus_.emit("B", "2");
    EXPECT_EQ(seen(), "");
    hold.commit();
  }
  EXPECT_EQ(seen(), "A1;B2;");
}

TEST_F(HeldEvents, AreDroppedUnlessCommitted) {
  {
    EventBus::Hold hold(bus_);
    bus_.emit("A", "1");
  }
  EXPECT_EQ(seen(), "");
  bus_.emit("B", "2");
  EXPECT_EQ(seen(), "B2;");
}

TEST_F(HeldEvents, OfAnInnerHoldShareTheFateOfTheOuterOne) {
  {
    EventBus::Hold outer(bus_);
    bus_.emit("A", "1");
    {
      EventBus::Hold dropped(bus_);
      bus_.emit("A", "2");
    }
    {
      EventBus::Hold kept(bus_);
      bus_.emit("A", "3");
      kept.commit();
    }
    EXPECT_EQ(seen(), "");
    outer.commit();
  }
  EXPECT_EQ(seen(), "A1;A3;");
  {
    EventBus::Hold outer(bus_);
    EventBus::Hold inner(bus_);
    bus_.emit("A", "4");
    inner.commit();
  }
  EXPECT_EQ(seen(), "");
}

TEST_F(HeldEvents, AreNotDroppedOnceCommittedSoFar) {
  EventBus::Hold outer(bus_);
  bus_.emit("A", "1");
  outer.commit_so_far();
  EXPECT_EQ(seen(), "A1;");
  {
    EventBus::Hold inner(bus_);
    bus_.emit("A", "2");
    inner.commit_so_far();
    bus_.emit("A", "3");
  }
  EXPECT_EQ(seen(), "") << "the outer hold may yet drop it";
  outer.commit();
}

TEST_F(HeldEvents, AreLimitedWhenTheyGoOut) {
  {
    EventBus::Hold hold(bus_);
    emit("1");
    emit("2");
    hold.commit();
  }
  EXPECT_EQ(seen(), "A1;");
  wait(milliseconds(100));
  EXPECT_EQ(seen(), "A2;");
  {
    EventBus::Hold hold(bus_);
    emit("3");
  }
  wait(milliseconds(100));
  EXPECT_EQ(seen(), "") << "one that was dropped begins no interval";
}

}  // namespace
}  // namespace qapi
