// SPDX-License-Identifier: Apache-2.0
//
// What generated types are made of: Any, Box, branches of unions, names of enums, JSON types of
// alternates.

#include <gtest/gtest.h>

#include "runtime/json/any.h"
#include "runtime/json/box.h"
#include "runtime/json/branch.h"
#include "runtime/json/enum.h"
#include "runtime/json/json.h"
#include "runtime/json/json_type.h"

namespace qapi {
namespace {

enum class Shape {
  Point,
  Nested
};
using Branches = std::variant<int64_t, Box<std::string>>;
constexpr std::string_view kNames[] = {"point", "nested"};

TEST(Any, KeepsItsDocumentWhenCopied) {
  Any first(Json::parse(R"({"a": [1, null]})"), Spelling::Text);
  const Any second = first;
  first.json()["a"] = 2;
  EXPECT_EQ(encoded(second), R"({"a":[1,null]})");
  EXPECT_EQ(second.spelling(), Spelling::Text);
  EXPECT_FALSE(first == second);
}

TEST(Any, IsNullUnlessToldOtherwise) {
  EXPECT_EQ(encoded(Any()), "null");
  EXPECT_EQ(encoded(Any::object()), "{}");
}

TEST(Any, AddsItsMembersToAnObject) {
  std::string text;
  Writer out(text);
  {
    ObjectWriter object(out);
    object.member("driver", "ram");
    encode_rest(object, Any(Json::parse(R"({"size": 4, "id": "a"})")));
  }
  EXPECT_EQ(text, R"({"driver":"ram","size":4,"id":"a"})");
}

TEST(Box, CopiesWhatItHolds) {
  Box<std::string> first(std::string("a"));
  Box<std::string> second = first;
  *second = "b";
  EXPECT_EQ(*first, "a");
  EXPECT_FALSE(first == second);
  second = first;
  EXPECT_TRUE(first == second);
}

TEST(Box, CanBeEmpty) {
  Box<std::string> empty;
  Box<std::string> copy(std::string("full"));
  copy = empty;
  EXPECT_FALSE(copy);
  EXPECT_TRUE(copy == empty);
  EXPECT_FALSE(empty == Box<std::string>(std::string()));
}

TEST(Branch, IsFoundByItsCase) {
  Branches branches;
  emplace<Shape::Nested>(branches) = "deep";
  EXPECT_EQ(branches.index(), 1u);
  EXPECT_EQ(get<Shape::Nested>(branches), "deep");
  EXPECT_EQ(get_if<Shape::Point>(branches), nullptr);
  const Branches& constant = branches;
  ASSERT_NE(get_if<Shape::Nested>(constant), nullptr);
  EXPECT_EQ(*get_if<Shape::Nested>(constant), "deep");
}

std::string complaint(const char* text) {
  const Json json = Json::parse(text);
  std::vector<Error> errors;
  const Reader top(json, Spelling::Json, errors);
  Shape shape{};
  decode_enum(top.member("shape", json), kNames, shape);
  return errors.empty() ? std::string(kNames[static_cast<size_t>(shape)]) : errors.front().desc;
}

TEST(Enum, IsReadByItsName) {
  EXPECT_EQ(complaint(R"("nested")"), "nested");
  EXPECT_EQ(parse_enum<Shape>("nested", kNames), Shape::Nested);
  EXPECT_EQ(parse_enum<Shape>("Nested", kNames), std::nullopt);
}

TEST(Enum, SaysWhatItDoesNotAcceptAndWhatIsNear) {
  EXPECT_EQ(
      complaint(R"("nestd")"),
      "Parameter 'shape' does not accept value 'nestd'; did you mean 'nested'?"
  );
  EXPECT_EQ(complaint("1"), "Invalid parameter type for 'shape', expected: string");
}

JsonType type_of(const char* text, Spelling spelling, std::initializer_list<JsonType> taken) {
  const Json json = Json::parse(text);
  std::vector<Error> errors;
  return json_type(Reader(json, spelling, errors), taken);
}

TEST(JsonType, IsThatOfTheValue) {
  EXPECT_EQ(type_of("1.5", Spelling::Json, {}), JsonType::Number);
  EXPECT_EQ(type_of("[]", Spelling::Json, {}), JsonType::Array);
  EXPECT_EQ(type_of(R"("on")", Spelling::Json, {JsonType::Boolean}), JsonType::String);
}

TEST(JsonType, IsWhatTextSpellsWhereNoStringIsTaken) {
  const auto taken = {JsonType::Boolean, JsonType::Number};
  EXPECT_EQ(type_of(R"("on")", Spelling::Text, taken), JsonType::Boolean);
  EXPECT_EQ(type_of(R"("12")", Spelling::Text, taken), JsonType::Number);
  EXPECT_EQ(type_of(R"("on")", Spelling::Text, {JsonType::String}), JsonType::String);
}

}  // namespace
}  // namespace qapi
