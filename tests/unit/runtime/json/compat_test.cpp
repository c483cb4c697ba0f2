// SPDX-License-Identifier: Apache-2.0
//
// What decoding and encoding leave out by the policy; tests/golden/ has it in generated code.

#include "runtime/json/compat.h"

#include <cstddef>

#include <gtest/gtest.h>

#include "runtime/json/decode.h"
#include "runtime/json/enum.h"
#include "runtime/json/json.h"
#include "runtime/json/object_type.h"
#include "runtime/json/writer.h"

namespace {

using qapi::CompatPolicy;
using qapi::Reader;
using qapi::Special;

constexpr std::string_view kNames[] = {"tea", "punch"};
constexpr Special kSpecial[] = {Special::None, Special::Deprecated};

enum class Drink {
  Tea,
  Punch
};

constinit const qapi::EnumType kDrinkType{kNames, kSpecial};
constexpr const qapi::EnumType& type_of(Drink) {
  return kDrinkType;
}

struct Order {
  Drink drink = Drink::Tea;
  bool sugar = false;

  static const qapi::ObjectType kType;
};

constexpr qapi::Member kOrderMembers[] = {
    {"drink", offsetof(Order, drink), &kDrinkType, qapi::Presence::Required},
    {.name = "sugar",
     .offset = offsetof(Order, sugar),
     .type = &qapi::type<bool>,
     .special = Special::Unstable},
};

constinit const qapi::ObjectType Order::kType{qapi::kValue<Order>, kOrderMembers};

/// Empty, or what is wrong with the text.
std::string fault(std::string_view text, CompatPolicy policy) {
  const qapi::Json json = *qapi::parse_json(text);
  std::vector<qapi::Error> unused;
  Order order;
  const auto decoded = qapi::decode_into(Reader(json, qapi::Spelling::Json, unused, policy), order);
  return decoded ? std::string() : decoded.error().desc;
}

constexpr std::string_view kSweetPunch = R"({"drink":"punch","sugar":true})";

TEST(Compat, TakesAndShowsEverythingUnlessToldOtherwise) {
  EXPECT_EQ(fault(kSweetPunch, {}), "");
  EXPECT_EQ(qapi::encoded(Order{}), R"({"drink":"tea","sugar":false})");
}

TEST(Compat, RejectsValuesAndMembersThatAreGiven) {
  EXPECT_EQ(
      fault(kSweetPunch, {.rejected = Special::Deprecated}),
      "Value 'punch' of parameter 'drink' is deprecated, and deprecated input is rejected"
  );
  EXPECT_EQ(
      fault(kSweetPunch, {.rejected = Special::Unstable}),
      "Parameter 'sugar' is unstable, and unstable input is rejected"
  );
  EXPECT_EQ(fault(R"({"drink":"tea"})", {.rejected = Special::Both}), "");
}

TEST(Compat, HidesWhatItIsToldTo) {
  EXPECT_EQ(qapi::encoded(Order{}, {.hidden = Special::Unstable}), R"({"drink":"tea"})");
  EXPECT_EQ(
      qapi::encoded(Order{}, {.hidden = Special::Deprecated}),
      R"({"drink":"tea","sugar":false})"
  );
}

// A value that cannot be told is no reason to look up its features.
TEST(Compat, NamesAnUnknownValueAsSuch) {
  EXPECT_EQ(
      fault(R"({"drink":"pnuch"})", {.rejected = Special::Both}),
      "Parameter 'drink' does not accept value 'pnuch'; did you mean 'punch'?"
  );
}

}  // namespace
