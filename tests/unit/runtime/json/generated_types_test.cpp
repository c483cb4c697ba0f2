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
using Branches = Variant<int64_t, Box<std::string>>;
constexpr std::string_view kNames[] = {"point", "nested"};
constexpr EnumType kShapeType{kNames};

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
  ObjectWriter object(out);
  object.member("driver", "ram");
  encode_rest(object, Any(Json::parse(R"({"size": 4, "id": "a"})")));
  object.finish();
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
  kShapeType.decode(top.member("shape", json), &shape);
  return errors.empty() ? std::string(kNames[static_cast<size_t>(shape)]) : errors.front().desc;
}

TEST(Enum, IsReadByItsName) {
  EXPECT_EQ(complaint(R"("nested")"), "nested");
  EXPECT_EQ(find_name(kNames, "nested"), 1u);
  EXPECT_EQ(find_name(kNames, "Nested"), std::nullopt);
}

TEST(Enum, SaysWhatItDoesNotAcceptAndWhatIsNear) {
  EXPECT_EQ(
      complaint(R"("nestd")"),
      "Parameter 'shape' does not accept value 'nestd'; did you mean 'nested'?"
  );
  EXPECT_EQ(complaint("1"), "Invalid parameter type for 'shape', expected: string");
}

JsonType type_of(const char* text, Spelling spelling, bool takes_text) {
  const Json json = Json::parse(text);
  std::vector<Error> errors;
  return json_type(Reader(json, spelling, errors), takes_text);
}

TEST(JsonType, IsThatOfTheValue) {
  EXPECT_EQ(type_of("1.5", Spelling::Json, false), JsonType::Number);
  EXPECT_EQ(type_of("[]", Spelling::Json, false), JsonType::Array);
  EXPECT_EQ(type_of(R"("on")", Spelling::Json, false), JsonType::String);
}

TEST(JsonType, IsWhatTextSpellsWhereNoStringIsTaken) {
  EXPECT_EQ(type_of(R"("on")", Spelling::Text, false), JsonType::Boolean);
  EXPECT_EQ(type_of(R"("12")", Spelling::Text, false), JsonType::Number);
  EXPECT_EQ(type_of(R"("on")", Spelling::Text, true), JsonType::String);
}

}  // namespace
}  // namespace qapi
