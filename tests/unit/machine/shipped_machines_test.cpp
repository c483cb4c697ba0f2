// SPDX-License-Identifier: Apache-2.0
//
// What holds for every machine that comes with the program. A new one is tested here from the day
// its description is in machines/.

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>
#include <unistd.h>

#include "runtime/json/json.h"
#include "tests/unit/support/machine_bench.h"
#include "tests/unit/support/temporary_folder.h"
#include "vm/devices/riscv_boot.h"
#include "vm/machine/device_tree.h"
#include "vm/machine/tree.h"

namespace vm {
namespace {

std::vector<std::string> shipped_names() {
  std::vector<std::string> names;
  machine::SpecLibrary library(machine::shipped_specs());
  const std::vector<const machine::Spec*> specs = library.shipped_machines().value();
  names.reserve(specs.size());
  for (const machine::Spec* spec : specs) {
    names.push_back(spec->name);
  }
  return names;
}

#if defined(__SANITIZE_ADDRESS__)
constexpr bool kIsSanitized = true;
#elif defined(__has_feature)
constexpr bool kIsSanitized = __has_feature(address_sanitizer);
#else
constexpr bool kIsSanitized = false;
#endif

/// All that a machine which could not be built must leave as it was.
struct World {
  std::string tree;
  std::ptrdiff_t descriptors = 0;
  size_t megabytes = 0;  ///< of address space, where guest memory would show

  bool operator==(const World&) const = default;

  static World of(MachineBench& bench) {
    return {
        .tree = qapi::encoded(tree_of(bench.platform.root())),
        .descriptors = open_descriptors(),
        .megabytes = address_space_megabytes(),
    };
  }

  static std::ptrdiff_t open_descriptors() {
    return std::distance(std::filesystem::directory_iterator("/proc/self/fd"), {});
  }

  static size_t address_space_megabytes() {
    // A sanitizer takes more and more for itself; the build without one shows what is left behind.
    if (kIsSanitized) return 0;
    std::ifstream statm("/proc/self/statm");
    size_t pages = 0;
    statm >> pages;
    return pages * static_cast<size_t>(getpagesize()) >> 20;
  }
};

/// Commands that fail, each at another stage: a type that there is not, an object that cannot be
/// realized, a window onto nothing, a wire from nowhere.
std::vector<qapi::Invocation> failing_commands() {
  const auto at = [](const char* command, const qapi::Json& arguments) {
    return qapi::Invocation(command, arguments, {qapi::Origin::Kind::Internal, "injected"});
  };
  return {
      at("device_add", {{"driver", "no-such-type"}, {"id", "injected"}}),
      at("device_add",
         {{"driver", "loader"}, {"id", "injected"}, {"file", "/no/such"}, {"space", "bus"}}),
      at("map", {{"region", "injected:regs"}, {"at", 0}, {"into", "bus"}}),
      at("connect", {{"from", "injected:irq"}, {"to", "plic:in[1]"}}),
  };
}

/// The plan with one command more.
machine::Plan with(machine::Plan plan, size_t position, const qapi::Invocation& command) {
  plan.commands.insert(plan.commands.begin() + static_cast<std::ptrdiff_t>(position), command);
  return plan;
}

class EveryMachine : public testing::TestWithParam<std::string> {};

TEST_P(EveryMachine, IsBuilt) {
  MachineBench bench;
  EXPECT_EQ(error_of(bench.apply(GetParam())), "");
}

TEST_P(EveryMachine, IsTakenBackAsAWholeWhereverItFails) {
  MachineBench bench;
  const machine::Plan plan = MachineBench::plan(GetParam()).value();
  const std::vector<qapi::Invocation> failures = failing_commands();
  // What the allocator keeps for itself, it has from here on.
  EXPECT_FALSE(machine::apply(with(plan, plan.commands.size(), failures[1]), bench.builder));

  const World before = World::of(bench);
  for (size_t position = 0; position <= plan.commands.size(); ++position) {
    for (const qapi::Invocation& failure : failures) {
      SCOPED_TRACE(failure.command() + " at " + std::to_string(position));
      ASSERT_FALSE(machine::apply(with(plan, position, failure), bench.builder));
      ASSERT_EQ(World::of(bench), before);
    }
  }
  EXPECT_EQ(error_of(machine::apply(plan, bench.builder)), "") << "nothing is in the way";
}

/// What dtc says of the device tree of a boot device, warnings first.
std::string decompiled(MachineBench& bench, const RiscvBoot& boot) {
  auto blob = machine::device_tree(*bench.machine, boot);
  if (!blob) return error_of(blob);
  const TemporaryFolder folder;
  const std::string command = "dtc -I dtb -O dts " + folder.write("tree.dtb", *blob) + " 2>&1";
  std::string output;
  FILE* pipe = popen(command.c_str(), "r");
  std::array<char, 4096> block{};
  while (const size_t got = fread(block.data(), 1, block.size(), pipe)) {
    output.append(block.data(), got);
  }
  EXPECT_EQ(pclose(pipe), 0);
  return output;
}

TEST_P(EveryMachine, HasADeviceTreeThatDtcFindsNothingWrongWith) {
  MachineBench bench;
  ASSERT_EQ(error_of(bench.apply(GetParam())), "");
  for (const auto& child : bench.machine->children()) {
    const auto* boot = dynamic_cast<const RiscvBoot*>(child.get());
    if (boot == nullptr) continue;
    const std::string tree = decompiled(bench, *boot);
    EXPECT_TRUE(tree.starts_with("/dts-v1/;")) << tree;
    EXPECT_NE(tree.find("cpu@"), std::string::npos) << tree;
  }
}

INSTANTIATE_TEST_SUITE_P(
    Shipped,
    EveryMachine,
    testing::ValuesIn(shipped_names()),
    [](const testing::TestParamInfo<std::string>& machine) {
      std::string name = machine.param;
      std::replace(name.begin(), name.end(), '-', '_');
      return name;
    }
);

}  // namespace
}  // namespace vm
