// SPDX-License-Identifier: Apache-2.0
//
// tests/machines/bad has a directory for each element of the language, and in it documents that a
// person could have written, each with the exact faults beside it in NAME.err. What has no such
// file is there for other documents: their parts and bases.

#include <algorithm>
#include <filesystem>
#include <set>

#include <gtest/gtest.h>

#include "tests/unit/machine/golden.h"
#include "tests/unit/machine/test_machines.h"
#include "tests/unit/support/fake_platform.h"
#include "vm/machine/plan_report.h"
#include "vm/machine/spec_library.h"

namespace vm::machine {
namespace {

namespace fs = std::filesystem;

const fs::path kBad = test_machines() / "bad";

const std::set<std::string> kElements = {
    "base",
    "checks",
    "document",
    "each",
    "expose",
    "expressions",
    "if",
    "map",
    "nodes",
    "params",
    "patch",
    "references",
    "wires",
};

std::vector<fs::path> files(const fs::path& folder, std::string_view extension) {
  std::vector<fs::path> found;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.path().extension() == extension) found.push_back(entry.path());
  }
  std::sort(found.begin(), found.end());
  return found;
}

fs::path with_extension(fs::path path, std::string_view extension) {
  return path.replace_extension(extension);
}

std::string without(std::string text, const std::string& folder) {
  for (size_t at = text.find(folder); at != std::string::npos; at = text.find(folder)) {
    text.erase(at, folder.size());
  }
  return text;
}

/// One fault a line.
std::string faults_of(const fs::path& document) {
  FakePlatform platform;
  SpecLibrary library(shipped_specs());
  const Result<const Spec*> spec = library.machine(document.string());
  const api::MachinePlan plan =
      spec ? plan_report(**spec, qapi::Any::object(), library, platform.factory())
           : failed_plan(spec.error());
  std::string text;
  for (const std::string& fault : plan.errors) {
    text += fault + "\n";
  }
  text = without(std::move(text), document.parent_path().string() + "/");
  return without(std::move(text), test_machines().string() + "/");
}

class BadMachine : public testing::TestWithParam<fs::path> {};

TEST_P(BadMachine, IsRefusedWithTheseFaults) {
  const fs::path document = with_extension(GetParam(), ".json");
  ASSERT_TRUE(fs::exists(document)) << "there is nothing that " << GetParam() << " is about";
  const std::string faults = faults_of(document);
  EXPECT_NE(faults, "") << "nothing is found to be wrong";
  expect_golden(faults, GetParam());
}

INSTANTIATE_TEST_SUITE_P(
    Documents,
    BadMachine,
    testing::ValuesIn(files(kBad, ".err")),
    [](const testing::TestParamInfo<fs::path>& expected) {
      std::string name = fs::relative(with_extension(expected.param, ""), kBad).string();
      std::replace_if(
          name.begin(),
          name.end(),
          [](char c) { return c == '-' || c == '/'; },
          '_'
      );
      return name;
    }
);

TEST(BadMachines, AreThereForEachElementOfTheLanguage) {
  std::set<std::string> found;
  for (const fs::path& expected : files(kBad, ".err")) {
    found.insert(fs::relative(expected.parent_path(), kBad).string());
  }
  EXPECT_EQ(found, kElements);
}

/// Whether another document beside it names it as a type or as its base.
bool is_used(const fs::path& helper) {
  const std::string stem = helper.stem().string();
  const std::vector<fs::path> neighbours = files(helper.parent_path(), ".json");
  return std::any_of(neighbours.begin(), neighbours.end(), [&](const fs::path& each) {
    if (each == helper) return false;
    const std::string text = read_text(each);
    return text.find("\"type\": \"" + stem + "\"") != text.npos ||
           text.find("\"base\": \"" + stem + "\"") != text.npos ||
           text.find("\"base\": \"./" + stem + ".json\"") != text.npos;
  });
}

TEST(BadMachines, HaveTheirFaultsBesideThem) {
  for (const fs::path& document : files(kBad, ".json")) {
    if (fs::exists(with_extension(document, ".err"))) continue;
    EXPECT_TRUE(is_used(document)) << document << " has no .err, and is used by none that has";
  }
}

TEST(BadMachines, MayNestPartsOnlySoDeep) {
  const fs::path folder = fs::path(testing::TempDir()) / "deep-parts";
  fs::create_directories(folder);
  const auto write = [&](const std::string& kind, int number, int next) {
    const std::string name = "deep-" + std::to_string(number);
    std::ofstream(folder / (name + ".json"))
        << "{ \"" << kind << "\": \"" << name << "\", \"nodes\": { \"a\": { \"type\": \"deep-"
        << next << "\" } } }";
  };
  write("machine", 0, 1);
  for (int i = 1; i <= 40; ++i) {
    write("part", i, i + 1);
  }
  const std::string faults = faults_of(folder / "deep-0.json");
  EXPECT_TRUE(faults.starts_with("deep-32.json:1:38: nodes.a: parts are nested too deeply, in "))
      << faults;
  fs::remove_all(folder);
}

}  // namespace
}  // namespace vm::machine
