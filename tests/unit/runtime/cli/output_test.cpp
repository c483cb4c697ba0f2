// SPDX-License-Identifier: Apache-2.0

#include "runtime/cli/output.h"

#include <gtest/gtest.h>

namespace {

using qapi::OutputFormat;
using qapi::render;

std::string yaml(std::string_view json) {
  return render(json, OutputFormat::Yaml);
}

TEST(Output, WritesBlocksOfYaml) {
  EXPECT_EQ(
      yaml(R"({"a":1,"list":[{"b":true,"c":[]},["x",null]],"empty":{}})"),
      "a: 1\nlist:\n  - b: true\n    c: []\n  - - x\n    - null\nempty: {}"
  );
  EXPECT_EQ(yaml("[]"), "[]");
  EXPECT_EQ(yaml("7"), "7");
}

TEST(Output, QuotesWhatYamlWouldTakeForSomethingElse) {
  EXPECT_EQ(
      yaml(R"(["on","No","~","1","- a","a: b","","#x","a/b.c"])"),
      "- \"on\"\n- \"No\"\n- \"~\"\n- \"1\"\n- \"- a\"\n- \"a: b\"\n- \"\"\n- \"#x\"\n- a/b.c"
  );
  EXPECT_EQ(yaml(R"("\ud83d\ude42\n\u0085")"), "\"\\U0001f642\\n\\u0085\"");
  EXPECT_EQ(yaml("1e22"), "1.0e+22");
}

TEST(Output, AlignsTables) {
  EXPECT_EQ(
      render(
          R"([{"label":"con","open":true},{"label":"\u00e9","size":[1,2]}])",
          OutputFormat::Table
      ),
      "label  open  size\ncon    true  -\n\u00e9      -     [1,2]"
  );
  EXPECT_EQ(
      render(R"({"running":false,"text":"a\nb"})", OutputFormat::Table),
      "running  false\ntext     \"a\\nb\""
  );
  EXPECT_EQ(render(R"(["x",2])", OutputFormat::Table), "x\n2");
  EXPECT_EQ(render("[]", OutputFormat::Table), "");
}

}  // namespace
