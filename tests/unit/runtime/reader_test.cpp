// SPDX-License-Identifier: Apache-2.0

#include <gtest/gtest.h>

#include "runtime/json/any.h"
#include "runtime/json/decode.h"
#include "runtime/json/json.h"

namespace {

using qapi::Json;
using qapi::Reader;
using qapi::Spelling;

struct Leaf {
  int8_t small = 0;
  std::vector<std::string> names = {};
};

bool decode(const Reader& in, Leaf& value) {
  qapi::ObjectReader object(in);
  object.required("small", value.small);
  object.defaulted("names", value.names);
  return object.finish();
}

struct Tree {
  std::vector<Leaf> leaves = {};
  std::optional<bool> flag = {};
};

bool decode(const Reader& in, Tree& value) {
  qapi::ObjectReader object(in);
  object.required("leaves", value.leaves);
  object.optional("flag", value.flag);
  return object.finish();
}

template <typename T>
std::string error_of(std::string_view text, Spelling spelling = Spelling::Json) {
  const qapi::Result<T> value = qapi::decode_all<T>(*qapi::parse_json(text), spelling);
  return value ? "accepted" : value.error().desc;
}

template <typename T>
T value_of(std::string_view text, Spelling spelling = Spelling::Json) {
  qapi::Result<T> value = qapi::decode_all<T>(*qapi::parse_json(text), spelling);
  EXPECT_TRUE(value) << text;
  return value ? *std::move(value) : T{};
}

uint64_t size_of(std::string_view text) {
  const Json json(text);
  std::vector<qapi::Error> errors;
  uint64_t size = 0;
  return decode_size(Reader(json, Spelling::Json, errors), size) ? size : 4711;
}

TEST(Reader, DecodesNestedValues) {
  const Tree tree = value_of<Tree>(
      R"({"leaves": [{"small": -128, "names": ["a", "b"]}, {"small": 127}], "flag": true})"
  );
  ASSERT_EQ(tree.leaves.size(), 2u);
  EXPECT_EQ(tree.leaves[0].small, -128);
  EXPECT_EQ(tree.leaves[0].names, (std::vector<std::string>{"a", "b"}));
  EXPECT_EQ(tree.leaves[1].small, 127);
  EXPECT_EQ(tree.flag, true);
}

TEST(Reader, NamesTheMemberAtFault) {
  EXPECT_EQ(error_of<Tree>("{}"), "Parameter 'leaves' is missing");
  EXPECT_EQ(error_of<Tree>("[]"), "Invalid parameter type for 'arguments', expected: object");
  EXPECT_EQ(
      error_of<Tree>(R"({"leaves": [{"small": 1}, {}]})"),
      "Parameter 'leaves[1].small' is missing"
  );
  EXPECT_EQ(
      error_of<Tree>(R"({"leaves": [{"small": 128}]})"),
      "Parameter 'leaves[0].small' is 128; it must be -128 to 127"
  );
  EXPECT_EQ(
      error_of<Tree>(R"({"leaves": [{"small": -129}]})"),
      "Parameter 'leaves[0].small' is -129; it must be -128 to 127"
  );
  EXPECT_EQ(
      error_of<Tree>(R"({"leaves": [{"small": 1.0}]})"),
      "Invalid parameter type for 'leaves[0].small', expected: integer"
  );
  EXPECT_EQ(
      error_of<Tree>(R"({"leaves": {}})"),
      "Invalid parameter type for 'leaves', expected: array"
  );
  EXPECT_EQ(
      error_of<Tree>(R"({"leaves": [], "flga": true})"),
      "Parameter 'flga' is unexpected; did you mean 'flag'?"
  );
  EXPECT_EQ(
      error_of<Tree>(R"({"leaves": [], "flag": "on"})"),
      "Invalid parameter type for 'flag', expected: boolean"
  );
}

TEST(Reader, TellsAllFaultsAtOnce) {
  const auto tree = qapi::decode_all<Tree>(
      *qapi::parse_json(
          R"({"leaves": [{"small": "x"}, {"names": [1, "b", 2]}], "flag": 0, "more": 0})"
      ),
      Spelling::Json
  );
  ASSERT_FALSE(tree);
  std::vector<std::string> pointers{tree.error().pointer};
  for (const qapi::Error& error : tree.error().more) {
    pointers.push_back(error.pointer);
  }
  EXPECT_EQ(
      pointers,
      (std::vector<std::string>{
          "/leaves/0/small",
          "/leaves/1/small",
          "/leaves/1/names/0",
          "/leaves/1/names/2",
          "/flag",
          "/more"})
  );
  EXPECT_EQ(tree.error().more[1].path, "leaves[1].names[0]");
}

TEST(Reader, DoesNotListFaultsWithoutEnd) {
  std::string text = "{\"leaves\": [0";
  for (int i = 0; i < 100'000; ++i) {
    text += ",0";
  }
  const auto tree = qapi::decode_all<Tree>(*qapi::parse_json(text + "]}"), Spelling::Json);
  ASSERT_FALSE(tree);
  EXPECT_LT(tree.error().more.size(), 1000u);
}

TEST(Reader, TakesTextWherePeopleWrite) {
  EXPECT_TRUE(value_of<bool>("\"on\"", Spelling::Text));
  EXPECT_FALSE(value_of<bool>("\"false\"", Spelling::Text));
  EXPECT_EQ(value_of<int16_t>("\"-0x10\"", Spelling::Text), -16);
  EXPECT_EQ(value_of<uint64_t>("\"18446744073709551615\"", Spelling::Text), UINT64_MAX);
  EXPECT_EQ(value_of<double>("\"1.5\"", Spelling::Text), 1.5);
  EXPECT_EQ(value_of<std::string>("5", Spelling::Text), "5");
  EXPECT_EQ(value_of<std::string>("true", Spelling::Text), "true");
  EXPECT_EQ(
      error_of<bool>("\"1\"", Spelling::Text),
      "Invalid parameter type for 'arguments', expected: boolean (on or off)"
  );
  for (const std::string text :
       {"\"\"", "\"1x\"", "\"0x\"", "\" 1\"", "\"--1\"", "\"18446744073709551616\""}) {
    EXPECT_EQ(
        error_of<uint64_t>(text, Spelling::Text),
        "Invalid parameter type for 'arguments', expected: integer"
    ) << text;
  }
  EXPECT_EQ(
      error_of<double>("\"inf\"", Spelling::Text),
      "Invalid parameter type for 'arguments', expected: number"
  );
  EXPECT_EQ(error_of<std::string>("5"), "Invalid parameter type for 'arguments', expected: string");
}

TEST(Reader, TakesOneTextForAListOfOne) {
  EXPECT_EQ(
      value_of<std::vector<std::string>>("\"x\"", Spelling::Text),
      std::vector<std::string>{"x"}
  );
  EXPECT_EQ(value_of<std::vector<int32_t>>("\"7\"", Spelling::Text), std::vector<int32_t>{7});
  EXPECT_EQ(
      error_of<std::vector<std::string>>("\"x\""),
      "Invalid parameter type for 'arguments', expected: array"
  );
}

TEST(Reader, TakesSizesWithUnits) {
  EXPECT_EQ(size_of("4096"), 4096u);
  EXPECT_EQ(size_of("0x1000"), 4096u);
  EXPECT_EQ(size_of("4K"), 4096u);
  EXPECT_EQ(size_of("4KiB"), 4096u);
  EXPECT_EQ(size_of("1g"), 1u << 30);
  EXPECT_EQ(size_of("15E"), uint64_t{15} << 60);
  for (const char* wrong : {"", "K", "16E", "4KB", "4Q", "-1", "1.5G", "4 K"}) {
    EXPECT_EQ(size_of(wrong), 4711u) << wrong;
  }
}

TEST(Reader, CollectsTheRest) {
  const Json json = *qapi::parse_json(R"({"a": 1, "b": "x", "c": []})");
  std::vector<qapi::Error> errors;
  const Reader in(json, Spelling::Text, errors);
  qapi::ObjectReader object(in);
  int64_t a = 0;
  object.required("a", a);
  qapi::Any rest;
  object.take_rest(rest);
  EXPECT_TRUE(object.finish());
  EXPECT_EQ(qapi::encoded(rest), R"({"b":"x","c":[]})");
  EXPECT_EQ(rest.spelling(), Spelling::Text);
}

}  // namespace
