// SPDX-License-Identifier: Apache-2.0
//
// ram and rom.

#include <gtest/gtest.h>

#include "generated/objects/ram.h"

#include "tests/unit/support/fake_platform.h"
#include "vm/devices/address_space.h"
#include "vm/devices/device.h"

namespace vm {
namespace {

TEST(Memory, RamIsZeroAndKeepsItsContentsOverAReset) {
  FakePlatform platform;
  auto& ram = platform.add<Device>("ram", "ram", {{"size", "1M"}});
  Region& region = ram.region(api::RamPort::kMem);
  EXPECT_EQ(region.name, "ram:mem");
  EXPECT_EQ(region.size, 1u << 20);
  EXPECT_FALSE(region.readonly);
  EXPECT_EQ(region.host[region.size - 1], 0);
  region.host[5] = 7;
  ram.reset();
  EXPECT_EQ(region.host[5], 7);
}

TEST(Memory, RomDropsWhatTheGuestWritesAndTakesWhatALoaderWrites) {
  FakePlatform platform;
  auto& rom = platform.add<Device>("rom", "rom", {{"size", 4096}});
  AddressSpace bus("bus");
  ASSERT_TRUE(bus.map({.region = &rom.region(0), .at = 0x1000}));
  uint32_t word = 0x12345678;
  EXPECT_TRUE(bus.write(0x1000, &word, sizeof(word)));
  EXPECT_EQ(rom.region(0).host[0], 0);
  EXPECT_TRUE(bus.load(0x1000, &word, sizeof(word)));
  EXPECT_EQ(rom.region(0).host[0], 0x78);
}

TEST(Memory, HasWholePages) {
  FakePlatform platform;
  EXPECT_EQ(
      error_of(platform.try_add("ram", "ram0", {{"size", 5000}})),
      "ram0.size: 0x1388 is not a multiple of 0x1000"
  );
}

TEST(Memory, MoreThanTheHostCanAddressIsAnErrorAndLeavesNothing) {
  FakePlatform platform;
  // Two of these exceed the 47 bits that a process has for itself.
  platform.add<Device>("ram", "first", {{"size", uint64_t{1} << 46}});
  Result<Object*> second = platform.try_add("ram", "second", {{"size", uint64_t{1} << 46}});
  EXPECT_NE(error_of(second).find("no memory of 70368744177664 bytes"), std::string::npos)
      << error_of(second);
  EXPECT_EQ(platform.root().child("second"), nullptr);
}

}  // namespace
}  // namespace vm
