// SPDX-License-Identifier: Apache-2.0

#include <gtest/gtest.h>

#include "tests/unit/support/fake_chardev.h"
#include "tests/unit/support/virtio_bench.h"

namespace vm {
namespace {

using virtio::bit;

constexpr uint64_t kSize = bit(0);
constexpr uint64_t kMultiport = bit(1);

class VirtioConsoleTest : public testing::Test {
 protected:
  void add(const qapi::Json& more = qapi::Json::object()) {
    qapi::Json properties = {{"bus", "slot"}, {"chardev", "con"}, {"packed", true}};
    properties.update(more);
    device_ = &bench_.platform.add<Device>("virtio-console", "console", properties);
  }

  static std::string message(uint32_t port, uint16_t event, uint16_t value) {
    std::string bytes(8, '\0');
    std::memcpy(bytes.data(), &port, 4);
    std::memcpy(bytes.data() + 4, &event, 2);
    std::memcpy(bytes.data() + 6, &value, 2);
    return bytes;
  }

  void tell(uint32_t port, uint16_t event, uint16_t value) {
    bench_.queue(3).add({bench_.readable(message(port, event, value))});
    bench_.notify(3);
  }

  /// The next message from the device.
  std::string heard() {
    const std::optional<UsedBuffer> used = bench_.queue(2).next_used();
    if (!used) return "nothing";
    return bench_.memory.text(rooms_[heard_++].at, used->written);
  }

  VirtioBench bench_{types_with_fake_chardev()};
  FakeChardev& con_ = bench_.platform.add<FakeChardev>("fake-chardev", "con");
  FakeChardev& line_ = bench_.platform.add<FakeChardev>("fake-chardev", "line");
  Device* device_ = nullptr;
  std::vector<Piece> rooms_;
  size_t heard_ = 0;
};

TEST_F(VirtioConsoleTest, SendsAndReceives) {
  add();
  ASSERT_TRUE(bench_.start({}));
  bench_.queue(1).add({bench_.readable("hello")});
  bench_.notify(1);
  EXPECT_EQ(con_.take(), "hello");
  EXPECT_EQ(con_.room(), 0u);
  const Piece room = bench_.writable(10);
  bench_.queue(0).add({room});
  bench_.notify(0);
  EXPECT_EQ(con_.room(), 10u);
  con_.arrive("abc");
  EXPECT_EQ(bench_.queue(0).next_used()->written, 3u);
  EXPECT_EQ(bench_.memory.text(room.at, 3), "abc");
}

TEST_F(VirtioConsoleTest, WaitsForRoomAtTheFarEndAndGoesOnWhereItWas) {
  add();
  ASSERT_TRUE(bench_.start({}));
  con_.fill_but(3);
  bench_.queue(1).add({bench_.readable("hello")});
  bench_.notify(1);
  EXPECT_FALSE(bench_.queue(1).next_used());
  EXPECT_EQ(con_.take(), "hel");
  EXPECT_EQ(con_.take(), "lo");
  EXPECT_TRUE(bench_.queue(1).next_used());
}

TEST_F(VirtioConsoleTest, TakesNoInputWhileTheGuestStandsStill) {
  add();
  ASSERT_TRUE(bench_.start({}));
  bench_.queue(0).add({bench_.writable(10)});
  bench_.platform.clock().stop();
  EXPECT_EQ(con_.room(), 0u);
  bench_.platform.clock().start();
  EXPECT_EQ(con_.room(), 10u);
}

TEST_F(VirtioConsoleTest, TellsItsSize) {
  add({{"columns", 100}, {"rows", 40}});
  ASSERT_TRUE(bench_.start({.features = kSize}));
  EXPECT_EQ(bench_.config(0, 2), 100u);
  expect_ok(set_property(*device_, "rows", 50, qapi::Spelling::Json));
  EXPECT_EQ(bench_.config(2, 2), 50u);
  EXPECT_EQ(bench_.read(VirtioBench::kInterruptStatus), 2u);
}

TEST_F(VirtioConsoleTest, FollowsTheTerminalWhereItsSizeIsNotSet) {
  add({{"rows", 24}});
  con_.resize({.columns = 100, .rows = 40});
  ASSERT_TRUE(bench_.start({.features = kSize}));
  EXPECT_EQ(bench_.config(0, 2), 100u);
  EXPECT_EQ(bench_.config(2, 2), 24u) << "as it is set";
  con_.resize({.columns = 120, .rows = 50});
  EXPECT_EQ(bench_.config(0, 2), 120u);
  EXPECT_EQ(bench_.read(VirtioBench::kInterruptStatus), 2u);
}

TEST_F(VirtioConsoleTest, TellsItsSizeByAMessageWithPorts) {
  add({{"ports", {"line"}}, {"columns", 100}, {"rows", 40}});
  ASSERT_TRUE(bench_.start({.features = kSize | kMultiport}));
  for (int i = 0; i < 8; ++i) {
    rooms_.push_back(bench_.writable(64));
    bench_.queue(2).add({rooms_.back()});
  }
  const auto resized = [](uint8_t columns, uint8_t rows) {
    // Columns come first: 5.3.6.2.
    return message(0, 5, 0) + std::string{char(columns), 0, char(rows), 0};
  };
  tell(0, 3, 1);
  EXPECT_EQ(heard(), message(0, 4, 1)) << "is a console";
  EXPECT_EQ(heard(), resized(100, 40));
  EXPECT_EQ(heard(), message(0, 6, 1)) << "is open";
  expect_ok(set_property(*device_, "rows", 50, qapi::Spelling::Json));
  EXPECT_EQ(heard(), resized(100, 50));
}

TEST_F(VirtioConsoleTest, WritesWhenNothingElseWorks) {
  add();
  bench_.slot.mmio_write(0, VirtioBench::kConfig + 8, '!', 4);
  EXPECT_EQ(con_.take(), "!");
}

TEST_F(VirtioConsoleTest, IntroducesItsPorts) {
  add({{"ports", {"line"}}, {"port-names", {"org.test"}}});
  ASSERT_TRUE(bench_.start({.features = kMultiport}));
  EXPECT_EQ(bench_.config(4, 4), 2u);
  for (int i = 0; i < 8; ++i) {
    rooms_.push_back(bench_.writable(64));
    bench_.queue(2).add({rooms_.back()});
  }
  tell(0, 0, 1);
  EXPECT_EQ(heard(), message(0, 1, 1));
  EXPECT_EQ(heard(), message(1, 1, 1));
  tell(0, 3, 1);
  EXPECT_EQ(heard(), message(0, 4, 1)) << "is a console";
  EXPECT_EQ(heard(), message(0, 6, 1)) << "is open";
  tell(1, 3, 1);
  EXPECT_EQ(heard(), message(1, 7, 1) + "org.test");
  EXPECT_EQ(heard(), message(1, 6, 1));
  tell(99, 3, 1);
  EXPECT_EQ(heard(), "nothing");
}

TEST_F(VirtioConsoleTest, APortReceivesWhileTheGuestUsesIt) {
  add({{"ports", {"line"}}});
  ASSERT_TRUE(bench_.start({.features = kMultiport}));
  bench_.queue(4).add({bench_.writable(10)});
  EXPECT_EQ(line_.room(), 0u);
  tell(1, 6, 1);
  EXPECT_EQ(line_.room(), 10u);
  bench_.queue(5).add({bench_.readable("from port 1")});
  bench_.notify(5);
  EXPECT_EQ(line_.take(), "from port 1");
  tell(1, 6, 0);
  EXPECT_EQ(line_.room(), 0u);
}

TEST_F(VirtioConsoleTest, AGuestThatAsksAndDoesNotListenIsStopped) {
  add({{"ports", {"line"}}});
  ASSERT_TRUE(bench_.start({.features = kMultiport}));
  for (int i = 0; i < 1000 && !bench_.needs_reset(); ++i) {
    tell(0, 0, 1);
    bench_.queue(3).next_used();
  }
  EXPECT_TRUE(bench_.needs_reset());
}

}  // namespace
}  // namespace vm
