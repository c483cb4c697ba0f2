// SPDX-License-Identifier: Apache-2.0

#include "runtime/json/utf8.h"

#include <gtest/gtest.h>

namespace {

using namespace std::string_view_literals;
using qapi::count_code_points;
using qapi::kReplacementCharacter;
using qapi::printable;

std::u32string code_points(std::string_view text) {
  std::u32string found;
  while (!text.empty()) {
    found += qapi::take_code_point(text);
  }
  return found;
}

TEST(Utf8, TakesCharactersOneByOne) {
  EXPECT_EQ(code_points("a\u00e9\u20ac\U0001f600"), U"a\u00e9\u20ac\U0001f600");
  EXPECT_EQ(count_code_points("a\u00e9\u20ac\U0001f600"), 4u);
}

TEST(Utf8, TakesWhatIsNoCharacterByteByByte) {
  const std::u32string one(1, kReplacementCharacter);
  EXPECT_EQ(code_points("\xff"), one);
  EXPECT_EQ(code_points("\xc3"), one);                // cut off
  EXPECT_EQ(code_points("\xc0\x80"), one + one);      // longer than need be
  EXPECT_EQ(code_points("\xed\xa0\x80").size(), 3u);  // a surrogate
  EXPECT_EQ(code_points("\xc3x"), one + U'x');
}

TEST(Utf8, ShowsWhatATerminalWouldObey) {
  EXPECT_EQ(printable("caf\u00e9 \u20ac"), "caf\u00e9 \u20ac");
  EXPECT_EQ(printable("a\x1b[31m\n\0b\x7f"sv), "a\\x1b[31m\\x0a\\x00b\\x7f");
  EXPECT_EQ(printable("\xff\xc3("), "\\xff\\xc3(");
  EXPECT_EQ(printable("\u0085"), "\\xc2\\x85");
  EXPECT_EQ(printable("\ufffd"), "\ufffd");
}

}  // namespace
