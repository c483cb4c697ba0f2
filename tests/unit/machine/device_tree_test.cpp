// SPDX-License-Identifier: Apache-2.0
//
// The device trees of whole machines, as dtc decompiles them, and the trees of their objects.

#include "vm/machine/device_tree.h"

#include <array>
#include <cstdio>
#include <filesystem>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "runtime/json/json.h"
#include "tests/unit/machine/golden.h"
#include "tests/unit/machine/test_machines.h"
#include "tests/unit/support/fake_platform.h"
#include "tests/unit/support/temporary_folder.h"
#include "vm/devices/riscv_boot.h"
#include "vm/machine/apply.h"
#include "vm/machine/builder.h"
#include "vm/machine/expand.h"
#include "vm/machine/spec_library.h"
#include "vm/machine/tree.h"

namespace vm {
namespace {

class DeviceTree : public testing::Test {
 protected:
  DeviceTree() : builder_(platform_.root(), platform_.factory(), undo_) {
    machine_ = &platform_.add<Object>("container", "machine");
  }

  std::string init(const qapi::Json& params) {
    machine::SpecLibrary library(machine::shipped_specs());
    const machine::Spec* spec = library.machine("virt").value();
    auto plan =
        machine::expand(*spec, qapi::Any(params), {.types = object_table(), .specs = library});
    if (!plan) return error_of(plan);
    return error_of(machine::apply(*plan, builder_));
  }

  /// Warnings first, if there are any.
  std::string decompiled() {
    auto blob = machine::device_tree(*machine_, *static_cast<RiscvBoot*>(machine_->child("boot")));
    if (!blob) return error_of(blob);
    const TemporaryFolder folder;
    const std::string file = folder.write("tree.dtb", *blob);
    return run("dtc -I dtb -O dts " + file + " 2>&1");
  }

  static std::string run(const std::string& command) {
    std::string output;
    FILE* pipe = popen(command.c_str(), "r");
    std::array<char, 4096> block{};
    while (const size_t got = fread(block.data(), 1, block.size(), pipe)) {
      output.append(block.data(), got);
    }
    pclose(pipe);
    return output;
  }

  FakePlatform platform_;
  qapi::UndoLog undo_;
  Builder builder_;
  Object* machine_ = nullptr;
};

TEST_F(DeviceTree, OfVirtIsWhatGuestsExpect) {
  ASSERT_EQ(init(qapi::Json::object()), "");
  expect_golden(decompiled(), test_machines() / "virt.dts");
}

TEST_F(DeviceTree, HasAllHartsAndADeviceThatWasAdded) {
  ASSERT_EQ(init({{"cpus", 4}, {"memory", "1G"}}), "");
  qapi::Any properties(qapi::Json{{"clock-frequency", 1843200}});
  ASSERT_EQ(
      error_of(builder_.add_device(
          {.driver = "uart16550", .id = "uart1", .parent = "/machine", .properties = properties},
          false
      )),
      ""
  );
  api::MapArgs window;
  window.region = "uart1";
  window.at = 0x1001'0000;
  window.into = "bus";
  ASSERT_EQ(error_of(builder_.map(window)), "");
  ASSERT_EQ(error_of(builder_.connect({.from = "uart1:irq", .to = "plic:in[20]"})), "");
  expect_golden(decompiled(), test_machines() / "virt-4-harts.dts");
}

TEST_F(DeviceTree, TellsTheKernelItsCommandLineAndItsInitrd) {
  const TemporaryFolder folder;
  const std::string kernel = folder.write("kernel.bin", std::string(4096, 'k'));
  const std::string initrd = folder.write("initrd.bin", std::string(1000, 'i'));
  ASSERT_EQ(init({{"kernel", kernel}, {"initrd", initrd}, {"append", "console=ttyS0 quiet"}}), "");
  const std::string tree = decompiled();
  EXPECT_NE(tree.find("bootargs = \"console=ttyS0 quiet\";"), std::string::npos) << tree;
  EXPECT_NE(tree.find("linux,initrd-start = <0x00 0x84000000>;"), std::string::npos) << tree;
  EXPECT_NE(tree.find("linux,initrd-end = <0x00 0x840003e8>;"), std::string::npos) << tree;
}

TEST_F(DeviceTree, ShowsAClintThatIsTakenApartAsTwoDevices) {
  ASSERT_EQ(init(qapi::Json::object()), "");
  ASSERT_EQ(error_of(builder_.unmap({.region = "mtimer", .at = 0x200'4000, .into = "bus"})), "");
  api::MapArgs window;
  window.region = "mtimer";
  window.at = 0x300'0000;
  window.into = "bus";
  ASSERT_EQ(error_of(builder_.map(window)), "");
  const std::string tree = decompiled();
  EXPECT_NE(tree.find("mswi@2000000"), std::string::npos) << tree;
  EXPECT_NE(
      tree.find("reg = <0x00 0x3007ff8 0x00 0x08 0x00 0x3000000 0x00 0x7ff8>"),
      std::string::npos
  ) << tree;
  EXPECT_EQ(tree.find("Warning"), std::string::npos) << tree;
}

TEST_F(DeviceTree, OfObjectsIsTheMachine) {
  ASSERT_EQ(init({{"cpus", 2}}), "");
  const qapi::Json tree = qapi::parse_json(qapi::encoded(tree_of(*machine_))).value();
  expect_golden(tree.dump(1) + "\n", test_machines() / "virt.tree");
}

TEST_F(DeviceTree, TellsHowFarHartsTranslateAndWhatTheirCacheBlocksAre) {
  ASSERT_EQ(init({{"isa", "rv64gc_sv57_zicbom_zicboz"}}), "");
  const std::string tree = decompiled();
  EXPECT_NE(tree.find("mmu-type = \"riscv,sv57\";"), std::string::npos) << tree;
  EXPECT_NE(tree.find("riscv,cbom-block-size = <0x40>;"), std::string::npos) << tree;
  EXPECT_NE(tree.find("riscv,cboz-block-size = <0x40>;"), std::string::npos) << tree;
  EXPECT_EQ(tree.find("riscv,cbop-block-size"), std::string::npos) << tree;
}

TEST_F(DeviceTree, OfObjectsDoesNotTellHowTheMachineCameToBe) {
  ASSERT_EQ(init(qapi::Json::object()), "");
  const std::string planned = qapi::encoded(tree_of(*machine_));
  // The same wire and window again, last instead of first.
  ASSERT_EQ(error_of(builder_.disconnect({.from = "mswi:msip[0]", .to = "cpus:msi[0]"})), "");
  ASSERT_EQ(
      error_of(builder_.connect({.from = "mswi:msip", .to = "cpus:msi[0]"})),
      "mswi has no output 'msip'; it has msip[0..0]"
  );
  ASSERT_EQ(error_of(builder_.connect({.from = "mswi:msip[0]", .to = "cpus:msi[*]"})), "");
  ASSERT_EQ(error_of(builder_.unmap({.region = "test", .at = 0x10'0000, .into = "bus"})), "");
  api::MapArgs window;
  window.region = "/machine/test:regs";
  window.at = 0x10'0000;
  window.into = "bus";
  window.size = 4096;
  ASSERT_EQ(error_of(builder_.map(window)), "");
  EXPECT_EQ(qapi::encoded(tree_of(*machine_)), planned);
}

TEST_F(DeviceTree, OfObjectsEndsWhereTheDepthSays) {
  ASSERT_EQ(init(qapi::Json::object()), "");
  EXPECT_TRUE(tree_of(*machine_, 0).children.empty());
  const api::TreeNode tree = tree_of(*machine_, 1);
  ASSERT_FALSE(tree.children.empty());
  for (const api::TreeNode& child : tree.children) {
    EXPECT_TRUE(child.children.empty());
  }
}

TEST_F(DeviceTree, OfAMachineThatFailedIsNotThere) {
  const std::string error = init({{"firmware", "/no/such/firmware.bin"}});
  EXPECT_TRUE(error.starts_with("machines/virt.json:")) << error;
  EXPECT_NE(error.find("(nodes.firmware)"), std::string::npos) << error;
  EXPECT_TRUE(machine_->children().empty());
}

}  // namespace
}  // namespace vm
