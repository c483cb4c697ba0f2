// SPDX-License-Identifier: Apache-2.0

#include "vm/devices/port.h"

#include <gtest/gtest.h>

#include "tests/unit/support/fake_platform.h"
#include "vm/devices/device.h"

namespace vm {
namespace {

class PortTest : public testing::Test {
 protected:
  std::string find(const Device& device, PortKind kind, std::string_view spelled) {
    Result<PortElement> found = find_port(device, kind, spelled);
    return found ? to_string(device, *found) : found.error().desc;
  }

  FakePlatform platform_;
  Device& plic_ = platform_.add<Device>("plic", "plic", {{"num-sources", 10}, {"contexts", 2}});
  Device& uart_ = platform_.add<Device>("uart16550", "uart0");
};

TEST_F(PortTest, IsFoundByItsNameAndIndex) {
  EXPECT_EQ(find(plic_, PortKind::IrqIn, "in[9]"), "plic:in[9]");
  EXPECT_EQ(find(plic_, PortKind::IrqOut, "out[0]"), "plic:out[0]");
  EXPECT_EQ(find(uart_, PortKind::IrqOut, "irq"), "uart0:irq");
  EXPECT_EQ(find(uart_, PortKind::Mmio, ""), "uart0:regs") << "the only region needs no name";
  EXPECT_EQ(plic_.count(PortKind::IrqIn, 0), 10u);
  EXPECT_EQ(plic_.region(0).name, "plic:regs");
}

TEST_F(PortTest, WhatDoesNotExistIsSaid) {
  EXPECT_EQ(find(uart_, PortKind::IrqOut, "iqr"), "uart0 has no output 'iqr'; did you mean 'irq'?");
  EXPECT_EQ(find(uart_, PortKind::IrqIn, ""), "uart0 has 0 inputs: name one");
  EXPECT_EQ(find(plic_, PortKind::IrqIn, "in[10]"), "plic:in has no element 10: there are 10");
  EXPECT_EQ(find(plic_, PortKind::IrqIn, "in"), "plic:in is an array: name an element");
  EXPECT_EQ(find(uart_, PortKind::IrqOut, "irq[0]"), "uart0:irq is no array");
}

TEST_F(PortTest, NonsenseIsRefused) {
  for (const char* text : {"in[", "in[]", "in[x]", "in[1]x", "in[-1]", "in[99999999999]", "in[1"}) {
    EXPECT_NE(find(plic_, PortKind::IrqIn, text).find("is not a port"), std::string::npos) << text;
  }
}

}  // namespace
}  // namespace vm
