// SPDX-License-Identifier: Apache-2.0
//
// chardev-file and chardev-null.

#include <asio/io_context.hpp>
#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "runtime/loop/event_loop.h"
#include "tests/unit/support/fake_platform.h"
#include "tests/unit/support/line_user.h"
#include "tests/unit/support/temporary_folder.h"

namespace vm {
namespace {

class ChardevFileTest : public testing::Test {
 protected:
  Chardev& add(const qapi::Json& properties) {
    auto& chardev = platform_.add<Chardev>("chardev-file", "con", properties);
    expect_ok(chardev.attach(user_, "/uart0"));
    return chardev;
  }

  TemporaryFolder folder_;
  FakePlatform platform_;
  LineUser user_{platform_};
};

TEST_F(ChardevFileTest, WritesAllBeforeItGoes) {
  Chardev& chardev = add({{"out", folder_.path("log")}});
  user_.send(chardev, "one ");
  EXPECT_TRUE(platform_.run_until([this] { return folder_.read("log") == "one "; }));
  user_.send(chardev, "two");
  platform_.root().remove_child(chardev);
  EXPECT_EQ(folder_.read("log"), "one two");
}

TEST_F(ChardevFileTest, WritesNothingTwiceWhateverTurnOfTheLoopItGoesIn) {
  for (int turns = 0; turns < 4; ++turns) {
    Chardev& chardev = add({{"out", folder_.path("log")}});
    platform_.loop().poll();
    user_.send(chardev, "once");
    for (int turn = 0; turn < turns; ++turn) {
      platform_.loop().io().poll_one();
    }
    platform_.root().remove_child(chardev);
    EXPECT_EQ(folder_.read("log"), "once") << turns;
  }
}

TEST_F(ChardevFileTest, AppendsWhenAskedTo) {
  std::string path = folder_.write("log", std::string("old "));
  Chardev& appending = add({{"out", path}, {"append", true}});
  user_.send(appending, "new");
  platform_.root().remove_child(appending);
  EXPECT_EQ(folder_.read("log"), "old new");
  platform_.root().remove_child(add({{"out", path}}));
  EXPECT_EQ(folder_.read("log"), "");
}

TEST_F(ChardevFileTest, ReadsAsTheDeviceCanTakeIt) {
  std::string text(10'000, 'x');
  user_.room = 7;
  add({{"out", "/dev/null"}, {"in", folder_.write("in", text)}});
  EXPECT_TRUE(platform_.run_until([&] { return user_.received == text; }));
}

TEST_F(ChardevFileTest, WaitsForADeviceThatIsFull) {
  user_.room = 0;
  Chardev& chardev = add({{"out", "/dev/null"}, {"in", folder_.write("in", std::string("abc"))}});
  platform_.loop().poll();
  EXPECT_EQ(user_.received, "");
  user_.room = 3;
  chardev.accept_input();
  EXPECT_TRUE(platform_.run_until([this] { return user_.received == "abc"; }));
}

TEST_F(ChardevFileTest, SaysWhichPathCannotBeOpenedAndWhy) {
  auto error = [this](const qapi::Json& properties) {
    return error_of(platform_.try_add("chardev-file", "con", properties));
  };
  EXPECT_EQ(
      error({{"out", "/nowhere/log"}}),
      "cannot open '/nowhere/log': No such file or directory"
  );
  EXPECT_EQ(error({{"out", "/dev"}}), "cannot open '/dev': Is a directory");
  EXPECT_EQ(
      error({{"out", "/dev/null"}, {"in", folder_.path("no")}}),
      "cannot open '" + folder_.path("no") + "': No such file or directory"
  );
}

TEST_F(ChardevFileTest, DoesNotWaitForThePeerOfANamedPipe) {
  std::string pipe = folder_.path("pipe");
  ASSERT_EQ(mkfifo(pipe.c_str(), 0600), 0);
  EXPECT_THAT(
      error_of(platform_.try_add("chardev-file", "con", {{"out", pipe}})),
      testing::EndsWith("No such device or address")
  );
}

TEST_F(ChardevFileTest, AFullDiskDoesNotStopTheGuest) {
  Chardev& chardev = add({{"out", "/dev/full"}});
  user_.send(chardev, "x");
  EXPECT_TRUE(platform_.run_until([this] { return !platform_.guest_log.empty(); }));
  EXPECT_EQ(platform_.guest_log[0], "/con: cannot write '/dev/full': No space left on device");
  std::string much(Chardev::kBufferSize, 'x');
  EXPECT_EQ(user_.send(chardev, much), much.size());
  platform_.loop().poll();
  EXPECT_EQ(user_.send(chardev, much), much.size()) << "it is thrown away";
}

TEST_F(ChardevFileTest, AFullDiskIsReportedAsThePolicySays) {
  struct Case {
    const char* policy;
    bool is_told;
    bool must_stop;
  };
  for (const Case& wanted :
       {Case{"report", true, false},
        Case{"ignore", false, false},
        Case{"enospc", true, true},
        Case{"stop", true, true}}) {
    FakePlatform platform;
    LineUser user(platform);
    auto& chardev = platform.add<Chardev>(
        "chardev-file",
        "con",
        {{"out", "/dev/full"}, {"werror", wanted.policy}}
    );
    expect_ok(chardev.attach(user, "/uart0"));
    user.send(chardev, "x");
    platform.run_until([&] { return !platform.incidents.empty() || !wanted.is_told; });
    platform.loop().poll();
    ASSERT_EQ(platform.incidents.size(), wanted.is_told ? 1u : 0u) << wanted.policy;
    if (!wanted.is_told) continue;
    const auto& failed = std::get<OutputFailed>(platform.incidents[0]);
    EXPECT_EQ(failed.must_stop, wanted.must_stop) << wanted.policy;
    EXPECT_TRUE(failed.nospace);
    EXPECT_EQ(failed.backend, "/con");
  }
}

TEST_F(ChardevFileTest, NothingIsLostByAStopAndItIsTriedAgainWhenTheGuestRuns) {
  const std::string pipe = folder_.path("pipe");
  ASSERT_EQ(mkfifo(pipe.c_str(), 0600), 0);
  const int reader = open(pipe.c_str(), O_RDONLY | O_NONBLOCK);
  Chardev& chardev = add({{"out", pipe}, {"werror", "stop"}});
  close(reader);
  user_.send(chardev, "hello");
  EXPECT_TRUE(platform_.run_until([this] { return platform_.incidents.size() == 1; }));
  const int again = open(pipe.c_str(), O_RDONLY | O_NONBLOCK);
  platform_.loop().poll();
  char said[16] = {};
  EXPECT_LE(read(again, said, sizeof said), 0) << "the guest does not run";
  {
    std::lock_guard hold(platform_.machine_lock());
    platform_.clock().start();
  }
  EXPECT_TRUE(platform_.run_until([&] { return read(again, said, sizeof said) == 5; }));
  EXPECT_STREQ(said, "hello");
  close(again);
}

TEST(ChardevNull, TakesEverything) {
  FakePlatform platform;
  LineUser user(platform);
  auto& chardev = platform.add<Chardev>("chardev-null", "nowhere");
  expect_ok(chardev.attach(user, "/uart0"));
  std::string much(Chardev::kBufferSize, 'x');
  EXPECT_EQ(user.send(chardev, much), much.size());
  EXPECT_EQ(user.send(chardev, "x"), 0u);
  EXPECT_TRUE(platform.run_until([&] { return user.writable == 1; }));
  EXPECT_EQ(user.send(chardev, much), much.size());
  EXPECT_EQ(chardev.filename(), "null");
}

}  // namespace
}  // namespace vm
