// SPDX-License-Identifier: Apache-2.0

#include "vm/machine/expression.h"

#include <string>

#include <gtest/gtest.h>

namespace vm::machine {
namespace {

const Names kNames = {
    {"n", Value(int64_t{4})},
    {"app-fw", Value(std::string("fw.elf"))},
    {"big", Value(std::numeric_limits<int64_t>::max())},
    {"smp", Value(true)},
};

std::string result(std::string_view expression) {
  const Result<Value> value = evaluate(expression, kNames);
  return value ? describe(*value) : value.error().desc;
}

std::string text(std::string_view interpolated) {
  const Result<Value> value = interpolate(interpolated, kNames);
  return value ? describe(*value) : value.error().desc;
}

struct Case {
  const char* expression;
  const char* result;
};

class Evaluates : public testing::TestWithParam<Case> {};

TEST_P(Evaluates, ToTheExpectedValue) {
  EXPECT_EQ(result(GetParam().expression), GetParam().result);
}

INSTANTIATE_TEST_SUITE_P(
    Expressions,
    Evaluates,
    testing::Values(
        Case{"1 + 2 * 3", "the number 7"},
        Case{"(1 + 2) * 3", "the number 9"},
        Case{"10 - 3 - 2", "the number 5"},
        Case{"7 / 2 * 2 + 7 % 2", "the number 7"},
        Case{"-n + ~0", "the number -5"},
        Case{"1 << 4 | 1", "the number 17"},
        Case{"6 & 3 ^ 1", "the number 3"},
        Case{"0x10 + 4K + 1G", "the number 1073745936"},
        Case{"n-1", "the number 3"},
        Case{"n -1", "the number 3"},
        Case{"n == 4 && smp", "true"},
        Case{"n < 4 || !smp", "false"},
        Case{"1 < 2 == true", "true"},
        Case{"n >= 4 ? 'many' : 'few'", "the string 'many'"},
        Case{"false ? 1 : true ? 2 : 3", "the number 2"},
        Case{"'uart' + n + \"!\"", "the string 'uart4!'"},
        Case{"app-fw == 'fw.elf'", "true"},
        Case{"min(3, n, 9) + max(1, 2)", "the number 5"},
        Case{"align(4097, 4K)", "the number 8192"},
        Case{"align(8192, 4096)", "the number 8192"},
        Case{"len(app-fw)", "the number 6"},
        Case{"hex(255)", "the string '0xff'"},
        Case{"n == 0 ? 8 / 0 : 1", "the number 1"},
        Case{"n == 4 || 1 / 0 == 1", "true"},
        Case{"n == 0 && big + 1 == 0", "false"}
    )
);

class Refuses : public testing::TestWithParam<Case> {};

TEST_P(Refuses, WithAMessage) {
  EXPECT_EQ(result(GetParam().expression), GetParam().result);
}

INSTANTIATE_TEST_SUITE_P(
    Expressions,
    Refuses,
    testing::Values(
        Case{"big + 1", "${big + 1}: 9223372036854775807 + 1 does not fit 64 bits"},
        Case{"-big - 2", "${-big - 2}: -9223372036854775807 - 2 does not fit 64 bits"},
        Case{"big * 2", "${big * 2}: 9223372036854775807 * 2 does not fit 64 bits"},
        Case{"1 << 63", "${1 << 63}: 1 << 63 does not fit 64 bits"},
        Case{"1 << 64", "${1 << 64}: 1 << 64: the distance must be 0 to 63"},
        Case{"n / (n - 4)", "${n / (n - 4)}: 4 / 0: division by zero"},
        Case{
            "(-big - 1) / -1",
            "${(-big - 1) / -1}: -9223372036854775808 / -1 does not fit 64 bits"},
        Case{
            "99999999999999999999",
            "${99999999999999999999}: '99999999999999999999' is no number of 64 bits"},
        Case{"12x", "${12x}: '12x' is no number of 64 bits"},
        Case{"ap-fw", "${ap-fw}: no parameter or function 'ap-fw'; did you mean 'app-fw'?"},
        Case{"smp + 1", "${smp + 1}: '+' takes numbers, not true"},
        Case{"n == 'x'", "${n == 'x'}: '==' compares the number 4 with the string 'x'"},
        Case{"n ? 1 : 2", "${n ? 1 : 2}: '?:' takes true or false, not the number 4"},
        Case{"!n", "${!n}: '!' takes true or false, not the number 4"},
        Case{"len(n)", "${len(n)}: len() takes a string, not the number 4"},
        Case{"align(1)", "${align(1)}: align() takes 2 arguments, not 1"},
        Case{
            "align(1, 0)",
            "${align(1, 0)}: align(1, 0): the value must not be negative, and the unit positive"},
        Case{"(1 + 2", "${(1 + 2}: ')' expected at the end"},
        Case{"1 2", "${1 2}: unexpected '2'"},
        Case{"", "${}: the expression ends where a value is expected"},
        Case{"'x", "${'x}: no end of the string 'x"}
    )
);

TEST(Expression, RefusesDeepNesting) {
  const std::string deep = std::string(65, '(') + "1" + std::string(65, ')');
  EXPECT_TRUE(result(deep).ends_with("nested deeper than 64")) << result(deep);
  const std::string signs = std::string(65, '-') + "1";
  EXPECT_TRUE(result(signs).ends_with("nested deeper than 64")) << result(signs);
}

TEST(Expression, RefusesLongExpressions) {
  EXPECT_EQ(result(std::string(4097, ' ')), "an expression of 4097 characters; at most 4096");
}

TEST(Interpolation, KeepsTheTypeOfASingleExpression) {
  EXPECT_EQ(text("${n * 2}"), "the number 8");
  EXPECT_EQ(text("${smp}"), "true");
}

TEST(Interpolation, MakesAStringOfMixedText) {
  EXPECT_EQ(text("uart${n - 1}.${smp}"), "the string 'uart3.true'");
  EXPECT_EQ(text("${n}${n}"), "the string '44'");
  EXPECT_EQ(text("plain"), "the string 'plain'");
}

TEST(Interpolation, TakesADoubledDollarLiterally) {
  EXPECT_EQ(text("$${n} costs $5"), "the string '${n} costs $5'");
}

TEST(Interpolation, FindsTheEndOfAnExpressionWithABraceInAString) {
  EXPECT_EQ(text("${'}' + n}"), "the string '}4'");
  EXPECT_EQ(text("a ${n"), "no '}' after '${n'");
}

TEST(Interpolation, BoundsTheLengthOfStrings) {
  const Names names = {{"s", Value(std::string(40000, 'x'))}};
  const Result<Value> value = interpolate("${s + s}", names);
  ASSERT_FALSE(value);
  EXPECT_EQ(value.error().desc, "${s + s}: a string of 80000 characters; at most 65536");
}

}  // namespace
}  // namespace vm::machine
