// SPDX-License-Identifier: Apache-2.0

#include "runtime/script/script.h"

#include <filesystem>
#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "runtime/json/json.h"
#include "runtime/json/writer.h"
#include "tests/unit/runtime/support/sample.h"

namespace {

using testing::ElementsAre;

/// The invocations, a line each, or the error.
std::string parsed(std::string_view text) {
  const auto invocations = qapi::parse_script(text, "f.qmp");
  if (!invocations) return invocations.error().desc;
  std::string lines;
  for (const qapi::Invocation& invocation : *invocations) {
    lines += invocation.origin().where + " " + invocation.command() + " " +
             qapi::encoded(invocation.arguments()) + "\n";
  }
  return lines;
}

TEST(Script, ReadsLinesAsQmpShellWritesThem) {
  EXPECT_EQ(
      parsed("# comment\n\nquery-status\r\n  device_add driver=uart id=u0 # more\n"),
      "f.qmp:3 query-status {}\nf.qmp:4 device_add {\"driver\":\"uart\",\"id\":\"u0\"}\n"
  );
}

TEST(Script, GuessesTypesAsQmpShellDoes) {
  EXPECT_EQ(
      parsed("c a=5 b=-7 c=true d=False e=0x10 f=007 g=1.5 h=18446744073709551615 i=x=y j="),
      R"(f.qmp:1 c {"a":5,"b":-7,"c":true,"d":false,"e":"0x10","f":"007","g":"1.5","h":18446744073709551615,"i":"x=y","j":""})"
      "\n"
  );
}

TEST(Script, TakesQuotesJsonAndDottedKeys) {
  EXPECT_EQ(
      parsed(R"(c a="5 \"x\"" b='y z' c={"d": [1, "}"]} e=['q', 2] f.g.h=1 f.i=2)"),
      R"(f.qmp:1 c {"a":"5 \"x\"","b":"y z","c":{"d":[1,"}"]},"e":["q",2],"f":{"g":{"h":1},"i":2}})"
      "\n"
  );
}

TEST(Script, TakesRequestsAsTheyAreSent) {
  EXPECT_EQ(
      parsed(R"({"execute": "stop", "arguments": {"a": 1}, "id": 7})"),
      "f.qmp:1 stop {\"a\":1}\n"
  );
  EXPECT_EQ(parsed("{'execute': 'stop'}"), "f.qmp:1 stop {}\n");
}

TEST(Script, NamesTheFirstLineThatIsWrong) {
  EXPECT_EQ(parsed("stop\nc a\nd b"), "f.qmp:2: expected key=value, found 'a'");
  EXPECT_EQ(parsed("c a=1 a=2"), "f.qmp:1: 'a' is given twice");
  EXPECT_EQ(parsed("c a={\"b\""), "f.qmp:1: no end of what begins with {\"b\"");
  EXPECT_EQ(parsed("c a=\"b\"c"), "f.qmp:1: expected a blank behind \"b\"");
  EXPECT_EQ(
      parsed("c a=[1,]"),
      "f.qmp:1: in [1,]: 1:4: unexpected ']'; expected '[', '{', or a literal"
  );
  EXPECT_EQ(parsed("{\"arguments\": {}}"), "f.qmp:1: QMP input lacks member 'execute'");
}

TEST(Script, RunsUntilALineFailsAndKeepsWhatWasDone) {
  const std::string path =
      std::filesystem::temp_directory_path() / ("script-" + std::to_string(::getpid()));
  std::ofstream(path) << "fill water=5\nlight\nadd-spice name=salt\nadd-spice name=ginger\n";
  sample::Program program;
  const auto result = program.run("script-run", "{\"text\": \"" + path + "\"}");
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().desc, path + ":3: salt in tea");
  EXPECT_THAT(program.kettle.calls, ElementsAre("fill 5", "light", "add-spice salt"));
  EXPECT_EQ(program.now(), sample::phase(sample::KettlePhase::Lit));
  EXPECT_TRUE(program.kettle.spices.empty());
  std::filesystem::remove(path);
}

}  // namespace
