// SPDX-License-Identifier: Apache-2.0

#include <fcntl.h>
#include <gtest/gtest.h>
#include <termios.h>
#include <unistd.h>

#include "runtime/base/fd.h"
#include "tests/unit/support/fake_platform.h"
#include "tests/unit/support/line_user.h"

namespace vm {
namespace {

class ChardevPtyTest : public testing::Test {
 protected:
  ChardevPtyTest() { expect_ok(line_.attach(user_, "/uart0")); }

  qapi::Fd open_other_end() {
    const std::string name = line_.filename().substr(std::string("pty:").size());
    qapi::Fd fd(open(name.c_str(), O_RDWR | O_NOCTTY | O_NONBLOCK));
    EXPECT_GE(fd.get(), 0) << name;
    return fd;
  }

  static std::string read_some(const qapi::Fd& fd) {
    char bytes[256];
    const ssize_t size = read(fd.get(), bytes, sizeof(bytes));
    return size > 0 ? std::string(bytes, static_cast<size_t>(size)) : std::string();
  }

  void expect_talk(const qapi::Fd& terminal, const std::string& text) {
    user_.received.clear();
    EXPECT_EQ(write(terminal.get(), text.data(), text.size()), std::ssize(text));
    EXPECT_TRUE(platform_.run_until([&] { return user_.received == text; })) << user_.received;
    user_.send(line_, text);
    std::string heard;
    EXPECT_TRUE(platform_.run_until([&] { return (heard += read_some(terminal)) == text; }))
        << heard;
  }

  FakePlatform platform_;
  LineUser user_{platform_};
  Chardev& line_ = platform_.add<Chardev>("chardev-pty", "con");
};

TEST_F(ChardevPtyTest, TalksToWhoeverOpensItAndThenToTheNext) {
  for (const char* text : {"first", "\x03 second\n", "third\r"}) {
    expect_talk(open_other_end(), text);
  }
}

TEST_F(ChardevPtyTest, SendsNothingOldToWhoComesLater) {
  user_.send(line_, "nobody hears this");
  EXPECT_TRUE(platform_.run_until([&] {
    return user_.send(line_, std::string(Chardev::kBufferSize, 'x')) == Chardev::kBufferSize;
  }));
  platform_.loop().poll();
  expect_talk(open_other_end(), "now");
}

TEST_F(ChardevPtyTest, HasOneMoreWhoOpensItWhileItIsOpen) {
  qapi::Fd first = open_other_end();
  expect_talk(first, "first");
  qapi::Fd second = open_other_end();
  first = {};
  platform_.loop().poll();
  expect_talk(second, "second");
}

TEST_F(ChardevPtyTest, IsRaw) {
  const qapi::Fd terminal = open_other_end();
  termios settings{};
  ASSERT_EQ(tcgetattr(terminal.get(), &settings), 0);
  EXPECT_EQ(settings.c_lflag & (ICANON | ECHO | ISIG), 0u);
  EXPECT_EQ(settings.c_oflag & OPOST, 0u);
}

TEST_F(ChardevPtyTest, HangsUpWhenItGoes) {
  const qapi::Fd terminal = open_other_end();
  expect_talk(terminal, "here");
  platform_.root().remove_child(line_);
  char byte = 0;
  EXPECT_EQ(read(terminal.get(), &byte, 1), 0);
}

}  // namespace
}  // namespace vm
