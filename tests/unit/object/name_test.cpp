// SPDX-License-Identifier: Apache-2.0

#include "vm/object/name.h"

#include <gtest/gtest.h>

namespace vm {
namespace {

TEST(ObjectName, IsALetterThenLettersDigitsAndAFewMarks) {
  for (const char* name : {"uart0", "fw-rom.bank_0", "A", "hart[0]", "hart[12]"}) {
    EXPECT_TRUE(is_object_name(name)) << name;
  }
}

TEST(ObjectName, HasNoMarkThatMeansSomethingInAPath) {
  for (const char* name : {"", "0uart", "-a", "a/b", "a:b", "a,b", "a b", "\xc3\xa4", "a\n"}) {
    EXPECT_FALSE(is_object_name(name)) << name;
  }
}

TEST(ObjectName, HasAtMostOneIndexAtItsEnd) {
  for (const char* name :
       {"[0]", "a[]", "a[", "a]", "a[0", "a[x]", "a[01]", "a[-1]", "a[0]b", "a[0][1]"}) {
    EXPECT_FALSE(is_object_name(name)) << name;
  }
}

TEST(ObjectName, IsNotOfAnyLength) {
  EXPECT_TRUE(is_object_name(std::string(255, 'a')));
  EXPECT_FALSE(is_object_name(std::string(256, 'a')));
}

}  // namespace
}  // namespace vm
