// SPDX-License-Identifier: Apache-2.0
//
// chardev-file and chardev-null.

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

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
