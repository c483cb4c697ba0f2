// SPDX-License-Identifier: Apache-2.0

#include "vm/backends/rate_limit.h"

#include <algorithm>

#include <gtest/gtest.h>

namespace vm {
namespace {

constexpr uint64_t kSecond = 1'000'000'000;

/// How many units are done until `end_ns` by somebody who always wants more, `unit` at a time.
uint64_t done_until(RateLimit& limit, uint64_t& now_ns, uint64_t end_ns, uint64_t unit = 1) {
  uint64_t done = 0;
  while (now_ns < end_ns) {
    const uint64_t wait = limit.wait_ns(now_ns);
    now_ns += wait;
    if (wait > 0) continue;
    limit.take(now_ns, unit);
    done += unit;
  }
  return done;
}

TEST(RateLimit, IsNoneWhenTheRateIsZero) {
  RateLimit limit;
  limit.take(5, 1'000'000'000);
  EXPECT_EQ(limit.wait_ns(5), 0u);
}

TEST(RateLimit, KeepsTheRateInTheLongRun) {
  RateLimit limit(100, 0, 1);
  uint64_t now = 7;
  const uint64_t done = done_until(limit, now, 20 * kSecond);
  EXPECT_GE(done, 2000u);
  EXPECT_LE(done, 2000u + 11) << "a tenth of a second's may come at once";
}

TEST(RateLimit, LetsALargeOnePassAndThenMakesUpForIt) {
  RateLimit limit(1000, 0, 1);
  ASSERT_EQ(limit.wait_ns(kSecond), 0u);
  limit.take(kSecond, 5000);
  EXPECT_EQ(limit.wait_ns(kSecond), 49 * kSecond / 10);
  EXPECT_EQ(limit.wait_ns(kSecond + 49 * kSecond / 10), 0u);
}

TEST(RateLimit, BurstsForAsLongAsItMayAndThenKeepsTheRate) {
  RateLimit limit(100, 1000, 5);
  uint64_t now = 0;
  const uint64_t in_burst = done_until(limit, now, 4 * kSecond);
  EXPECT_NEAR(static_cast<double>(in_burst), 4000, 150);
  done_until(limit, now, 10 * kSecond);
  const uint64_t later = done_until(limit, now, 20 * kSecond);
  EXPECT_NEAR(static_cast<double>(later), 1000, 20);
  // After a rest there is a burst again.
  now += 100 * kSecond;
  const uint64_t start = now;
  EXPECT_GE(done_until(limit, now, start + kSecond), 1000u);
}

TEST(RateLimit, EndsABurstSoonerTheMoreItTakes) {
  RateLimit limit(100, 2000, 1);
  uint64_t now = 0;
  const uint64_t done = done_until(limit, now, 10 * kSecond, 50);
  EXPECT_NEAR(static_cast<double>(done), 2000 + 1000, 150);
}

TEST(RateLimit, StandsAClockThatGoesBack) {
  RateLimit limit(10, 0, 1);
  limit.take(10 * kSecond, 10);
  const uint64_t wait = limit.wait_ns(10 * kSecond);
  EXPECT_EQ(limit.wait_ns(5 * kSecond), wait);
}

}  // namespace
}  // namespace vm
