// SPDX-License-Identifier: Apache-2.0

#include "vm/memory/address_space.h"

#include <array>
#include <vector>

#include <gtest/gtest.h>

namespace vm {
namespace {

/// Notes each access.
class Registers final : public MmioHandler {
 public:
  struct Access {
    uint64_t offset, value;
    unsigned size;
    bool operator==(const Access&) const = default;
  };

  uint64_t mmio_read(unsigned, uint64_t offset, unsigned size) override {
    accesses.push_back({offset, 0, size});
    return offset * 0x0101'0101'0101'0101;
  }

  void mmio_write(unsigned, uint64_t offset, uint64_t value, unsigned size) override {
    accesses.push_back({offset, value, size});
  }

  std::vector<Access> accesses;
};

class AddressSpaceTest : public testing::Test {
 protected:
  std::string map(Mapping mapping) {
    Result<> result = bus_.map(mapping);
    return result ? "" : result.error().desc;
  }

  Registers registers_;
  std::vector<uint8_t> ram_bytes_ = std::vector<uint8_t>(0x1000);
  std::vector<uint8_t> rom_bytes_ = std::vector<uint8_t>(0x1000);
  Region ram_{.name = "ram:mem", .size = 0x1000, .host = ram_bytes_.data()};
  Region rom_{.name = "rom:mem", .size = 0x1000, .host = rom_bytes_.data(), .readonly = true};
  Region uart_{.name = "uart:regs", .size = 0x100, .handler = &registers_};
  AddressSpace bus_{"bus"};
};

TEST_F(AddressSpaceTest, RefusesAnOverlapNamingBothSides) {
  EXPECT_EQ(map({.region = &ram_, .at = 0x8000}), "");
  EXPECT_EQ(
      map({.region = &uart_, .at = 0x8f80}),
      "uart:regs at 0x8f80..0x907f would overlap ram:mem at 0x8000..0x8fff in bus: give one of "
      "them another priority"
  );
  EXPECT_EQ(bus_.mappings().size(), 1u);
  EXPECT_EQ(map({.region = &uart_, .at = 0x8f80, .priority = 1}), "");
  EXPECT_EQ(map({.region = &rom_, .at = 0x9000}), "");
}

TEST_F(AddressSpaceTest, RefusesAWindowBeyondWhatIsMapped) {
  EXPECT_EQ(
      map({.region = &uart_, .at = 0, .offset = 0x80, .size = 0x81}),
      "a window of 0x81 bytes at offset 0x80 does not fit into uart:regs, which has 0x100"
  );
  EXPECT_NE(map({.region = &uart_, .at = 0, .offset = 0x100}), "");
  EXPECT_EQ(map({.region = &uart_, .at = 0, .offset = 0x80, .size = 0x80}), "");
}

TEST_F(AddressSpaceTest, RefusesAWindowBeyondTheLastAddress) {
  EXPECT_EQ(map({.region = &uart_, .at = UINT64_MAX - 0xff}), "");
  EXPECT_EQ(
      map({.region = &ram_, .at = UINT64_MAX - 0xff}),
      "ram:mem at 0xffffffffffffff00 reaches beyond 2^64"
  );
}

TEST_F(AddressSpaceTest, RefusesASpaceThatWouldHoldItself) {
  AddressSpace inner("inner");
  EXPECT_EQ(map({.space = &bus_, .at = 0}), "bus would hold itself by mapping bus");
  EXPECT_EQ(map({.space = &inner, .at = 0}), "");
  EXPECT_EQ(
      inner.map({.space = &bus_, .at = 0}).error().desc,
      "inner would hold itself by mapping bus"
  );
}

TEST_F(AddressSpaceTest, AnInnerSpaceChangesTheOuterOne) {
  AddressSpace inner("inner");
  map({.space = &inner, .at = 0x10000});
  int told = 0;
  uint64_t subscription = bus_.subscribe([&told] { ++told; });
  EXPECT_TRUE(inner.map({.region = &ram_, .at = 0x1000}));
  EXPECT_EQ(told, 1);
  EXPECT_EQ(bus_.flat_view()->find(0x11000)->host, ram_bytes_.data());

  bus_.unsubscribe(subscription);
  inner.unmap({.region = &ram_, .at = 0x1000});
  EXPECT_EQ(told, 1);
  EXPECT_EQ(bus_.flat_view()->find(0x11000), nullptr);
}

TEST_F(AddressSpaceTest, ChangesThatNobodySeesAreToldOnce) {
  int told = 0;
  bus_.subscribe([&told] { ++told; });
  map({.region = &ram_, .at = 0});
  bus_.unmap({.region = &ram_, .at = 0});
  map({.region = &ram_, .at = 0x10000});
  EXPECT_EQ(told, 1);
  EXPECT_NE(bus_.flat_view()->find(0x10000), nullptr);
  bus_.unmap({.region = &ram_, .at = 0x10000});
  EXPECT_EQ(told, 2);
}

TEST_F(AddressSpaceTest, RoomThatWasGivenBackCanBeTakenAgain) {
  for (int priority : {0, 1, 0}) {
    const Mapping window{.region = &ram_, .at = 0x1000, .priority = priority};
    EXPECT_EQ(map(window), "");
    EXPECT_NE(map(window), "");
    bus_.unmap(window);
  }
}

TEST_F(AddressSpaceTest, AnInnerSpaceMayGoFirst) {
  {
    AddressSpace inner("inner");
    map({.space = &inner, .at = 0});
  }
  EXPECT_TRUE(bus_.mappings().empty());
  EXPECT_EQ(map({.region = &ram_, .at = 0}), "");
}

TEST_F(AddressSpaceTest, AViewStaysValidAfterTheMapChanged) {
  map({.region = &ram_, .at = 0});
  std::shared_ptr<const FlatView> before = bus_.flat_view();
  bus_.unmap({.region = &ram_, .at = 0});
  EXPECT_NE(before->find(0), nullptr);
  EXPECT_EQ(bus_.flat_view()->find(0), nullptr);
}

TEST_F(AddressSpaceTest, ReadsAndWritesAcrossWindows) {
  map({.region = &ram_, .at = 0x1000});
  map({.region = &rom_, .at = 0x2000});
  std::array<uint8_t, 4> data = {1, 2, 3, 4};
  EXPECT_TRUE(bus_.write(0x1ffe, data.data(), data.size()));
  EXPECT_EQ(ram_bytes_[0xffe], 1);
  EXPECT_EQ(ram_bytes_[0xfff], 2);
  EXPECT_EQ(rom_bytes_[0], 0) << "what the guest writes to ROM is dropped";

  EXPECT_TRUE(bus_.load(0x1ffe, data.data(), data.size()));
  EXPECT_EQ(rom_bytes_[1], 4);
  std::array<uint8_t, 4> back{};
  EXPECT_TRUE(bus_.read(0x1ffe, back.data(), back.size()));
  EXPECT_EQ(back, data);
}

TEST_F(AddressSpaceTest, AnAccessThatFailsChangesNothing) {
  map({.region = &ram_, .at = 0x1000});
  std::array<uint8_t, 4> data = {1, 2, 3, 4};
  Result<> result = bus_.write(0x1ffe, data.data(), data.size());
  EXPECT_EQ(result.error().desc, "nothing is mapped at 0x2000 of bus");
  EXPECT_EQ(ram_bytes_[0xffe], 0);
  EXPECT_FALSE(bus_.read(UINT64_MAX, data.data(), 4)) << "must not wrap around";
  EXPECT_TRUE(bus_.read(0x9000, data.data(), 0));
}

TEST_F(AddressSpaceTest, RegistersAreAccessedInAlignedPieces) {
  map({.region = &uart_, .at = 0x100, .offset = 0x10, .size = 0x20});
  std::array<uint8_t, 11> data = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11};
  EXPECT_TRUE(bus_.write(0x103, data.data(), data.size()));
  const std::vector<Registers::Access> expected = {
      {0x13, 0x01, 1},
      {0x14, 0x05040302, 4},
      {0x18, 0x09080706, 4},
      {0x1c, 0x0b0a, 2}};
  // 0x108 is a multiple of 8, but only 6 bytes are left there.
  EXPECT_EQ(registers_.accesses, expected);
}

}  // namespace
}  // namespace vm
