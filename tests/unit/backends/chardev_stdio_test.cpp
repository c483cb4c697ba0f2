// SPDX-License-Identifier: Apache-2.0
//
// Standard input and output are replaced by pipes, or by a terminal, for each test.

#include <csignal>

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <pty.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include "tests/unit/support/fake_platform.h"
#include "tests/unit/support/line_user.h"

namespace vm {
namespace {

/// Puts other descriptors in the place of 0 and 1 while it lives.
class Redirected {
 public:
  Redirected(int in, int out) : in_(dup(STDIN_FILENO)), out_(dup(STDOUT_FILENO)) {
    dup2(in, STDIN_FILENO);
    dup2(out, STDOUT_FILENO);
  }
  ~Redirected() {
    dup2(in_, STDIN_FILENO);
    dup2(out_, STDOUT_FILENO);
    close(in_);
    close(out_);
  }
  Redirected(const Redirected&) = delete;
  Redirected& operator=(const Redirected&) = delete;

 private:
  int in_, out_;
};

std::string read_some(int fd) {
  char bytes[4096];
  fcntl(fd, F_SETFL, O_NONBLOCK);
  ssize_t size = read(fd, bytes, sizeof(bytes));
  return size > 0 ? std::string(bytes, static_cast<size_t>(size)) : std::string();
}

TEST(ChardevStdio, MovesBytesThroughPipesAsTheyAre) {
  int in[2], out[2];
  ASSERT_EQ(pipe(in) + pipe(out), 0);
  std::string received, sent;
  {
    Redirected redirected(in[0], out[1]);
    FakePlatform platform;
    LineUser user(platform);
    auto& chardev = platform.add<Chardev>("chardev-stdio", "con");
    expect_ok(chardev.attach(user, "/uart0"));
    EXPECT_EQ(write(in[1], "a\x01x", 3), 3);
    EXPECT_TRUE(platform.run_until([&] { return user.received.size() == 3; }));
    received = user.received;
    close(in[1]);
    platform.loop().poll();  // the end of the input is the end of nothing else
    user.send(chardev, "late");
    platform.root().remove_child(chardev);
    sent = read_some(out[0]);
    EXPECT_EQ(platform.quits, 0);
    EXPECT_EQ(fcntl(STDIN_FILENO, F_GETFL) & O_NONBLOCK, 0) << "as it was found";
  }
  EXPECT_EQ(received, "a\x01x");
  EXPECT_EQ(sent, "late");
  for (int fd : {in[0], out[0], out[1]}) {
    close(fd);
  }
}

TEST(ChardevStdio, ReadsARegularFileToItsEnd) {
  char path[] = "/tmp/coldplug-test-XXXXXX";
  int file = mkstemp(path);
  unlink(path);
  ASSERT_EQ(write(file, "from a file", 11), 11);
  lseek(file, 0, SEEK_SET);
  int null = open("/dev/null", O_WRONLY);
  bool done = false;
  {
    Redirected redirected(file, null);
    FakePlatform platform;
    LineUser user(platform);
    auto& chardev = platform.add<Chardev>("chardev-stdio", "con");
    expect_ok(chardev.attach(user, "/uart0"));
    done = platform.run_until([&] { return user.received == "from a file"; });
  }
  EXPECT_TRUE(done);
  close(file);
  close(null);
}

class TerminalTest : public testing::Test {
 protected:
  TerminalTest() { EXPECT_EQ(openpty(&person_, &terminal_, nullptr, nullptr, nullptr), 0); }
  ~TerminalTest() override {
    close(person_);
    close(terminal_);
  }

  bool is_raw() const {
    termios settings{};
    tcgetattr(terminal_, &settings);
    return (settings.c_lflag & (ICANON | ECHO | ISIG)) == 0;
  }

  int person_ = -1;
  int terminal_ = -1;
};

TEST_F(TerminalTest, IsRawWhileItIsUsed) {
  EXPECT_FALSE(is_raw());
  bool was_raw = false;
  {
    Redirected redirected(terminal_, terminal_);
    FakePlatform platform;
    platform.add<Chardev>("chardev-stdio", "con");
    was_raw = is_raw();
  }
  EXPECT_TRUE(was_raw);
  EXPECT_FALSE(is_raw());
}

TEST_F(TerminalTest, CtrlAXLeavesEvenWhenTheGuestReadsNothing) {
  int quits = 0;
  std::string typed, help;
  {
    Redirected redirected(terminal_, terminal_);
    FakePlatform platform;
    LineUser user(platform);
    auto& chardev = platform.add<Chardev>("chardev-stdio", "con");
    user.room = 0;
    expect_ok(chardev.attach(user, "/uart0"));
    EXPECT_EQ(write(person_, "ls\x01h", 4), 4);
    platform.run_until([&] { return !(help = read_some(person_)).empty(); });
    EXPECT_EQ(write(person_, "\x01x", 2), 2);
    platform.run_until([&] { return platform.quits > 0; });
    quits = platform.quits;
    user.room = 100;
    chardev.accept_input();
    platform.run_until([&] { return user.received.size() == 2; });
    typed = user.received;
  }
  EXPECT_EQ(quits, 1);
  EXPECT_THAT(help, testing::HasSubstr("Ctrl-A x"));
  EXPECT_EQ(typed, "ls") << "what was typed before is kept for the guest";
}

TEST_F(TerminalTest, TellsItsSizeAndThatItChanges) {
  const auto set_size = [this](uint16_t columns, uint16_t rows) {
    const winsize size{.ws_row = rows, .ws_col = columns, .ws_xpixel = 0, .ws_ypixel = 0};
    ASSERT_EQ(ioctl(person_, TIOCSWINSZ, &size), 0);
  };
  set_size(100, 40);
  std::optional<TerminalSize> first, second;
  bool is_told = false;
  {
    Redirected redirected(terminal_, terminal_);
    FakePlatform platform;
    LineUser user(platform);
    auto& chardev = platform.add<Chardev>("chardev-stdio", "con");
    expect_ok(chardev.attach(user, "/console"));
    first = chardev.terminal_size();
    for (int i = 1; i <= 2; ++i) {
      set_size(120, 50);
      raise(SIGWINCH);  // as its session would be told
      is_told = platform.run_until([&] { return user.resized == i; });
    }
    second = chardev.terminal_size();
    platform.root().remove_child(chardev);
    raise(SIGWINCH);
    platform.loop().poll();
  }
  ASSERT_TRUE(first && second);
  EXPECT_EQ(first->columns, 100);
  EXPECT_EQ(first->rows, 40);
  EXPECT_TRUE(is_told);
  EXPECT_EQ(second->columns, 120);
  EXPECT_EQ(second->rows, 50);
}

TEST_F(TerminalTest, HasOneUser) {
  std::string error;
  {
    Redirected redirected(terminal_, terminal_);
    FakePlatform platform;
    platform.add<Chardev>("chardev-stdio", "con");
    error = error_of(platform.try_add("chardev-stdio", "con2", qapi::Json::object()));
  }
  EXPECT_EQ(error, "/con2: standard input and output are in use by another chardev-stdio");
}

}  // namespace
}  // namespace vm
