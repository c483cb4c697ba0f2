// SPDX-License-Identifier: Apache-2.0

#include "vm/backends/escape.h"

#include <gtest/gtest.h>

namespace vm {
namespace {

using Command = EscapeFilter::Command;

TEST(EscapeFilter, PassesOnWhatIsNotForTheEmulator) {
  EscapeFilter filter;
  EXPECT_EQ(filter.filter("ls\n\x03x").input, "ls\n\x03x");
  EXPECT_EQ(filter.filter("\x01\x01").input, "\x01");
}

TEST(EscapeFilter, KnowsItsCommandsEvenWhenTheyComeInPieces) {
  EscapeFilter filter;
  EXPECT_EQ(filter.filter("ab\x01").input, "ab");
  EscapeFilter::Result result = filter.filter("xyz");
  EXPECT_EQ(result.command, Command::Quit);
  EXPECT_EQ(result.input, "");
  EXPECT_EQ(result.used, 1u);
  result = filter.filter("a\x01hb");
  EXPECT_EQ(result.command, Command::Help);
  EXPECT_EQ(result.input, "a");
  EXPECT_EQ(result.used, 3u) << "what follows may be for somebody else";
  EXPECT_EQ(filter.filter("\x01\x63").command, Command::Next);
}

TEST(EscapeFilter, DropsWhatIsNoCommand) {
  EscapeFilter filter;
  EscapeFilter::Result result = filter.filter("a\x01qb");
  EXPECT_EQ(result.command, Command::None);
  EXPECT_EQ(result.input, "ab");
}

}  // namespace
}  // namespace vm
