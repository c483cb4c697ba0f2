// SPDX-License-Identifier: Apache-2.0

#include "runtime/config/environment.h"

#include <cstdlib>

#include <gtest/gtest.h>

namespace {

std::string expanded(std::string_view text) {
  const qapi::Result<std::string> result = qapi::expand_environment(text);
  return result ? *result : "error: " + result.error().desc;
}

TEST(Environment, ReplacesVariables) {
  ::setenv("EXAMPLE_A", "one", 1);
  EXPECT_EQ(expanded(""), "");
  EXPECT_EQ(expanded("a $ b } {"), "a $ b } {");
  EXPECT_EQ(expanded("${env:EXAMPLE_A}-${env:EXAMPLE_A}"), "one-one");
}

TEST(Environment, HasDefaults) {
  ::setenv("EXAMPLE_EMPTY", "", 1);
  ::unsetenv("EXAMPLE_UNSET");
  EXPECT_EQ(expanded("${env:EXAMPLE_UNSET:-a:-b}"), "a:-b");
  EXPECT_EQ(expanded("${env:EXAMPLE_UNSET:-}"), "");
  EXPECT_EQ(expanded("${env:EXAMPLE_EMPTY:-full}"), "full");
  EXPECT_EQ(expanded("${env:EXAMPLE_EMPTY}"), "");
}

TEST(Environment, IsOnlyMeantWhereNothingStandsBefore) {
  for (const char* text :
       {"${env:A}", "$${env:A}", "$$${", "$ {", "a${b}c${", "$$", "${", "$$${${"}) {
    EXPECT_EQ(expanded(qapi::escape_environment(text)), text);
  }
}

TEST(Environment, SaysWhatIsWrong) {
  ::unsetenv("EXAMPLE_UNSET");
  ::setenv("EXAMPLE_BYTES", "\xff", 1);
  EXPECT_EQ(
      expanded("${env:EXAMPLE_UNSET}"),
      "error: the environment has no variable 'EXAMPLE_UNSET'; ${env:EXAMPLE_UNSET:-TEXT} has a "
      "default"
  );
  EXPECT_EQ(
      expanded("${home}"),
      "error: '${home}' does not have the form ${env:NAME}; a literal ${ is written $${"
  );
  EXPECT_EQ(
      expanded("${env:}"),
      "error: '${env:}' does not have the form ${env:NAME}; a literal ${ is written $${"
  );
  EXPECT_EQ(expanded("x ${env:A"), "error: no '}' behind '${env:A'");
  EXPECT_EQ(expanded("${env:EXAMPLE_BYTES}"), "error: the variable 'EXAMPLE_BYTES' holds no UTF-8");
}

}  // namespace
