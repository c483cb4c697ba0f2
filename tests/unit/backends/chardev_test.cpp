// SPDX-License-Identifier: Apache-2.0

#include "vm/backends/chardev.h"

#include <thread>

#include <gtest/gtest.h>

#include "tests/unit/support/fake_chardev.h"
#include "tests/unit/support/fake_platform.h"
#include "tests/unit/support/line_user.h"

namespace vm {
namespace {

class ChardevTest : public testing::Test {
 protected:
  FakePlatform platform_{types_with_fake_chardev()};
  FakeChardev& line_ = platform_.add<FakeChardev>("fake-chardev", "line");
  LineUser user_{platform_};
};

TEST_F(ChardevTest, HasOneUserAtATime) {
  LineUser other(platform_);
  EXPECT_TRUE(line_.attach(user_, "/uart0"));
  EXPECT_TRUE(line_.has_user());
  EXPECT_EQ(error_of(line_.attach(other, "/uart1")), "/line is in use by /uart0");
  line_.detach(user_);
  EXPECT_TRUE(line_.attach(other, "/uart1"));
}

TEST_F(ChardevTest, HasSeveralUsersAndSpeaksToOneOfThem) {
  Chardev& line = platform_.add<Chardev>("chardev-null", "both", {{"mux", true}});
  LineUser other(platform_);
  expect_ok(line.attach(user_, "/uart0"));
  expect_ok(line.attach(other, "/uart1"));
  line.detach(user_);
  EXPECT_TRUE(line.has_user());
  line.detach(other);
  EXPECT_FALSE(line.has_user());
}

TEST_F(ChardevTest, AcceptsWhatItsBufferHoldsAndAsksForTheRestLater) {
  expect_ok(line_.attach(user_, "/uart0"));
  std::vector<uint8_t> much(Chardev::kBufferSize + 10, 'x');
  EXPECT_EQ(user_.send(line_, much), Chardev::kBufferSize);
  EXPECT_EQ(user_.send(line_, {much.data(), 1}), 0u);
  EXPECT_EQ(user_.writable, 0);
  line_.take();
  EXPECT_EQ(user_.writable, 1);
  line_.take();
  EXPECT_EQ(user_.writable, 1);
}

TEST_F(ChardevTest, AnnouncesOutputOnceFromAnyThread) {
  expect_ok(line_.attach(user_, "/uart0"));
  std::thread([this] {
    const uint8_t byte = 'a';
    user_.send(line_, {&byte, 1});
    user_.send(line_, {&byte, 1});
  }).join();
  EXPECT_EQ(line_.outputs, 0) << "only the main thread does output";
  EXPECT_TRUE(platform_.run_until([this] { return line_.outputs > 0; }));
  EXPECT_EQ(line_.outputs, 1);
  EXPECT_EQ(line_.take(), "aa");
  const uint8_t byte = 'b';
  user_.send(line_, {&byte, 1});
  EXPECT_TRUE(platform_.run_until([this] { return line_.outputs == 2; }));
}

TEST_F(ChardevTest, InputNeedsAUser) {
  EXPECT_EQ(line_.room(), 0u);
  line_.arrive("lost");
  expect_ok(line_.attach(user_, "/uart0"));
  EXPECT_TRUE(platform_.run_until([this] { return line_.input_wanted > 0; }));
  EXPECT_EQ(line_.room(), user_.room);
  line_.arrive("kept");
  EXPECT_EQ(user_.received, "kept");
}

TEST_F(ChardevTest, MayGoWhileItsCallsAreUnderWay) {
  expect_ok(line_.attach(user_, "/uart0"));
  const uint8_t byte = 'a';
  user_.send(line_, {&byte, 1});
  platform_.root().remove_child(line_);
  platform_.loop().poll();
}

}  // namespace
}  // namespace vm
