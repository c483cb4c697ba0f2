// SPDX-License-Identifier: Apache-2.0
//
// What is said of a description before anything is made of it: the warnings beside the documents of
// tests/machines/lint, none for machines that are as they should be, and the faults that building
// would find.

#include "vm/machine/plan_report.h"

#include <algorithm>
#include <filesystem>

#include <gtest/gtest.h>

#include "runtime/json/json.h"
#include "tests/unit/machine/golden.h"
#include "tests/unit/machine/test_machines.h"
#include "tests/unit/support/fake_platform.h"
#include "vm/machine/spec_library.h"

namespace vm::machine {
namespace {

namespace fs = std::filesystem;

api::MachinePlan report_on(const std::string& name) {
  FakePlatform platform;
  SpecLibrary library(shipped_specs());
  Result<const Spec*> spec = library.machine(name);
  if (!spec) return failed_plan(spec.error());
  return plan_report(**spec, qapi::Any::object(), library, platform.factory());
}

std::string lines(const std::vector<std::string>& texts) {
  const std::string folder = test_machines().string() + "/";
  std::string all;
  for (const std::string& text : texts) {
    all += text + "\n";
  }
  for (size_t at = all.find(folder); at != std::string::npos; at = all.find(folder)) {
    all.erase(at, folder.size());
  }
  return all;
}

std::vector<std::string> documents(const fs::path& folder) {
  std::vector<std::string> found;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() == ".json") found.push_back(entry.path().string());
  }
  std::sort(found.begin(), found.end());
  return found;
}

TEST(PlanReport, WarnsOfWhatIsHardlyMeant) {
  for (const std::string& document : documents(test_machines() / "lint")) {
    SCOPED_TRACE(document);
    const api::MachinePlan plan = report_on(document);
    EXPECT_EQ(lines(plan.errors), "");
    EXPECT_FALSE(plan.warnings.empty());
    expect_golden(lines(plan.warnings), fs::path(document).replace_extension(".warn"));
  }
}

TEST(PlanReport, HasNothingToSayOfShippedMachines) {
  for (const ShippedSpec& shipped : shipped_specs()) {
    SpecLibrary library(shipped_specs());
    if (!library.machine(shipped.name)) continue;  // a part
    SCOPED_TRACE(shipped.name);
    const api::MachinePlan plan = report_on(std::string(shipped.name));
    EXPECT_EQ(lines(plan.errors), "");
    EXPECT_EQ(lines(plan.warnings), "");
  }
}

TEST(PlanReport, FindsTheFaultsThatBuildingWould) {
  for (const char* name : {"isa", "map-and-wires", "properties"}) {
    SCOPED_TRACE(name);
    const fs::path document = test_machines() / "unbuildable" / (std::string(name) + ".json");
    std::string found = lines(report_on(document.string()).errors);
    for (size_t at = found.find("unbuildable/"); at != std::string::npos;
         at = found.find("unbuildable/")) {
      found.erase(at, std::string("unbuildable/").size());
    }
    EXPECT_EQ(found, read_text(fs::path(document).replace_extension(".err")));
  }
}

TEST(PlanReport, FindsWhatKeepsAMachineFromBeingReady) {
  for (const char* name : {"harts", "firmware"}) {
    SCOPED_TRACE(name);
    const fs::path document = test_machines() / "unsound" / (std::string(name) + ".json");
    const api::MachinePlan plan = report_on(document.string());
    EXPECT_FALSE(plan.errors.empty());
    EXPECT_FALSE(plan.commands.empty());
    expect_golden(lines(plan.errors), fs::path(document).replace_extension(".err"));
  }
}

TEST(PlanReport, DoesNotAskForBackends) {
  const api::MachinePlan plan = report_on((test_machines() / "unbuildable/links.json").string());
  EXPECT_EQ(lines(plan.errors), "");
}

TEST(PlanReport, NamesAPlaceForEachCommand) {
  for (const api::PlannedCommand& command : report_on("virt").commands) {
    EXPECT_TRUE(command.origin.starts_with("machines/virt.json:")) << command.origin;
  }
}

TEST(PlanReport, LeavesNothingBehind) {
  FakePlatform platform;
  SpecLibrary library(shipped_specs());
  const Spec* virt = library.machine("virt").value();
  plan_report(*virt, qapi::Any::object(), library, platform.factory());
  EXPECT_TRUE(platform.root().children().empty());
}

}  // namespace
}  // namespace vm::machine
