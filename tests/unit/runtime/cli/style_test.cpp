// SPDX-License-Identifier: Apache-2.0

#include "runtime/cli/style.h"

#include <cstdlib>
#include <string>
#include <vector>

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "runtime/base/fd.h"
#include "runtime/cli/output.h"

namespace {

using qapi::chosen_color_mode;
using qapi::ColorMode;
using qapi::Style;

/// A terminal of some width; what is written to it is lost.
class Terminal {
 public:
  explicit Terminal(unsigned short columns) : master_(::posix_openpt(O_RDWR | O_NOCTTY)) {
    ::grantpt(master_.get());
    ::unlockpt(master_.get());
    slave_ = qapi::Fd(::open(::ptsname(master_.get()), O_RDWR | O_NOCTTY));
    const winsize size{.ws_row = 24, .ws_col = columns, .ws_xpixel = 0, .ws_ypixel = 0};
    ::ioctl(slave_.get(), TIOCSWINSZ, &size);
  }

  int descriptor() const { return slave_.get(); }

 private:
  qapi::Fd master_;
  qapi::Fd slave_;
};

class StyleTest : public testing::Test {
 protected:
  StyleTest() {
    ::unsetenv("NO_COLOR");
    ::setenv("TERM", "xterm", 1);
  }

  bool is_colored(ColorMode mode = ColorMode::Auto) const {
    return Style::of(terminal_.descriptor(), mode).name("x") != "x";
  }

  Terminal terminal_{90};
};

TEST_F(StyleTest, ColoursATerminalOnly) {
  EXPECT_TRUE(is_colored());
  const qapi::Fd file(::open("/dev/null", O_WRONLY));
  EXPECT_EQ(Style::of(file.get(), ColorMode::Auto).error("x"), "x");
  EXPECT_EQ(Style().heading("x"), "x");
}

TEST_F(StyleTest, HonoursTheEnvironment) {
  ::setenv("NO_COLOR", "", 1);
  EXPECT_TRUE(is_colored());
  ::setenv("NO_COLOR", "1", 1);
  EXPECT_FALSE(is_colored());
  EXPECT_TRUE(is_colored(ColorMode::Always));
  ::unsetenv("NO_COLOR");
  ::setenv("TERM", "dumb", 1);
  EXPECT_FALSE(is_colored());
  ::unsetenv("TERM");
  EXPECT_FALSE(is_colored());
}

TEST_F(StyleTest, DoesWhatItIsTold) {
  EXPECT_FALSE(is_colored(ColorMode::Never));
  const qapi::Fd file(::open("/dev/null", O_WRONLY));
  EXPECT_EQ(Style::of(file.get(), ColorMode::Always).heading("x"), "\x1b[1mx\x1b[0m");
  EXPECT_EQ(Style::of(file.get(), ColorMode::Always).heading(""), "");
}

TEST_F(StyleTest, IsAsWideAsTheTerminalWithinReason) {
  const auto width = [](unsigned short columns) {
    return Style::of(Terminal(columns).descriptor(), ColorMode::Auto).width();
  };
  EXPECT_EQ(width(90), 90u);
  EXPECT_EQ(width(20), 60u);
  EXPECT_EQ(width(300), 100u);
}

TEST_F(StyleTest, ReadsTheChoiceFromABrokenCommandLine) {
  const auto chosen = [](const std::vector<std::string>& words) {
    return chosen_color_mode(words);
  };
  EXPECT_EQ(chosen({}), ColorMode::Auto);
  EXPECT_EQ(chosen({"--bogus", "--color", "never"}), ColorMode::Never);
  EXPECT_EQ(chosen({"--color=never", "--color=always"}), ColorMode::Always);
  EXPECT_EQ(chosen({"--color=never", "--color", "bright"}), ColorMode::Never);
  EXPECT_EQ(chosen({"--color"}), ColorMode::Auto);
}

TEST_F(StyleTest, PaintsTheHeadOfATable) {
  const Style style = Style::of(terminal_.descriptor(), ColorMode::Auto);
  EXPECT_EQ(
      qapi::render(R"([{"id":"a","on":true}])", qapi::OutputFormat::Table, style),
      "\x1b[1mid\x1b[0m  \x1b[1mon\x1b[0m\na   true"
  );
  EXPECT_EQ(
      qapi::render(R"({"id":"a"})", qapi::OutputFormat::Table, style),
      "\x1b[36mid\x1b[0m  a"
  );
}

}  // namespace
