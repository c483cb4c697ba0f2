// SPDX-License-Identifier: Apache-2.0
//
// What all network backends have in common, on one whose far end is the test; and netdev-null.

#include "vm/backends/netdev.h"

#include <thread>

#include <gtest/gtest.h>

#include "tests/unit/support/fake_netdev.h"
#include "tests/unit/support/fake_platform.h"
#include "tests/unit/support/net_card.h"

namespace vm {
namespace {

class Watcher final : public NetWatcher {
 public:
  void on_frame(FrameView frame) override { seen.emplace_back(frame.begin(), frame.end()); }
  std::vector<std::string> seen;
};

class NetdevTest : public testing::Test {
 protected:
  void attach() { expect_ok(cable_.attach(card_, "/nic0")); }

  FakePlatform platform_{types_with_fake_netdev()};
  FakeNetdev& cable_ = platform_.add<FakeNetdev>("fake-netdev", "net0");
  NetCard card_{platform_};
};

TEST_F(NetdevTest, HasOneUserAtATime) {
  NetCard other(platform_);
  attach();
  EXPECT_EQ(cable_.user_path(), "/nic0");
  EXPECT_EQ(error_of(cable_.attach(other, "/nic1")), "/net0 is in use by /nic0");
  cable_.detach();
  EXPECT_TRUE(cable_.attach(other, "/nic1"));
}

TEST_F(NetdevTest, KeepsFramesApartAndAnnouncesThemOnce) {
  attach();
  std::thread([this] {
    card_.send(cable_, "one");
    card_.send(cable_, "two");
  }).join();
  EXPECT_EQ(cable_.outputs, 0) << "only the main thread does output";
  EXPECT_TRUE(platform_.run_until([this] { return cable_.outputs == 1; }));
  EXPECT_EQ(cable_.take(), Frame({'o', 'n', 'e'}));
  EXPECT_EQ(cable_.take(), Frame({'t', 'w', 'o'}));
  EXPECT_EQ(cable_.take(), std::nullopt);
  card_.send(cable_, "three");
  EXPECT_TRUE(platform_.run_until([this] { return cable_.outputs == 2; }));
  EXPECT_EQ(cable_.counts().sent, 3u);
}

TEST_F(NetdevTest, RefusesAFrameWhenItsQueueIsFullAndAsksForItLater) {
  attach();
  for (size_t i = 0; i < Netdev::kQueueFrames; ++i) {
    ASSERT_TRUE(card_.send(cable_, "x"));
  }
  EXPECT_FALSE(card_.send(cable_, "x"));
  EXPECT_EQ(card_.sendable, 0);
  cable_.take();
  cable_.take();
  EXPECT_EQ(card_.sendable, 1);
  EXPECT_TRUE(card_.send(cable_, "x"));
}

TEST_F(NetdevTest, LosesWhatIsNoFrame) {
  attach();
  EXPECT_TRUE(card_.send(cable_, ""));
  EXPECT_TRUE(card_.send(cable_, Frame(Netdev::kLargestFrame + 1)));
  EXPECT_EQ(cable_.take(), std::nullopt);
}

TEST_F(NetdevTest, KeepsInputInOrderForACardWithoutRoomUpToABound) {
  attach();
  card_.has_room = false;
  for (size_t i = 0; i < Netdev::kQueueFrames; ++i) {
    ASSERT_TRUE(cable_.is_open());
    cable_.arrive(std::to_string(i));
  }
  EXPECT_FALSE(cable_.is_open());
  cable_.arrive("too much");
  EXPECT_EQ(cable_.counts().dropped, 1u);
  card_.has_room = true;
  cable_.accept_input();
  EXPECT_TRUE(platform_.run_until([this] { return cable_.is_open(); }));
  ASSERT_EQ(card_.received.size(), Netdev::kQueueFrames);
  EXPECT_EQ(card_.received[0], Frame({'0'}));
  EXPECT_EQ(card_.received[11], Frame({'1', '1'}));
  EXPECT_GT(cable_.input_wanted, 0);
}

TEST_F(NetdevTest, CarriesNothingWhileTheCableIsUnplugged) {
  attach();
  card_.has_room = false;
  cable_.arrive("waits");
  cable_.set_link(false);
  cable_.set_link(false);
  EXPECT_EQ(card_.link_changes, 1);
  card_.has_room = true;
  cable_.arrive("lost");
  EXPECT_TRUE(card_.send(cable_, "lost"));
  EXPECT_EQ(cable_.take(), std::nullopt);
  cable_.set_link(true);
  cable_.arrive("back");
  EXPECT_EQ(card_.link_changes, 2);
  EXPECT_EQ(card_.received, std::vector<Frame>({{'b', 'a', 'c', 'k'}}));
}

TEST_F(NetdevTest, ShowsWhatPassesInBothDirections) {
  Watcher watcher;
  cable_.add_watcher(watcher);
  cable_.arrive("nobody is there");
  attach();
  card_.send(cable_, "out");
  cable_.take();
  cable_.arrive("in");
  cable_.remove_watcher(watcher);
  cable_.arrive("unseen");
  EXPECT_EQ(watcher.seen, std::vector<std::string>({"out", "in"}));
}

TEST_F(NetdevTest, MayGoWhileItsCallsAreUnderWay) {
  attach();
  card_.send(cable_, "x");
  platform_.root().remove_child(cable_);
  platform_.loop().poll();
}

TEST_F(NetdevTest, NullTakesEverything) {
  auto& null = platform_.add<Netdev>("netdev-null", "null");
  expect_ok(null.attach(card_, "/nic1"));
  for (size_t i = 0; i < 2 * Netdev::kQueueFrames; ++i) {
    EXPECT_TRUE(platform_.run_until([&] { return card_.send(null, "x"); }));
  }
}

}  // namespace
}  // namespace vm
