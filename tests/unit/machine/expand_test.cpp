// SPDX-License-Identifier: Apache-2.0
//
// Good descriptions as the plans they come to. Bad ones are in bad_machines_test.cpp.

#include "vm/machine/expand.h"

#include <algorithm>
#include <filesystem>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "generated/objects/object_table.h"

#include "runtime/json/json.h"
#include "tests/unit/machine/golden.h"
#include "tests/unit/machine/test_machines.h"
#include "vm/machine/spec_library.h"

namespace vm::machine {
namespace {

namespace fs = std::filesystem;

/// One fault a line.
std::string faults(const Error& error) {
  std::string text = error.desc + "\n";
  for (const Error& more : error.more) {
    text += more.desc + "\n";
  }
  return text;
}

Result<Plan> plan_of(const std::string& name, const qapi::Json& params = qapi::Json::object()) {
  SpecLibrary library(shipped_specs());
  const Spec* spec = TRY(library.machine(name));
  return expand(*spec, qapi::Any(params), {.types = object_table(), .specs = library});
}

/// A command a line, without origins.
std::string commands(const Plan& plan) {
  std::string text;
  for (const qapi::Invocation& command : plan.commands) {
    text += fmt::format("{} {}\n", command.command(), command.arguments().dump());
  }
  return text;
}

std::string without(std::string text, const std::string& directory) {
  for (size_t at = text.find(directory); at != std::string::npos; at = text.find(directory)) {
    text.erase(at, directory.size());
  }
  return text;
}

std::vector<fs::path> documents(const fs::path& directory, const std::string& expectation) {
  std::vector<fs::path> found;
  for (const auto& entry : fs::directory_iterator(directory)) {
    if (entry.path().extension() != ".json") continue;
    if (fs::exists(fs::path(entry.path()).replace_extension(expectation)))
      found.push_back(entry.path());
  }
  std::sort(found.begin(), found.end());
  return found;
}

std::string test_name(const testing::TestParamInfo<fs::path>& info) {
  std::string name = info.param.stem().string();
  std::replace_if(
      name.begin(),
      name.end(),
      [](char c) { return c == '-'; },
      '_'
  );
  return name;
}

class GoodMachine : public testing::TestWithParam<fs::path> {};

TEST_P(GoodMachine, ComesToThisPlan) {
  const Result<Plan> plan = plan_of(GetParam().string());
  ASSERT_TRUE(plan) << faults(plan.error());
  expect_golden(commands(*plan), fs::path(GetParam()).replace_extension(".plan"));
}

INSTANTIATE_TEST_SUITE_P(
    Documents,
    GoodMachine,
    testing::ValuesIn(documents(test_machines() / "good", ".plan")),
    test_name
);

TEST(Expand, NamesTheSourceOfEachCommand) {
  const Result<Plan> plan = plan_of("virt");
  ASSERT_TRUE(plan) << faults(plan.error());
  const auto uart =
      std::find_if(plan->commands.begin(), plan->commands.end(), [](const auto& command) {
        return command.arguments().value("id", "") == "uart0";
      });
  ASSERT_NE(uart, plan->commands.end());
  EXPECT_EQ(uart->origin().where, "machines/virt.json:61:14 (nodes.uart0)");
}

TEST(Expand, NamesThePartAndTheIterationOfEachCommand) {
  const Result<Plan> plan = plan_of((test_machines() / "good/board.json").string());
  ASSERT_TRUE(plan) << faults(plan.error());
  const auto window =
      std::find_if(plan->commands.begin(), plan->commands.end(), [](const auto& command) {
        return command.arguments().value("region", "") == "bank/uart[2]:regs";
      });
  ASSERT_NE(window, plan->commands.end());
  EXPECT_EQ(
      without(window->origin().where, test_machines().string() + "/"),
      "good/uart-bank.json:9:12 (map[0] at 2 of bank)"
  );
}

TEST(Expand, IsTheSameEachTime) {
  EXPECT_EQ(commands(plan_of("virt").value()), commands(plan_of("virt").value()));
}

TEST(Expand, ReportsAllFaultsOfTheParametersAtOnce) {
  const Result<Plan> plan = plan_of("virt", {{"cpus", 9}, {"memry", "1G"}, {"append", "quiet"}});
  ASSERT_FALSE(plan);
  EXPECT_EQ(
      faults(plan.error()),
      "machine virt: virt has no parameter 'memry'; did you mean 'memory'?\n"
      "machine virt: Parameter 'cpus' is 9; it must be 1 to 8\n"
  );
}

TEST(Expand, RunsTheAuthorsChecks) {
  const Result<Plan> plan = plan_of("virt", {{"append", "quiet"}});
  ASSERT_FALSE(plan);
  EXPECT_EQ(
      faults(plan.error()),
      "machines/virt.json:170:5: checks[1]: append is for a kernel: give kernel too\n"
  );
}

TEST(Expand, LeavesOutWhatAConditionLeavesOut) {
  const std::string without_kernel = commands(plan_of("virt").value());
  EXPECT_EQ(without_kernel.find("\"loader\""), std::string::npos);
  const std::string with_kernel = commands(plan_of("virt", {{"kernel", "k"}}).value());
  EXPECT_NE(
      with_kernel.find(
          R"({"driver":"loader","id":"kernel","file":"k","space":"/machine/bus","addr":2147483648})"
      ),
      std::string::npos
  ) << with_kernel;
}

TEST(Spec, SaysWhereATextIsNotUtf8) {
  const auto spec = parse_spec("board.json", "{ \"machine\": \"x\",\n  \"doc\": \"\xff\" }");
  ASSERT_FALSE(spec);
  EXPECT_TRUE(spec.error().desc.starts_with("board.json:2:11: invalid string: ill-formed UTF-8"))
      << spec.error().desc;
}

TEST(Spec, NamesWhatIsNoTextByItsPointers) {
  const auto spec = decode_spec("spec", {{"machine", "x"}, {"nodes", {{"a", 1}}}});
  ASSERT_FALSE(spec);
  EXPECT_EQ(
      spec.error().desc,
      "spec/nodes/a: Invalid parameter type for 'nodes.a', expected: object"
  );
}

TEST(SpecLibrary, NamesTheMachinesThatThereAre) {
  SpecLibrary library(shipped_specs());
  const Result<const Spec*> spec = library.machine("virtt");
  ASSERT_FALSE(spec);
  EXPECT_EQ(
      spec.error().desc,
      "no machine 'virtt'; did you mean 'virt'?; known are 'duo', 'none', 'opentitan-mini', "
      "'sifive-e', 'sifive-u', 'virt', 'virt32', and paths of descriptions"
  );
}

TEST(SpecLibrary, SaysWhyAFileCannotBeRead) {
  SpecLibrary library(shipped_specs());
  const Result<const Spec*> spec = library.machine("no/such/board.json");
  ASSERT_FALSE(spec);
  EXPECT_EQ(spec.error().desc, "no/such/board.json: No such file or directory");
}

}  // namespace
}  // namespace vm::machine
