// SPDX-License-Identifier: Apache-2.0

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "runtime/cli/command_line.h"
#include "runtime/json/json.h"
#include "runtime/json/writer.h"
#include "tests/unit/runtime/support/sample.h"

namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

qapi::Result<qapi::CommandLine> parse(const std::vector<std::string>& arguments) {
  return qapi::parse_command_line(sample::cli_table(), arguments, "kettle 1.2.3");
}

std::string error_of(const std::vector<std::string>& arguments) {
  const auto line = parse(arguments);
  return line ? "accepted" : line.error().desc;
}

/// "--fill fill {...}" for each invocation.
std::vector<std::string> invocations(const std::vector<std::string>& arguments) {
  const auto line = parse(arguments);
  if (!line) return {line.error().desc};
  std::vector<std::string> texts;
  for (const qapi::Invocation& invocation : line->invocations) {
    texts.push_back(
        invocation.origin().where + " " + invocation.command() + " " +
        qapi::encoded(invocation.arguments())
    );
  }
  return texts;
}

constexpr const char* kDefaultEnd = R"(end of the command line until-phase {"text":"boiling"})";

TEST(CommandLine, KeepsTheOrder) {
  EXPECT_THAT(
      invocations(
          {"--spice",
           "a",
           "--light",
           "word",
           "--spice=b,grams=3",
           "--fill",
           "water=x,amount=1K",
           "--add-spice",
           "{\"name\": \"c\"}",
           "-Fy"}
      ),
      ElementsAre(
          R"(--spice add-spice {"name":"a"})",
          "--light light {}",
          R"(--echo echo {"text":"word"})",
          R"(--spice add-spice {"name":"b","grams":"3"})",
          R"(--fill fill {"water":"x","amount":"1K"})",
          R"(--spice add-spice {"name":"c"})",
          R"(--fill fill {"water":"y"})",
          kDefaultEnd
      )
  );
}

TEST(CommandLine, RunsShorthandsWhenTheyAreDue) {
  EXPECT_THAT(
      invocations({"--until", "lit", "--script", "s.qmp", "-C", "--light"}),
      ElementsAre(
          "--light light {}",
          R"(--script script-run {"text":"s.qmp"})",
          R"(-C until-phase {"text":"cold"})"
      )
  );
  EXPECT_THAT(
      invocations({"--until=lit", "--until", "done"}),
      ElementsAre(R"(--until until-phase {"text":"done"})")
  );
  EXPECT_THAT(invocations({}), ElementsAre(kDefaultEnd));
}

TEST(CommandLine, SaysWhatIsWrong) {
  EXPECT_EQ(error_of({"--spcie", "x"}), "--spcie: unknown option; did you mean '--spice'?");
  EXPECT_EQ(error_of({"--zzz"}), "--zzz: unknown option");
  EXPECT_EQ(error_of({"--spcie=x"}), "--spcie: unknown option; did you mean '--spice'?");
  EXPECT_EQ(error_of({"--spice"}), "--spice: needs a value");
  EXPECT_EQ(error_of({"--until"}), "--until: needs a value");
  EXPECT_EQ(error_of({"--light=now"}), "--light: takes no value, found 'now'");
  EXPECT_EQ(error_of({"-C=x"}), "unexpected '=x' behind an option that takes no value");
  EXPECT_EQ(
      error_of({"--fill", "a,b"}),
      "--fill: at character 3: 'b' is not of the form key=value"
  );
  EXPECT_EQ(
      error_of({"--fill", "{"}),
      "--fill: 1:2: object key - unexpected end of input; expected string literal"
  );
  EXPECT_EQ(error_of({"--fill", "@/no/file"}), "--fill: /no/file: No such file or directory");
}

TEST(CommandLine, ShowsHelp) {
  const std::string all = parse({"--help"})->text;
  EXPECT_THAT(all, HasSubstr("Usage: kettle [OPTION]..."));
  EXPECT_THAT(all, HasSubstr("  -F, --fill <water>[,...]"));
  EXPECT_THAT(all, HasSubstr("Lights the stove."));
  EXPECT_LT(all.find("\nTea\n"), all.find("\nOther\n"));
  EXPECT_THAT(
      parse({"--help", "tea"})->text,
      AllOf(HasSubstr("size, 1 to 4096 ml, default 1024"), Not(HasSubstr("spice")))
  );
  EXPECT_EQ(
      error_of({"--help", "te"}),
      "--help: no group 'te'; did you mean 'Tea'?; there are Tea, Spices, Other"
  );
  EXPECT_THAT(parse({"--spice", "help"})->text, AllOf(HasSubstr("ginger"), HasSubstr("grams=")));
  EXPECT_THAT(
      parse({"--spice", "ginger,help"})->text,
      AllOf(HasSubstr("a root"), HasSubstr("fresh="))
  );
  EXPECT_EQ(
      error_of({"--spice", "gingr,help"}),
      "--spice: no name 'gingr'; did you mean 'ginger'?"
  );
  EXPECT_EQ(parse({"--version"})->text, "kettle 1.2.3\n");
}

TEST(CommandLine, PrintsAnswersAndStopsAtTheFirstError) {
  sample::Program program;
  std::vector<std::string> printed;
  const auto print = [&](std::string_view text) { printed.emplace_back(text); };
  const auto line =
      parse({"--fill", "some", "--query-status", "--echo", "x", "--spice", "salt", "--query-status"}
      );
  const qapi::Result<> result = qapi::run_command_line(program.dispatcher, *line, print);
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().desc, "--spice: salt in tea");
  EXPECT_THAT(printed, ElementsAre(R"({"water":"some","spices":0})", "\"x\""));
}

TEST(CommandLine, WalksUnlessToldOtherwise) {
  const auto run = [](const std::vector<std::string>& arguments) {
    sample::Program program;
    const qapi::Result<> result =
        qapi::run_command_line(program.dispatcher, *parse(arguments), [](auto) {});
    return result ? std::string(sample::phase_table().name_of(program.now())) : result.error().desc;
  };
  EXPECT_EQ(run({"--fill", "some", "--spice", "ginger"}), "boiling");
  EXPECT_EQ(run({"--fill", "some", "--until", "filled"}), "filled");
  EXPECT_EQ(run({}), "end of the command line: until-phase: fill needs 'water'");
  EXPECT_EQ(
      run({"--explicit-phases", "--fill", "some", "--spice", "ginger"}),
      "--spice: add-spice: not in phase filled; it runs in lit and ready (next: light)"
  );
}

}  // namespace
