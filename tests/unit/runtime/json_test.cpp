// SPDX-License-Identifier: Apache-2.0

#include "runtime/json/json.h"

#include <cmath>
#include <ctime>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "runtime/json/source_map.h"
#include "runtime/json/utf8.h"
#include "runtime/json/writer.h"

namespace {

using namespace std::string_literals;
using qapi::encoded;
using qapi::Json;
using qapi::parse_json;
using qapi::SourceMap;
using testing::HasSubstr;

std::string error_of(std::string_view text, const qapi::JsonSyntax& syntax = {}) {
  const qapi::Result<Json> json = parse_json(text, syntax);
  return json ? "accepted: " + encoded(*json) : json.error().desc;
}

TEST(Json, KeepsTheOrderOfMembers) {
  EXPECT_EQ(
      encoded(*parse_json(R"({"z": 1, "a": [true, null, "x"], "m": {}})")),
      R"({"z":1,"a":[true,null,"x"],"m":{}})"
  );
}

TEST(Json, TakesIntegersAsWideAsTheyAre) {
  const Json json = *parse_json(
      "[-9223372036854775808, 9223372036854775807, 18446744073709551615, 18446744073709551616, 1.5]"
  );
  EXPECT_EQ(json[0].get<int64_t>(), INT64_MIN);
  EXPECT_EQ(json[1].get<int64_t>(), INT64_MAX);
  EXPECT_EQ(json[2].get<uint64_t>(), UINT64_MAX);
  EXPECT_TRUE(json[3].is_number_float());
  EXPECT_EQ(json[4].get<double>(), 1.5);
}

TEST(Json, SaysWhereItIsWrongAndWhatIsThere) {
  EXPECT_EQ(error_of("{]"), "1:2: object key - unexpected ']'; expected string literal");
  EXPECT_EQ(error_of("[1,\n  2,\n  ]"), "3:3: unexpected ']'; expected '[', '{', or a literal");
  EXPECT_EQ(error_of("{\"a\": truX}"), "1:10: unexpected 'truX'");
  EXPECT_EQ(error_of("[1] 2"), "1:5: unexpected number literal; expected end of input");
  EXPECT_EQ(error_of("{\"a\": 1,\n \"a\": 2}"), "2:4: duplicate member 'a'");
  EXPECT_EQ(error_of("[1e400]"), "1:7: number overflow parsing '1e400'");
  EXPECT_EQ(error_of(""), "1:1: unexpected end of input; expected '[', '{', or a literal");
  EXPECT_EQ(error_of("[1,\n 2"), "2:3: array - unexpected end of input; expected ']'");
  EXPECT_EQ(error_of("[\0]"s), "1:2: unexpected NUL byte");
  EXPECT_THAT(error_of("[\"a\nb\"]"), HasSubstr("1:4: "));
}

TEST(Json, RefusesWhatIsNoUnicode) {
  for (const std::string text :
       {"\xFF",
        "\xC3",
        "\xC0\xAF",
        "\xC0\x80",
        "\xED\xA0\x80",
        "\xF4\x90\x80\x80",
        "\\ud800",
        "\\udc00",
        "\\ud800\\u0041",
        "\x01",
        "\x7F\x80"}) {
    EXPECT_FALSE(parse_json("\"" + text + "\"")) << encoded(text);
  }
  EXPECT_EQ(parse_json(R"("\u0000\ud83d\ude00")")->get<std::string>(), "\0\xF0\x9F\x98\x80"s);
}

TEST(Json, TakesCommentsAndSingleQuotesOnlyWhereAllowed) {
  const std::string_view commented = "// head\n{/* a */\"b\": 1 // \"c\"\n}";
  EXPECT_EQ(encoded(*parse_json(commented, {.comments = true})), R"({"b":1})");
  EXPECT_FALSE(parse_json(commented));
  const std::string_view quoted = R"({'a"b': 'it\'s', "c'd": 'é\n'})";
  EXPECT_EQ(
      encoded(*parse_json(quoted, {.single_quotes = true})),
      R"({"a\"b":"it's","c'd":"\u00e9\n"})"
  );
  EXPECT_FALSE(parse_json(quoted));
  // The place is that in the text as it was written.
  EXPECT_EQ(error_of(R"({'a"b"c': 1 x})", {.single_quotes = true}).substr(0, 5), "1:13:");
}

TEST(Json, IsBounded) {
  const auto nested = [](size_t depth) {
    return std::string(depth, '[') + std::string(depth, ']');
  };
  EXPECT_TRUE(parse_json(nested(1024)));
  EXPECT_EQ(error_of(nested(1025)), "1:1025: nested deeper than 1024 levels");
  EXPECT_EQ(error_of(std::string(qapi::kMaxJsonBytes + 1, ' ')), "1:1: more than 64 MiB");
  std::string many = "[0";
  for (size_t i = 0; i < qapi::kMaxJsonTokens / 2; ++i) {
    many += ",0";
  }
  EXPECT_THAT(error_of(many + "]"), HasSubstr("more than 2097152 tokens"));
}

TEST(Json, FindsADuplicateAmongManyMembersInLinearTime) {
  std::string text = "{";
  for (int i = 0; i < 65'536; ++i) {
    text += "\"key" + std::to_string(i) + "\": {\"a\": [1]},";
  }
  const std::clock_t begin = std::clock();
  EXPECT_EQ(parse_json(text + "\"last\": 0}")->size(), 65'537u);
  EXPECT_THAT(error_of(text + "\"key7\": 0}"), HasSubstr("duplicate member 'key7'"));
  // Of the processor's time; quadratic, it would take many times as long.
  EXPECT_LT(std::clock() - begin, 5 * CLOCKS_PER_SEC);
}

TEST(Writer, WritesAsciiOnly) {
  EXPECT_EQ(encoded("a\"\\\b\f\n\r\t\x01\x7F"), R"("a\"\\\b\f\n\r\t\u0001\u007f")");
  EXPECT_EQ(encoded("\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80"), R"("\u00e9\u20ac\ud83d\ude00")");
  EXPECT_EQ(encoded("\0"s), R"("\u0000")");
  EXPECT_EQ(
      encoded("\xFF\xC3(\xED\xA0\x80\xC0\x80"),
      R"("\ufffd\ufffd(\ufffd\ufffd\ufffd\ufffd\ufffd")"
  );
}

TEST(Writer, WritesNumbersThatReadBackTheSame) {
  for (const double number :
       {0.1, 1e300, -5e-324, 1.7976931348623157e308, 123456789.125, 1e21, -0.0}) {
    EXPECT_EQ(parse_json(encoded(number))->get<double>(), number) << encoded(number);
  }
  EXPECT_EQ(encoded(0.1), "0.1");
  EXPECT_EQ(encoded(INFINITY), "null");
  EXPECT_EQ(encoded(std::nan("")), "null");
  EXPECT_EQ(encoded(INT64_MIN), "-9223372036854775808");
  EXPECT_EQ(encoded(UINT64_MAX), "18446744073709551615");
  EXPECT_EQ(encoded(int8_t{-3}), "-3");
}

TEST(SourceMap, KnowsWhereValuesAndNamesStand) {
  SourceMap map;
  const std::string_view text =
      "// comment: with, punctuation\n"
      "{\n"
      "  \"a\": 12/* x */, \"b\" : [\n"
      "    true, {\"c/d\": \"x\\\"y\"},\n"
      "    []\n"
      "  ]\n"
      "}\n";
  ASSERT_TRUE(qapi::parse_json_at(text, {.comments = true}, &map));
  const auto at = [&](std::string_view pointer) { return qapi::to_string(map.value(pointer)); };
  EXPECT_EQ(at(""), "2:1");
  EXPECT_EQ(at("/a"), "3:8");
  EXPECT_EQ(qapi::to_string(map.key("/a")), "3:3");
  EXPECT_EQ(qapi::to_string(map.key("/b")), "3:19");
  EXPECT_EQ(at("/b"), "3:25");
  EXPECT_EQ(at("/b/0"), "4:5");
  EXPECT_EQ(at("/b/1"), "4:11");
  EXPECT_EQ(at("/b/1/c~1d"), "4:19");
  EXPECT_EQ(at("/b/2"), "5:5");
  // What is not there is looked for around it.
  EXPECT_EQ(at("/b/1/missing/deep"), "4:11");
}

}  // namespace
