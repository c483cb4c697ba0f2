// SPDX-License-Identifier: Apache-2.0

#include "runtime/dispatch/command_alias.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "runtime/json/json.h"
#include "runtime/json/type.h"
#include "runtime/json/writer.h"
#include "tests/unit/runtime/support/sample.h"

namespace {

using qapi::Invocation;
using qapi::Json;
using qapi::Origin;
using qapi::Spelling;
using sample::Kettle;
using sample::KettlePhase;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::StartsWith;

constexpr qapi::AliasParameter kPourTakes[] = {
    {.name = "from", .type = &qapi::type<std::string>},
    {.name = "tap", .type = &qapi::type<uint8_t>, .is_optional = true, .default_json = "1"},
    {.name = "much", .type = &qapi::kSize, .is_optional = true},
    {.name = "slowly", .type = &qapi::type<bool>, .is_optional = true},
};

constexpr qapi::CommandAlias kAliases[] = {
    {.name = "pour",
     .stands_for = "fill",
     .of = "pot",
     .takes = kPourTakes,
     .arguments = R"({"water": "$from:$tap", "amount": "$much"})"},
    {.name = "hiss", .stands_for = "whistle", .of = "pot", .arguments = "{}"},
};

std::string own(const Json& arguments, Spelling spelling = Spelling::Json) {
  const Invocation said("pour", arguments, Origin{}, spelling);
  const auto meant = qapi::own_words(kAliases[0], said, {});
  return meant ? meant->command() + " " + qapi::encoded(meant->arguments()) : meant.error().desc;
}

TEST(CommandAlias, FillsTheArgumentsOfOurs) {
  EXPECT_EQ(
      own({{"from", "well"}, {"tap", 2}, {"much", 512}}),
      R"(fill {"water":"well:2","amount":512})"
  );
}

TEST(CommandAlias, LeavesOutWhatIsNotGivenAndHasNoDefault) {
  EXPECT_EQ(own({{"from", "well"}}), R"(fill {"water":"well:1"})");
}

TEST(CommandAlias, ReadsTextAsItsTypesSay) {
  const Json words = {{"from", "well"}, {"tap", "3"}, {"much", "2K"}, {"slowly", "on"}};
  EXPECT_EQ(own(words, Spelling::Text), R"(fill {"water":"well:3","amount":2048})");
}

TEST(CommandAlias, RefusesWhatItDoesNotTake) {
  EXPECT_THAT(own({{"tap", 1}}), HasSubstr("'from' is missing"));
  EXPECT_THAT(own({{"from", "well"}, {"tap", 256}}), HasSubstr("'tap'"));
  EXPECT_THAT(own({{"from", 7}}), HasSubstr("'from'"));
  EXPECT_THAT(own({{"from", "well"}, {"water", "x"}}), HasSubstr("'water' is unexpected"));
}

TEST(CommandAlias, IsRefusedByNameOfOursWhereDeprecatedInputIs) {
  const Invocation said("pour", Json{{"from", "well"}}, Origin{});
  const auto meant = qapi::own_words(kAliases[0], said, {.rejected = qapi::Special::Deprecated});
  ASSERT_FALSE(meant);
  EXPECT_EQ(
      meant.error().desc,
      "The command pour is pot's name of fill, and deprecated input is rejected; here it is fill "
      R"({"water":"well:1"})"
  );
}

class OtherWords : public testing::Test {
 protected:
  std::string run(std::string command, const Json& arguments) {
    const auto answer =
        dispatcher_.dispatch(Invocation(std::move(command), arguments, Origin{}, Spelling::Json));
    return answer ? *answer : answer.error().desc;
  }

  Kettle kettle_;
  qapi::Dispatcher dispatcher_{kettle_, sample::command_table(), kAliases};
};

TEST_F(OtherWords, RunOurCommandAndLeaveItsTraceOnly) {
  EXPECT_EQ(run("pour", {{"from", "well"}}), "{}");
  EXPECT_THAT(kettle_.calls, ElementsAre("fill well:1"));
  ASSERT_EQ(kettle_.journal().entries().size(), 1u);
  EXPECT_EQ(kettle_.journal().entries()[0].command, "fill");
  EXPECT_EQ(kettle_.journal().entries()[0].arguments, R"({"water":"well:1"})");
}

TEST_F(OtherWords, AreOutOfPhaseWhereOursIs) {
  EXPECT_EQ(run("pour", {{"from", "well"}}), "{}");
  EXPECT_THAT(run("pour", {{"from", "well"}}), StartsWith("pour: not in phase filled"));
}

TEST_F(OtherWords, SayBesideAnErrorOfOursWhatWasMeant) {
  constexpr qapi::CommandAlias kAcid[] = {
      {.name = "etch", .stands_for = "fill", .of = "pot", .arguments = R"({"water": "acid"})"}};
  qapi::Dispatcher dispatcher(kettle_, sample::command_table(), kAcid);
  const auto answer = dispatcher.dispatch(Invocation("etch", Json::object(), Origin{}));
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().desc, "etch, here fill: acid would eat the kettle");
  EXPECT_EQ(kettle_.water, "") << "nothing of it stays";
}

TEST_F(OtherWords, AreProposedToPeople) {
  const auto error = dispatcher_.unknown_command("puor", Origin::Kind::Script);
  EXPECT_THAT(error.desc, HasSubstr("'pour'"));
}

}  // namespace
