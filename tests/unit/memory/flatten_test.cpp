// SPDX-License-Identifier: Apache-2.0

#include "vm/memory/flatten.h"

#include <optional>
#include <random>

#include <gtest/gtest.h>

namespace vm {
namespace {

class NoHandler final : public MmioHandler {
 public:
  uint64_t mmio_read(unsigned, uint64_t, unsigned) override { return 0; }
  void mmio_write(unsigned, uint64_t, uint64_t, unsigned) override {}
};

class FlattenTest : public testing::Test {
 protected:
  Region registers(unsigned index, uint64_t size) {
    return {
        .name = "r",
        .size = size,
        .host = nullptr,
        .readonly = false,
        .handler = &handler_,
        .index = index};
  }

  NoHandler handler_;
};

/// What is seen at an address: the region, and where in it.
using Seen = std::optional<std::pair<unsigned, uint64_t>>;

Seen seen_at(const std::vector<FlatRange>& ranges, uint64_t address) {
  for (const FlatRange& range : ranges) {
    if (address < range.first || address > range.last) continue;
    return std::pair(range.region, range.offset + (address - range.first));
  }
  return {};
}

/// The same straight from the definition: of the windows that hold the address, the highest that
/// shows anything there.
Seen expected_at(const std::vector<Mapping>& mappings, uint64_t address) {
  Seen found;
  int best = INT32_MIN;
  for (const Mapping& mapping : mappings) {
    if (address < mapping.at || address > last_address(mapping) || mapping.priority < best)
      continue;
    uint64_t offset = mapping.offset + (address - mapping.at);
    Seen seen = mapping.region != nullptr ? Seen(std::pair(mapping.region->index, offset))
                                          : expected_at(mapping.space->mappings(), offset);
    if (!seen) continue;
    found = seen;
    best = mapping.priority;
  }
  return found;
}

void expect_sorted(const std::vector<FlatRange>& ranges) {
  for (size_t i = 0; i < ranges.size(); ++i) {
    EXPECT_LE(ranges[i].first, ranges[i].last);
    if (i > 0) {
      EXPECT_LT(ranges[i - 1].last, ranges[i].first);
    }
  }
}

TEST_F(FlattenTest, AgreesWithTheDefinitionOnRandomMaps) {
  constexpr uint64_t kSpan = 64;
  std::mt19937 random(1);
  auto pick = [&random](uint64_t below) { return random() % below; };
  for (int round = 0; round < 300; ++round) {
    std::vector<Region> regions;
    for (unsigned i = 0; i < 8; ++i) {
      regions.push_back(registers(i, 1 + pick(16)));
    }
    AddressSpace inner("inner");
    AddressSpace outer("outer");
    for (const Region& region : regions) {
      AddressSpace& space = pick(3) == 0 ? inner : outer;
      uint64_t offset = pick(region.size);
      // What is refused for its overlap is left out.
      (void)space.map(
          {.region = &region,
           .at = pick(kSpan),
           .offset = offset,
           .priority = static_cast<int>(pick(3))}
      );
    }
    (void)outer.map(
        {.space = &inner,
         .at = pick(8),
         .offset = pick(8),
         .size = 1 + pick(40),
         .priority = static_cast<int>(pick(4))}
    );

    const std::vector<FlatRange>& ranges = outer.flat_view()->ranges();
    expect_sorted(ranges);
    for (uint64_t address = 0; address < 2 * kSpan; ++address) {
      ASSERT_EQ(seen_at(ranges, address), expected_at(outer.mappings(), address))
          << "round " << round << " at " << address;
      const FlatRange* range = outer.flat_view()->find(address);
      ASSERT_EQ(range != nullptr, seen_at(ranges, address).has_value());
    }
  }
}

TEST_F(FlattenTest, MergesNeighboursThatContinueEachOther) {
  std::vector<uint8_t> bytes(0x3000);
  Region ram{.name = "ram", .size = bytes.size(), .host = bytes.data()};
  std::vector<FlatRange> ranges = flatten({
      {.region = &ram, .at = 0x1000, .offset = 0, .size = 0x1000},
      {.region = &ram, .at = 0x2000, .offset = 0x1000, .size = 0x1000},
      {.region = &ram, .at = 0x3000, .offset = 0, .size = 0x1000},
  });
  ASSERT_EQ(ranges.size(), 2u);
  EXPECT_EQ(ranges[0].last, 0x2fffu);
  EXPECT_EQ(ranges[1].host, bytes.data());
}

TEST_F(FlattenTest, ASpaceReachesToTheEndOfBothSides) {
  Region high = registers(3, 0x10);
  AddressSpace inner("inner");
  EXPECT_TRUE(inner.map({.region = &high, .at = UINT64_MAX - 0xf}));
  AddressSpace outer("outer");
  EXPECT_TRUE(outer.map({.space = &inner, .at = 0}));
  ASSERT_EQ(outer.flat_view()->ranges().size(), 1u);
  EXPECT_EQ(outer.flat_view()->ranges()[0].last, UINT64_MAX);
}

}  // namespace
}  // namespace vm
