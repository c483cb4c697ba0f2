// SPDX-License-Identifier: Apache-2.0

#include "runtime/json/constraint.h"

#include <gtest/gtest.h>

#include "runtime/json/json.h"

namespace qapi {
namespace {

/// A value with its bounds.
template <typename Target, typename Low, typename High>
Ranged<Target> in_range(Target&& target, Low low, High high, std::string_view unit = {}) {
  using Number = typename Ranged<Target>::Number;
  return {
      std::forward<Target>(target),
      {static_cast<Number>(low), static_cast<Number>(high), unit}};
}

/// Decodes the member `x` of an object; gives what is wrong with it, or nothing.
template <typename Target>
std::string decode_x(const char* text, Target&& target, Spelling spelling = Spelling::Json) {
  const Json json = Json::parse(text);
  std::vector<Error> errors;
  const Reader top(json, spelling, errors);
  const bool ok = decode(top.member("x", json), target);
  EXPECT_EQ(ok, errors.empty());
  return errors.empty() ? "" : errors.front().desc;
}

TEST(InRange, TakesBothEnds) {
  uint8_t value = 0;
  EXPECT_EQ(decode_x("3", in_range(value, 3, 5)), "");
  EXPECT_EQ(decode_x("5", in_range(value, 3, 5)), "");
  EXPECT_EQ(value, 5);
}

TEST(InRange, NamesValueBoundsAndUnit) {
  int32_t value = 0;
  EXPECT_EQ(
      decode_x("-11", in_range(value, -10, 10, "K")),
      "Parameter 'x' is -11; it must be -10 to 10 K"
  );
  uint64_t large = 0;
  EXPECT_EQ(
      decode_x("18446744073709551615", in_range(large, 1, 9)),
      "Parameter 'x' is 18446744073709551615; it must be 1 to 9"
  );
  double number = 0;
  EXPECT_EQ(decode_x("1.5", in_range(number, 0, 1)), "Parameter 'x' is 1.5; it must be 0 to 1");
}

TEST(InRange, BoundsTheLengthOfStringsAndArrays) {
  std::string text;
  EXPECT_EQ(
      decode_x(R"("abc")", in_range(text, 4, 8)),
      "Parameter 'x' has length 3; it must be 4 to 8"
  );
  std::vector<int64_t> list;
  EXPECT_EQ(decode_x("[]", in_range(list, 1, 3)), "Parameter 'x' has length 0; it must be 1 to 3");
  EXPECT_EQ(decode_x("[7]", in_range(list, 1, 3)), "");
}

TEST(InRange, LooksIntoAnOptional) {
  std::optional<uint16_t> value;
  EXPECT_EQ(decode_x("9", in_range(value, 1, 8)), "Parameter 'x' is 9; it must be 1 to 8");
  EXPECT_EQ(decode_x("8", in_range(value, 1, 8)), "");
  EXPECT_EQ(value, 8);
}

TEST(InRange, LeavesAWrongTypeToTheType) {
  uint16_t value = 0;
  EXPECT_EQ(
      decode_x(R"("a")", in_range(value, 1, 8)),
      "Invalid parameter type for 'x', expected: integer"
  );
}

TEST(AsSize, TakesSuffixesAndBases) {
  uint64_t value = 0;
  EXPECT_EQ(decode_x(R"("4K")", as_size(value)), "");
  EXPECT_EQ(value, 4096u);
  EXPECT_EQ(decode_x(R"("0x20")", as_size(value), Spelling::Text), "");
  EXPECT_EQ(value, 32u);
  std::optional<uint64_t> optional;
  EXPECT_EQ(decode_x("7", as_size(optional)), "");
  EXPECT_EQ(optional, 7u);
  std::vector<uint64_t> list;
  EXPECT_EQ(decode_x(R"(["1M", 2])", as_size(list)), "");
  EXPECT_EQ(list, (std::vector<uint64_t>{1 << 20, 2}));
}

TEST(AsSize, CanBeBounded) {
  std::optional<uint64_t> value;
  EXPECT_EQ(
      decode_x(R"("8K")", in_range(as_size(value), 1, 4096, "bytes")),
      "Parameter 'x' is 8192; it must be 1 to 4096 bytes"
  );
  EXPECT_EQ(decode_x(R"("4K")", in_range(as_size(value), 1, 4096, "bytes")), "");
  EXPECT_EQ(value, 4096u);
}

TEST(FixedArray, MustHaveItsLength) {
  std::array<uint8_t, 2> value{};
  EXPECT_EQ(decode_x("[1, 2]", value), "");
  EXPECT_EQ(value, (std::array<uint8_t, 2>{1, 2}));
  EXPECT_EQ(decode_x("[1, 2, 3]", value), "Parameter 'x' has length 3; it must be 2");
}

}  // namespace
}  // namespace qapi
