// SPDX-License-Identifier: Apache-2.0

#include "vm/machine/builder.h"

#include <gtest/gtest.h>

#include "runtime/json/json.h"
#include "tests/unit/support/fake_platform.h"
#include "vm/devices/address_space.h"
#include "vm/machine/resolve.h"

namespace vm {
namespace {

using qapi::Json;

class BuilderTest : public testing::Test {
 protected:
  BuilderTest() : builder_(platform_.root(), platform_.factory(), undo_) {
    platform_.add<Object>("container", "machine");
    add("address-space", "bus");
    add("plic", "plic", {{"num-sources", 31}});
    add("uart16550", "uart0");
    add("uart16550", "uart1");
  }

  std::string try_add(
      const std::string& type,
      const std::string& id,
      const Json& properties = Json::object(),
      bool hotplugged = false
  ) {
    return error_of(builder_.add_device(
        {.driver = type, .id = id, .parent = "/machine", .properties = qapi::Any(properties)},
        hotplugged
    ));
  }

  void add(
      const std::string& type,
      const std::string& id,
      const Json& properties = Json::object()
  ) {
    ASSERT_EQ(try_add(type, id, properties), "");
  }

  std::string map(const std::string& region, uint64_t at, const std::string& into = "bus") {
    api::MapArgs args;
    args.region = region;
    args.at = at;
    args.into = into;
    return error_of(builder_.map(args));
  }

  std::string connect(const std::string& from, const std::string& to) {
    return error_of(builder_.connect({.from = from, .to = to}));
  }

  size_t children() { return platform_.root().child("machine")->children().size(); }

  FakePlatform platform_;
  qapi::UndoLog undo_;
  Builder builder_;
};

TEST_F(BuilderTest, MakesABatchInTheOrderOfItsLinks) {
  const std::vector<NewObject> batch = {
      {.type = "riscv-cluster",
       .parent = nullptr,
       .name = "cpus",
       .properties = qapi::Any(Json{{"space", "/machine/soc/inner"}}),
       .parent_path = "/machine/soc"},
  };
  EXPECT_EQ(error_of(builder_.build(batch)), "no object /machine/soc");

  const std::vector<NewObject> whole = {
      {.type = "container", .parent = nullptr, .name = "soc", .parent_path = "/machine"},
      batch[0],
      {.type = "address-space", .parent = nullptr, .name = "inner", .parent_path = "/machine/soc"},
  };
  EXPECT_EQ(error_of(builder_.build(whole)), "");
  EXPECT_TRUE(resolve_device(platform_.root(), "soc/cpus").value()->is_realized());
}

TEST_F(BuilderTest, MakesNothingWhenOneOfABatchFails) {
  const size_t before = children();
  for (size_t failing = 0; failing < 4; ++failing) {
    std::vector<NewObject> batch;
    for (size_t i = 0; i < 4; ++i) {
      batch.push_back(
          {.type = "ram",
           .parent = nullptr,
           .name = "ram" + std::to_string(i),
           .properties = qapi::Any(Json{{"size", i == failing ? 1 : 4096}}),
           .parent_path = "/machine",
           .origin = "board.json:" + std::to_string(i)}
      );
    }
    const Result<std::vector<Object*>> built = builder_.build(batch);
    ASSERT_FALSE(built);
    EXPECT_TRUE(built.error().desc.starts_with("board.json:" + std::to_string(failing) + ": "))
        << built.error().desc;
    EXPECT_EQ(children(), before);
  }
}

TEST_F(BuilderTest, SaysWhatIsWrongWithADevice) {
  EXPECT_EQ(try_add("uart1655", "x"), "no device type 'uart1655'; did you mean 'uart16550'?");
  EXPECT_EQ(try_add("chardev-null", "x"), "'chardev-null' is not a device type");
  EXPECT_EQ(try_add("uart16550", "uart0"), "/machine already has a child 'uart0'");
  EXPECT_EQ(try_add("ram", "x"), "Parameter 'size' is missing");
  EXPECT_EQ(try_add("uart16550", "x", {}, true), "object type 'uart16550' cannot be hot-plugged");
}

TEST_F(BuilderTest, MapsRegionsAndTakesThemAwayAgain) {
  EXPECT_EQ(map("uart0", 0x1000), "");
  EXPECT_EQ(map("uart1:regs", 0x2000), "");
  AddressSpace& bus = *resolve_space(platform_.root(), "bus").value();
  EXPECT_NE(bus.flat_view()->find(0x1000), nullptr);

  EXPECT_EQ(error_of(builder_.unmap({.region = "uart0", .at = 0x1000, .into = "bus"})), "");
  EXPECT_EQ(bus.flat_view()->find(0x1000), nullptr);
  EXPECT_EQ(
      error_of(builder_.unmap({.region = "uart0", .at = 0x1000, .into = "bus"})),
      "'uart0' is not mapped at 0x1000 into 'bus'"
  );
}

TEST_F(BuilderTest, RefusesAMapThatOverlaps) {
  EXPECT_EQ(map("uart0", 0x1000), "");
  const std::string error = map("uart1", 0x1004);
  EXPECT_NE(error.find("uart0:regs"), std::string::npos) << error;
  EXPECT_NE(error.find("0x1000"), std::string::npos) << error;
}

TEST_F(BuilderTest, NamesWhatCannotBeMapped) {
  EXPECT_EQ(map("uart0:mem", 0), "uart0 has no region 'mem'; it has regs");
  EXPECT_EQ(map("uart0", 0, "plic"), "plic is a plic, not an address space");
  EXPECT_EQ(map("uartO", 0), "no device 'uartO'; did you mean 'uart0' or 'uart1'?");
}

TEST_F(BuilderTest, ConnectsAndDisconnects) {
  EXPECT_EQ(connect("uart0:irq", "plic:in[10]"), "");
  EXPECT_EQ(connect("uart0:irq", "plic:in[20]"), "");
  EXPECT_EQ(
      connect("uart1:irq", "plic:in[10]"),
      "plic:in[10] is already driven by uart0:irq; an or-gate joins several outputs"
  );
  EXPECT_EQ(error_of(builder_.disconnect({.from = "uart0:irq", .to = "plic:in[10]"})), "");
  EXPECT_EQ(connect("uart1:irq", "plic:in[10]"), "");
  EXPECT_EQ(
      error_of(builder_.disconnect({.from = "uart0:irq", .to = "plic:in[10]"})),
      "no wire leads from uart0:irq to plic:in[10]"
  );
}

TEST_F(BuilderTest, ConnectsRangesOfEqualLength) {
  add("riscv-cluster", "cpus", {{"count", 2}, {"space", "bus"}});
  EXPECT_EQ(connect("plic:out[*]", "cpus:mei[0..1]"), "");
  EXPECT_EQ(
      connect("plic:out[0]", "cpus:sei[*]"),
      "'plic:out[0]' has 1 elements and 'cpus:sei[*]' has 2"
  );
}

TEST_F(BuilderTest, NamesThePortsThatThereAre) {
  const std::string inputs = connect("uart0:irq", "plic:in[99]");
  EXPECT_TRUE(inputs.starts_with("plic has no input 'in[99]'; it has in[0..3")) << inputs;
  EXPECT_EQ(connect("uart0:irqs", "plic:in[1]"), "uart0 has no output 'irqs'; it has irq");
  EXPECT_EQ(connect("plic", "plic:in[1]"), "plic has several outputs; name one of out[0..1]");
}

TEST_F(BuilderTest, KeepsADeviceThatIsInUse) {
  EXPECT_EQ(connect("uart0:irq", "plic:in[10]"), "");
  EXPECT_EQ(
      error_of(builder_.remove_device({.id = "uart0"}, false)),
      "uart0:irq is wired to plic:in[10]"
  );
  EXPECT_EQ(
      error_of(builder_.remove_device({.id = "plic"}, false)),
      "uart0:irq is wired to plic:in[10]"
  );
  EXPECT_EQ(map("uart1", 0x1000), "");
  EXPECT_EQ(
      error_of(builder_.remove_device({.id = "uart1"}, false)),
      "uart1:regs is mapped at 0x1000 into bus"
  );
  EXPECT_EQ(error_of(builder_.unmap({.region = "uart1", .at = 0x1000, .into = "bus"})), "");
  EXPECT_EQ(error_of(builder_.remove_device({.id = "uart1"}, false)), "");
  EXPECT_EQ(platform_.root().child("machine")->child("uart1"), nullptr);
}

TEST_F(BuilderTest, UndoesMapsAndWiresOfAFailedCommand) {
  {
    const qapi::UndoLog::Scope scope(undo_);
    EXPECT_EQ(map("uart0", 0x1000), "");
    EXPECT_EQ(connect("uart0:irq", "plic:in[1]"), "");
    EXPECT_EQ(try_add("uart16550", "uart2"), "");
  }
  EXPECT_EQ(map("uart1", 0x1000), "");
  EXPECT_EQ(connect("uart1:irq", "plic:in[1]"), "");
  EXPECT_EQ(platform_.root().child("machine")->child("uart2"), nullptr);
}

}  // namespace
}  // namespace vm
