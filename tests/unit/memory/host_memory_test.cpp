// SPDX-License-Identifier: Apache-2.0

#include "vm/memory/host_memory.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace vm {
namespace {

TEST(HostMemory, IsZeroAndCostsNothingBeforeItIsUsed) {
  constexpr uint64_t kMuch = uint64_t{1} << 36;
  HostMemory memory = HostMemory::allocate(kMuch).value();
  EXPECT_EQ(memory.size(), kMuch);
  EXPECT_EQ(memory.data()[kMuch - 1], 0);
  memory.data()[0] = 1;

  HostMemory moved = std::move(memory);
  EXPECT_EQ(memory.data(), nullptr);  // NOLINT(bugprone-use-after-move): that it lets go is meant
  EXPECT_EQ(moved.data()[0], 1);
}

TEST(HostMemory, MoreThanTheHostHasIsAnError) {
  Result<HostMemory> memory = HostMemory::allocate(uint64_t{1} << 60);
  ASSERT_FALSE(memory);
  EXPECT_THAT(memory.error().desc, testing::StartsWith("no memory of 1152921504606846976 bytes: "));
}

}  // namespace
}  // namespace vm
