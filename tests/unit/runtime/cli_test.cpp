// SPDX-License-Identifier: Apache-2.0

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "runtime/cli/command_line.h"
#include "runtime/cli/write.h"
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
      "--help: no group 'te'; did you mean 'Tea'? There are Tea, Spices, Queries, Other"
  );
  EXPECT_THAT(parse({"--spice", "help"})->text, AllOf(HasSubstr("ginger"), HasSubstr("grams=")));
  EXPECT_THAT(
      parse({"--spice", "ginger,help"})->text,
      AllOf(HasSubstr("a root"), HasSubstr("fresh="))
  );
  EXPECT_EQ(
      error_of({"--spice", "gingr,help"}),
      "--spice: no name 'gingr'; did you mean 'ginger'? There are ginger"
  );
  EXPECT_EQ(parse({"--version"})->text, "kettle 1.2.3\n");
}

TEST(CommandLine, AddsToTheCommandOfAnotherOption) {
  const char* const fill = R"(--fill fill {"water":"x","amount":"3K"})";
  const char* const echo = R"(--pour echo {"text":"with lemon"})";
  EXPECT_THAT(
      invocations({"--light", "--fill", "x", "--pour", "tap:3", "-C"}),
      ElementsAre("--light light {}", echo, fill, testing::_)
  );
  EXPECT_THAT(
      invocations({"-pour", "tap:amount=3K", "--light", "--fill=x", "-C"}),
      ElementsAre("--light light {}", echo, fill, testing::_)
  );
  EXPECT_THAT(
      invocations({"--pour", "can:a,b", "-C"}),
      ElementsAre(R"(--pour fill {"water":"a,b","amount":"1"})", testing::_)
  );
  EXPECT_EQ(error_of({"--pour", "can:a", "--fill", "b"}), "--pour: fill has 'water' already");
  EXPECT_EQ(error_of({"--pour", "tap:1", "--pour", "tap:2"}), "--pour: fill has 'amount' already");
}

TEST(CommandLine, RepeatsAnElementForEachValueOfAKey) {
  EXPECT_THAT(
      invocations({"--pour", "bag:mint,from=here,from=there", "-C"}),
      ElementsAre(
          R"(--pour add-spice {"name":"mint","from":["all over","here!","there!"]})",
          testing::_
      )
  );
  EXPECT_THAT(
      invocations({"--pour", "bag:mint", "-C"}),
      ElementsAre(R"(--pour add-spice {"name":"mint","from":["all over"]})", testing::_)
  );
}

TEST(CommandLine, TellsTheCasesOfAShorthandApart) {
  EXPECT_THAT(invocations({"--pour", "nothing", "-C"}), testing::SizeIs(1));
  EXPECT_EQ(error_of({"--pour", "sea:1"}), "--pour: pours from tap: or can:, not from 'sea:1'");
  EXPECT_EQ(error_of({"--pour", "tap:3,heat=hot"}), "--pour: heat can only be cold, not 'hot'");
  EXPECT_EQ(
      error_of({"--pour", "tap:heat=cold,rust"}),
      "--pour: rust is not taken: the tap is new; --spice iron; needs amount=..."
  );
  EXPECT_EQ(
      error_of({"--pour", "tap:3,haet=cold"}),
      "--pour: no 'haet' is known here; did you mean 'heat'? There are amount, heat, spice, rust"
  );
}

TEST(CommandLine, UnderstandsOneDash) {
  EXPECT_THAT(
      invocations({"-spice", "a", "-until=lit"}),
      ElementsAre(R"(--spice add-spice {"name":"a"})", testing::_)
  );
  // One that is declared so is another option than that with two.
  EXPECT_THAT(invocations({"-fill", "-C"}), ElementsAre("-fill light {}", testing::_));
  EXPECT_EQ(error_of({"-fill=x"}), "-fill: takes no value, found 'x'");
}

TEST(CommandLine, TakesAnOutputFormat) {
  EXPECT_EQ(parse({"--output", "yaml"})->output, qapi::OutputFormat::Yaml);
  EXPECT_EQ(
      error_of({"--output", "yml"}),
      "--output: no format 'yml'; did you mean 'yaml'? There are json, pretty, yaml, table"
  );
}

/// What to_argv() makes of a command, as a shell takes it.
std::string written(const std::string& command, std::string_view arguments) {
  const qapi::Invocation invocation(command, *qapi::parse_json(arguments), {});
  return qapi::to_shell(qapi::to_argv(sample::cli_table(), invocation));
}

TEST(CommandLine, IsWrittenAsAPersonWould) {
  EXPECT_EQ(written("light", "{}"), "--light");
  EXPECT_EQ(written("fill", R"({"water":"tap","amount":512})"), "--fill tap,amount=512");
  EXPECT_EQ(written("fill", R"({"amount":512,"water":"tap"})"), "--fill amount=512,water=tap");
  EXPECT_EQ(written("fill", R"({"water":"a=b, c"})"), "--fill 'water=a=b,, c'");
  EXPECT_EQ(written("fill", R"({"water":"@file"})"), "--fill water=@file");
  EXPECT_EQ(written("fill", R"({"water":"-"})"), "--fill water=-");
  EXPECT_EQ(written("fill", R"({"water":"--light"})"), "--fill=--light");
  EXPECT_EQ(written("fill", R"({"water":"help"})"), "--fill water=help");
  EXPECT_EQ(written("fill", R"({"water":"x,help"})"), "--fill x,,help");
  EXPECT_EQ(written("fill", "{}"), "'--fill={}'");
  EXPECT_EQ(written("add-spice", R"({"name":"it's"})"), R"(--spice 'it'\''s')");
  EXPECT_EQ(
      written("add-spice", R"({"name":"ginger","fresh":false,"from":["a","b"]})"),
      "--spice ginger,fresh=off,from.0=a,from.1=b"
  );
  EXPECT_EQ(
      written("add-spice", R"({"name":"ginger","from":[]})"),
      R"(--spice '{"name":"ginger","from":[]}')"
  );
  EXPECT_EQ(written("boil", "{}"), "");
}

TEST(CommandLine, TellsACallForHelpFromAValueThatEndsLikeOne) {
  EXPECT_EQ(invocations({"--fill", "x,,help", "-C"}).front(), R"(--fill fill {"water":"x,help"})");
  EXPECT_NE(parse({"--fill", "x,,,help"})->text, "");
}

TEST(CommandLine, PrintsAnswersAndStopsAtTheFirstError) {
  sample::Program program;
  std::vector<std::string> printed;
  const auto print = [&](std::string_view text) {
    printed.emplace_back(text);
    return qapi::Result<>();
  };
  const auto line =
      parse({"--fill", "some", "--query-status", "--echo", "x", "--spice", "salt", "--query-status"}
      );
  const qapi::Result<> result = qapi::run_command_line(program.dispatcher, *line, print);
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().desc, "--spice: salt in tea");
  EXPECT_THAT(printed, ElementsAre(R"({"water":"some","spices":0})", "\"x\""));
}

TEST(CommandLine, StopsWhenNobodyTakesItsAnswers) {
  sample::Program program;
  const auto print = [](std::string_view) { return qapi::Result<>(qapi::fail("full")); };
  const auto line = parse({"--query-status", "--fill", "some", "-C"});
  const qapi::Result<> result = qapi::run_command_line(program.dispatcher, *line, print);
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().desc, "full");
  EXPECT_EQ(program.kettle.water, "");
}

TEST(CommandLine, WalksUnlessToldOtherwise) {
  const auto run = [](const std::vector<std::string>& arguments) {
    sample::Program program;
    const qapi::Result<> result =
        qapi::run_command_line(program.dispatcher, *parse(arguments), [](auto) {
          return qapi::Result<>();
        });
    return result ? std::string(sample::phase_table().name_of(program.now())) : result.error().desc;
  };
  EXPECT_EQ(run({"--fill", "some", "--spice", "ginger"}), "boiling");
  EXPECT_EQ(run({"--fill", "some", "--until", "filled"}), "filled");
  EXPECT_EQ(run({}), "end of the command line: until-phase: fill comes first, and needs 'water'");
  EXPECT_EQ(
      run({"--explicit-phases", "--fill", "some", "--spice", "ginger"}),
      "--spice: add-spice: not in phase filled; it runs in lit and ready (next: light)"
  );
}

}  // namespace
