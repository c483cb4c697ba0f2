// SPDX-License-Identifier: Apache-2.0
//
// Plans that are carried out, and those of tests/machines/unbuildable that cannot be: with the
// exact faults, and nothing left behind.

#include "vm/machine/apply.h"

#include <algorithm>
#include <filesystem>

#include <gtest/gtest.h>

#include "runtime/json/json.h"
#include "tests/unit/machine/golden.h"
#include "tests/unit/machine/test_machines.h"
#include "tests/unit/support/machine_bench.h"
#include "vm/machine/resolve.h"
#include "vm/machine/tree.h"

namespace vm {
namespace {

namespace fs = std::filesystem;

TEST(Apply, BuildsPartsWithinMachines) {
  MachineBench bench;
  ASSERT_EQ(error_of(bench.apply(test_machines() / "good/board.json")), "");
  const auto tree = qapi::parse_json(qapi::encoded(tree_of(*bench.machine))).value();
  expect_golden(tree.dump(1) + "\n", test_machines() / "good/board.tree");

  AddressSpace& bus = *resolve_space(bench.platform.root(), "bus").value();
  ASSERT_NE(bus.flat_view()->find(0x1000'2000), nullptr);
  EXPECT_EQ(bus.flat_view()->find(0x1000'0800), nullptr);
}

std::string faults(const Error& error, const std::string& directory) {
  std::string text = error.desc + "\n";
  for (const Error& more : error.more) {
    text += more.desc + "\n";
  }
  for (size_t at = text.find(directory); at != std::string::npos; at = text.find(directory)) {
    text.erase(at, directory.size());
  }
  return text;
}

std::vector<fs::path> unbuildable() {
  std::vector<fs::path> found;
  for (const auto& entry : fs::directory_iterator(test_machines() / "unbuildable")) {
    if (entry.path().extension() == ".json") found.push_back(entry.path());
  }
  std::sort(found.begin(), found.end());
  return found;
}

class Unbuildable : public testing::TestWithParam<fs::path> {};

TEST_P(Unbuildable, LeavesNothingBehind) {
  MachineBench bench;
  const Result<> applied = bench.apply(GetParam());
  ASSERT_FALSE(applied);
  expect_golden(
      faults(applied.error(), GetParam().parent_path().string() + "/"),
      fs::path(GetParam()).replace_extension(".err")
  );
  EXPECT_TRUE(bench.machine->children().empty());
  // What is left of wires or windows would be in the way now.
  EXPECT_EQ(error_of(bench.apply(test_machines() / "good/board.json")), "");
}

INSTANTIATE_TEST_SUITE_P(
    Documents,
    Unbuildable,
    testing::ValuesIn(unbuildable()),
    [](const testing::TestParamInfo<fs::path>& document) {
      std::string name = document.param.stem().string();
      std::replace(name.begin(), name.end(), '-', '_');
      return name;
    }
);

}  // namespace
}  // namespace vm
