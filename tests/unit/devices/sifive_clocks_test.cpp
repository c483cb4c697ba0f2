// SPDX-License-Identifier: Apache-2.0
//
// The clock controllers of the FE310 and the FU540.

#include <gtest/gtest.h>

#include "tests/unit/support/fake_platform.h"
#include "vm/devices/device.h"

namespace vm {
namespace {

std::string hz(Object& object, std::string_view property) {
  return get_property(object, property).value_or("none");
}

TEST(SifiveEPrci, StartsOnTheRingOscillator) {
  FakePlatform platform;
  Device& prci = platform.add<Device>("sifive-e-prci", "prci");
  prci.reset();
  EXPECT_EQ(prci.mmio_read(0, 0x0, 4), 0xc010'0004u) << "enabled, ready, divided by 5";
  EXPECT_EQ(prci.mmio_read(0, 0x4, 4), 0xc000'0000u);
  EXPECT_EQ(hz(prci, "hfclk"), "14400000");
}

TEST(SifiveEPrci, RunsOnThePllThatItIsTold) {
  FakePlatform platform;
  Device& prci = platform.add<Device>("sifive-e-prci", "prci");
  prci.reset();
  prci.mmio_write(0, 0xc, 0x100, 4);
  prci.mmio_write(0, 0x8, 1u << 17 | 1u << 16 | 1u << 10 | 31u << 4 | 1, 4);
  EXPECT_EQ(hz(prci, "hfclk"), "256000000");
  EXPECT_EQ(prci.mmio_read(0, 0x8, 4) >> 31, 1u) << "locked";
  prci.mmio_write(0, 0xc, 1, 4);
  EXPECT_EQ(hz(prci, "hfclk"), "64000000") << "divided by 4";
}

TEST(SifiveUPrci, RunsOnTheCrystalOrOnThePll) {
  FakePlatform platform;
  Device& prci = platform.add<Device>("sifive-u-prci", "prci", {{"hfclk-frequency", 33000000}});
  prci.reset();
  EXPECT_EQ(hz(prci, "coreclk"), "33000000");
  EXPECT_EQ(prci.mmio_read(0, 0x24, 4), 1u);
  prci.mmio_write(0, 0x4, 2u << 15 | 29u << 6, 4);
  EXPECT_EQ(hz(prci, "coreclk"), "33000000");
  prci.mmio_write(0, 0x24, 0, 4);
  EXPECT_EQ(hz(prci, "coreclk"), "495000000");
  EXPECT_EQ(prci.mmio_read(0, 0x4, 4) >> 31, 1u) << "locked";
}

}  // namespace
}  // namespace vm
