// SPDX-License-Identifier: Apache-2.0

#include "vm/devices/virtio/virtio_balloon.h"

#include <gtest/gtest.h>

#include "tests/unit/support/virtio_bench.h"

namespace vm {
namespace {

using virtio::bit;

constexpr uint64_t kStatsQueue = bit(1);
constexpr uint64_t kPageReporting = bit(5);
constexpr uint64_t kPage = 4096;

class VirtioBalloonTest : public testing::Test {
 protected:
  VirtioBench bench_;
  VirtioBalloon& balloon_ = bench_.platform.add<VirtioBalloon>(
      "virtio-balloon",
      "balloon",
      {{"bus", "slot"}, {"free-page-reporting", true}}
  );
};

TEST_F(VirtioBalloonTest, TellsTheGuestHowMuchToGive) {
  ASSERT_TRUE(bench_.start({}));
  EXPECT_EQ(balloon_.actual(), kBenchRamSize);
  balloon_.set_target(kBenchRamSize - 10 * kPage);
  EXPECT_EQ(bench_.config(0, 4), 10u);
  EXPECT_EQ(bench_.read(VirtioBench::kInterruptStatus), 2u);
  bench_.write(VirtioBench::kConfig + 4, 7);
  EXPECT_EQ(balloon_.actual(), kBenchRamSize - 7 * kPage);
  ASSERT_EQ(bench_.platform.incidents.size(), 1u);
}

TEST_F(VirtioBalloonTest, PagesThatAreGivenNeedNoRoom) {
  ASSERT_TRUE(bench_.start({}));
  const uint64_t page = kBenchRam + (2 << 20);
  bench_.memory.put(page, "kept");
  bench_.memory.put(page + kPage, "given");
  const auto number = static_cast<uint32_t>((page + kPage) / kPage);
  std::string list(4, '\0');
  std::memcpy(list.data(), &number, sizeof(number));
  bench_.queue(0).add({bench_.readable(list + std::string(4, '\xff'))});
  bench_.notify(0);
  EXPECT_TRUE(bench_.queue(0).next_used());
  EXPECT_EQ(bench_.memory.text(page, 4), "kept");
  EXPECT_EQ(bench_.memory.text(page + kPage, 5), std::string(5, '\0'));
}

TEST_F(VirtioBalloonTest, MemoryThatIsReportedFreeNeedsNoRoom) {
  ASSERT_TRUE(bench_.start({.features = kPageReporting}));
  const uint64_t page = kBenchRam + (2 << 20);
  bench_.memory.put(page, "free");
  bench_.queue(2).add({{.at = page, .size = 2 * kPage, .is_written = true}});
  bench_.notify(2);
  EXPECT_TRUE(bench_.queue(2).next_used()) << "the queue before it was not negotiated";
  EXPECT_EQ(bench_.memory.text(page, 4), std::string(4, '\0'));
}

TEST_F(VirtioBalloonTest, AsksForStatistics) {
  ASSERT_TRUE(bench_.start({.features = kStatsQueue}));
  std::string stats(10, '\0');
  stats[0] = 5;  // total memory
  stats[2] = 77;
  bench_.queue(2).add({bench_.readable(stats)});
  bench_.notify(2);
  const std::string told = *get_property(balloon_, "guest-stats");
  EXPECT_NE(told.find("\"stat-total-memory\":77"), std::string::npos) << told;
  EXPECT_FALSE(bench_.queue(2).next_used()) << "it stays until others are wanted";
  expect_ok(set_property(balloon_, "guest-stats-polling-interval", 1, qapi::Spelling::Json));
  EXPECT_TRUE(bench_.wait_used(2));
}

}  // namespace
}  // namespace vm
