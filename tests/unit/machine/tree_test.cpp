// SPDX-License-Identifier: Apache-2.0
//
// Trees of objects: which are shown, and how they are drawn.

#include "vm/machine/tree.h"

#include <gtest/gtest.h>

#include "tests/unit/machine/test_machines.h"
#include "tests/unit/support/machine_bench.h"
#include "vm/machine/drawing.h"
#include "vm/machine/name_pattern.h"

namespace vm {
namespace {

const std::filesystem::path kBoard = test_machines() / "good/board.json";

/// "machine(bus, bank(uart[0], uart[1]))"
std::string outline(const api::TreeNode& node) {
  std::string inner;
  for (const api::TreeNode& child : node.children) {
    inner += (inner.empty() ? "" : ", ") + outline(child);
  }
  return inner.empty() ? node.name : node.name + "(" + inner + ")";
}

class Tree : public testing::Test {
 protected:
  void SetUp() override { ASSERT_EQ(error_of(bench_.apply(kBoard)), ""); }

  std::string shown(const TreeFilter& filter, std::optional<uint32_t> depth = {}) {
    return outline(tree_of(*bench_.machine, depth, filter));
  }

  const ObjectType* type(std::string_view name) { return bench_.platform.factory().find(name); }

  MachineBench bench_;
};

TEST_F(Tree, OfATypeHoldsWhatSuchObjectsAreIn) {
  EXPECT_EQ(shown({.type = type("uart16550")}), "machine(bank(uart[0], uart[1], uart[2]))");
}

TEST_F(Tree, OfATypeHoldsWhatIsDerivedFromIt) {
  const std::string all = shown({});
  EXPECT_EQ(shown({.type = type("object")}), all);
  const std::string devices = shown({.type = type("device")});
  EXPECT_NE(devices.find("bank(regs, uart[0]"), std::string::npos) << devices;
  EXPECT_EQ(shown({.type = type("backend")}), "machine");
}

TEST_F(Tree, OfANameHoldsWhatIsLikeIt) {
  EXPECT_EQ(shown({.name = "uart[?]"}), "machine(bank(uart[0], uart[1], uart[2]))");
  EXPECT_EQ(shown({.name = "*[1]"}), "machine(bank(uart[1]), cpus(hart[1]))");
  EXPECT_EQ(shown({.name = "bank"}), "machine(bank)");
  EXPECT_EQ(shown({.name = "uart"}), "machine");
}

TEST_F(Tree, OfATypeAndANameHoldsWhatBothAreTrueOf) {
  EXPECT_EQ(shown({.type = type("uart16550"), .name = "*[2]"}), "machine(bank(uart[2]))");
  EXPECT_EQ(shown({.type = type("plic"), .name = "*[2]"}), "machine");
}

TEST_F(Tree, DoesNotLookBelowTheDepth) {
  EXPECT_EQ(shown({.type = type("uart16550")}, 1), "machine");
  EXPECT_EQ(shown({.name = "uart[0]"}, 2), "machine(bank(uart[0]))");
}

TEST_F(Tree, ShowsOfWhatIsLeftAllThatItIs) {
  const api::TreeNode all = tree_of(*bench_.machine);
  const api::TreeNode some = tree_of(*bench_.machine, {}, {.name = "uart[1]"});
  const auto bank = [](const api::TreeNode& node) -> const api::TreeNode& {
    return *std::find_if(node.children.begin(), node.children.end(), [](const auto& child) {
      return child.name == "bank";
    });
  };
  const auto uart = [](const api::TreeNode& node) -> const api::TreeNode& {
    return *std::find_if(node.children.begin(), node.children.end(), [](const auto& child) {
      return child.name == "uart[1]";
    });
  };
  EXPECT_EQ(uart(bank(some)), uart(bank(all)));
}

TEST_F(Tree, IsDrawnByPathsFromItsFirstObjectOn) {
  const api::TreeNode tree = tree_of(*bench_.machine, {}, {.name = "uart[1]"});
  EXPECT_EQ(
      draw(tree, "/machine", api::GraphFormat::Dot),
      "digraph \"tree\" {\n"
      "  rankdir=LR;\n"
      "  node [shape=box];\n"
      "  \"/machine\" [label=\"machine\\ncontainer\"];\n"
      "  \"/machine/bank\" [label=\"bank\\ncontainer\"];\n"
      "  \"/machine/bank/uart[1]\" [label=\"uart[1]\\nuart16550\"];\n"
      "  \"/machine\" -> \"/machine/bank\";\n"
      "  \"/machine/bank\" -> \"/machine/bank/uart[1]\";\n"
      "}\n"
  );
}

TEST_F(Tree, IsDrawnFromTheRootToo) {
  const api::TreeNode tree = tree_of(bench_.platform.root(), 1, {.name = "machine"});
  EXPECT_EQ(
      draw(tree, "/", api::GraphFormat::Mermaid),
      "flowchart LR\n"
      "  n0[\"/<br>container\"]\n"
      "  n1[\"machine<br>container\"]\n"
      "  n0 --> n1\n"
  );
}

TEST(Drawing, QuotesWhatWouldEndAText) {
  const Drawing drawing{
      .name = "x",
      .boxes = {{"a\"\\", "\"b\\"}},
      .arrows = {{"a\"\\", "a\"\\", "\""}}};
  const std::string dot = write(drawing, api::GraphFormat::Dot);
  EXPECT_NE(dot.find(R"("a\"\\" [label="\"b\\"];)"), std::string::npos) << dot;
  EXPECT_NE(dot.find(R"([label="\""];)"), std::string::npos) << dot;
  const std::string mermaid = write(drawing, api::GraphFormat::Mermaid);
  EXPECT_NE(mermaid.find(R"(n0["#quot;b\"])"), std::string::npos) << mermaid;
  EXPECT_NE(mermaid.find(R"(n0 -->|"#quot;"| n0)"), std::string::npos) << mermaid;
}

TEST(NamePattern, TakesStarsForAnyLettersAndQuestionMarksForOne) {
  EXPECT_TRUE(is_like("uart[10]", "uart[*]"));
  EXPECT_FALSE(is_like("uart[10]", "uart[?]"));
  EXPECT_TRUE(is_like("uart", "*"));
  EXPECT_TRUE(is_like("", "*"));
  EXPECT_TRUE(is_like("", ""));
  EXPECT_FALSE(is_like("uart", ""));
  EXPECT_FALSE(is_like("", "?"));
  EXPECT_TRUE(is_like("ababac", "*abac"));
  EXPECT_FALSE(is_like("ababac", "*abab"));
  EXPECT_TRUE(is_like("mailbox", "m*l*x"));
  EXPECT_FALSE(is_like("UART", "uart"));
}

TEST(NamePattern, TakesItsTimeInProportion) {
  const std::string name(10'000, 'a');
  std::string pattern;
  for (int i = 0; i < 1'000; ++i) {
    pattern += "a*";
  }
  EXPECT_FALSE(is_like(name, pattern + "b"));
}

}  // namespace
}  // namespace vm
