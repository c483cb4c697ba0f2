// SPDX-License-Identifier: Apache-2.0
//
// throttle-group and blockdev-throttle. How a limit works is tested in rate_limit_test.cpp.

#include <chrono>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/support/disk_user.h"
#include "vm/backends/throttle_group.h"

namespace vm {
namespace {

using qapi::Json;
using Kind = BlockRequest::Kind;
using Clock = std::chrono::steady_clock;

class ThrottleTest : public testing::Test {
 protected:
  Object& add_group(const Json& limits) {
    return platform_.add<Object>("throttle-group", "group", {{"limits", limits}});
  }

  Blockdev& add_disk(const std::string& name = "disk") {
    const std::string below = name + "-file";
    platform_.add<Blockdev>("blockdev-null-co", below, {{"size", 1 << 20}});
    return platform_
        .add<Blockdev>("blockdev-throttle", name, {{"throttle-group", "group"}, {"file", below}});
  }

  std::string error(const Json& limits) {
    return error_of(platform_.try_add("throttle-group", "bad", {{"limits", limits}}));
  }

  void ask(Blockdev& disk, Kind kind, size_t count, uint64_t length = 512) {
    for (size_t i = 0; i < count; ++i) {
      ASSERT_TRUE(user_.submit(
          disk,
          {.kind = kind, .length = length, .data = buffer_, .done = [this](int) { ++done_; }}
      ));
    }
  }

  uint8_t buffer_[4096] = {};
  size_t done_ = 0;
  FakePlatform platform_;
  DiskUser user_{platform_};
};

TEST_F(ThrottleTest, MakesRequestsWaitForTheirTurn) {
  add_group({{"iops-total", 100}});
  Blockdev& disk = add_disk();
  const auto start = Clock::now();
  ask(disk, Kind::Read, 40);
  EXPECT_TRUE(platform_.run_until([this] { return done_ == 40; }));
  EXPECT_GE(Clock::now() - start, std::chrono::milliseconds(250));
  EXPECT_EQ(disk.stats().rd_operations, 40u);
}

TEST_F(ThrottleTest, SharesTheLimitsWithinAGroup) {
  add_group({{"bps-write", 100 * 512}});
  Blockdev& one = add_disk("one");
  Blockdev& two = add_disk("two");
  const auto start = Clock::now();
  ask(one, Kind::Write, 20);
  ask(two, Kind::Write, 20);
  EXPECT_TRUE(platform_.run_until([this] { return done_ == 40; }));
  EXPECT_GE(Clock::now() - start, std::chrono::milliseconds(250));
}

TEST_F(ThrottleTest, LetsReadsPassWritesThatWait) {
  add_group({{"iops-write", 1}});
  Blockdev& disk = add_disk();
  ask(disk, Kind::Write, 5);
  EXPECT_EQ(user_.run(disk, {.kind = Kind::Read, .length = 512, .data = buffer_}), 0);
  EXPECT_EQ(user_.run(disk, Kind::Flush), 0);
  EXPECT_LT(done_, 5u);
  platform_.root().remove_child(disk);
  EXPECT_EQ(done_, 5u) << "who waits for the node does not wait for its limits";
}

TEST_F(ThrottleTest, FollowsLimitsThatChange) {
  Object& group = add_group({{"iops-total", 1}});
  Blockdev& disk = add_disk();
  ask(disk, Kind::Read, 30);
  const Json none = {{"iops-total", 0}};
  const auto start = Clock::now();
  expect_ok(set_property(group, "limits", none, qapi::Spelling::Json));
  EXPECT_TRUE(platform_.run_until([this] { return done_ == 30; }));
  EXPECT_LT(Clock::now() - start, std::chrono::seconds(15));
}

TEST_F(ThrottleTest, CountsALargeRequestAsMany) {
  add_group({{"iops-total", 100}, {"iops-size", 512}});
  Blockdev& disk = add_disk();
  const auto start = Clock::now();
  ask(disk, Kind::Read, 5, 4096);
  EXPECT_TRUE(platform_.run_until([this] { return done_ == 5; }));
  EXPECT_GE(Clock::now() - start, std::chrono::milliseconds(180));
}

TEST_F(ThrottleTest, SaysWhichLimitsDoNotGoTogether) {
  EXPECT_EQ(
      error({{"iops-total", 5}, {"iops-read", 5}}),
      "limits.iops-total and iops-read or iops-write cannot go together"
  );
  EXPECT_EQ(error({{"bps-read-max", 5}}), "limits.bps-read-max needs a bps-read");
  EXPECT_EQ(
      error({{"bps-read", 9}, {"bps-read-max", 5}}),
      "limits.bps-read-max is less than bps-read"
  );
  EXPECT_EQ(
      error({{"iops-write", 9}, {"iops-write-max-length", 5}}),
      "limits.iops-write-max-length needs a iops-write-max"
  );
}

}  // namespace
}  // namespace vm
