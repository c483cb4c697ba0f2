// SPDX-License-Identifier: Apache-2.0
//
// Drivers that break the rules, on purpose or not: the device says so once, wants a reset, works
// again after one, and touches nothing but what it was given.

#include <array>
#include <random>

#include <gtest/gtest.h>

#include "tests/unit/support/virtio_bench.h"

namespace vm {
namespace {

using virtio::bit;

constexpr uint64_t kSlotAt = 0x1000'1000;
constexpr uint64_t kNowhere = 0x4000'0000;
constexpr uint64_t kLastRam = kBenchRam + kBenchRamSize;

class HostileDriver : public testing::TestWithParam<uint64_t> {
 protected:
  HostileDriver() {
    expect_ok(bench_.space.map(slot_window_));
    bench_.platform.add<Device>("virtio-rng", "rng", {{"bus", "slot"}, {"packed", true}});
    start();
  }
  ~HostileDriver() override { bench_.space.unmap(slot_window_); }

  void start() { ASSERT_TRUE(bench_.start({.features = GetParam() | bit(virtio::kIndirectDesc)})); }

  /// What is written there makes the device want a reset, once.
  void expect_fault(const std::vector<Piece>& pieces, const std::string& why) {
    bench_.queue(0).add(pieces);
    bench_.notify(0);
    expect_fault(why);
  }

  void expect_fault(const std::string& why) {
    EXPECT_TRUE(bench_.needs_reset()) << why;
    EXPECT_EQ(bench_.read(VirtioBench::kInterruptStatus) & 2, 2u) << why;
    bench_.notify(0);
    ASSERT_EQ(bench_.platform.guest_log.size(), 1u) << why;
    EXPECT_NE(bench_.platform.guest_log[0].find(why), std::string::npos)
        << bench_.platform.guest_log[0];
    bench_.platform.guest_log.clear();
    start();
    bench_.queue(0).add({bench_.writable(8)});
    bench_.notify(0);
    EXPECT_EQ(bench_.queue(0).next_used()->written, 8u) << "after " << why;
  }

  bool is_packed() const { return (GetParam() & bit(virtio::kRingPacked)) != 0; }

  void set_flags(uint64_t slot, uint16_t flags) {
    bench_.memory.set(slot + (is_packed() ? 14 : 12), flags);
  }

  VirtioBench bench_;
  const Mapping slot_window_{.region = &bench_.slot.region(0), .at = kSlotAt};
};

INSTANTIATE_TEST_SUITE_P(
    Rings,
    HostileDriver,
    testing::Values(uint64_t{0}, bit(virtio::kRingPacked)),
    [](const auto& tested) { return tested.param == 0 ? "Split" : "Packed"; }
);

TEST_P(HostileDriver, BuffersMustBeMemory) {
  const std::string why = "outside of memory";
  expect_fault({{.at = kNowhere, .size = 16, .is_written = true}}, why);
  expect_fault({{.at = kLastRam - 4, .size = 16, .is_written = true}}, why);
  expect_fault({{.at = UINT64_MAX - 3, .size = 16, .is_written = true}}, why);
  expect_fault({{.at = kSlotAt + 0x50, .size = 4, .is_written = true}}, why);
}

TEST_P(HostileDriver, WhatIsReadComesFirst) {
  expect_fault({bench_.writable(4), bench_.readable("late")}, "follows what is written");
}

TEST_P(HostileDriver, ChainsAreNoLongerThanTheirQueue) {
  const uint64_t table = bench_.allocate(uint64_t{17} * 16);
  bench_.queue(0).add(std::vector<Piece>(16 + 1, bench_.writable(1)), table);
  set_flags(table, 3);  // in a split queue they refer to each other in a circle
  bench_.notify(0);
  expect_fault("longer than its queue");
}

TEST_P(HostileDriver, BuffersAreNotLargerThanThereAreAddresses) {
  std::vector<Piece> pieces(2, {.at = kBenchRam, .size = UINT32_MAX, .is_written = true});
  expect_fault(pieces, "2^32 bytes");
}

TEST_P(HostileDriver, TablesHaveNoTables) {
  const uint64_t table = bench_.allocate(64);
  bench_.queue(0).add({bench_.writable(1), bench_.writable(1)}, table);
  set_flags(table, 4);
  bench_.notify(0);
  expect_fault("where none may be");
}

TEST_P(HostileDriver, TablesHaveWholeDescriptors) {
  const uint64_t table = bench_.allocate(64);
  bench_.queue(0).add({bench_.writable(1)}, table);
  bench_.memory.set<uint32_t>(bench_.queue(0).descriptors + 8, 17);
  bench_.notify(0);
  expect_fault("whole number");
}

TEST_P(HostileDriver, TablesAreInMemory) {
  const uint64_t table = bench_.allocate(64);
  bench_.queue(0).add({bench_.writable(1)}, table);
  bench_.memory.set(bench_.queue(0).descriptors, kSlotAt);
  bench_.notify(0);
  expect_fault("outside of memory");
}

TEST_P(HostileDriver, RingsAreInMemory) {
  for (const uint64_t at :
       std::array<uint64_t, 4>{kNowhere, kSlotAt, kLastRam - 16, UINT64_MAX - 15}) {
    for (const auto area :
         {VirtioBench::kQueueDriver, VirtioBench::kQueueDevice, VirtioBench::kQueueDesc}) {
      bench_.write(VirtioBench::kStatus, 0);
      bench_.set_features(GetParam() | bit(virtio::kVersion1));
      bench_.write(VirtioBench::kQueueSel, 0);
      for (const auto each :
           {VirtioBench::kQueueDriver, VirtioBench::kQueueDevice, VirtioBench::kQueueDesc}) {
        const uint64_t place = each == area ? at : kBenchRam + (1 << 16) + each * 0x100;
        bench_.write(each, static_cast<uint32_t>(place));
        bench_.write(each + 4, static_cast<uint32_t>(place >> 32));
      }
      bench_.write(VirtioBench::kQueueReady, 1);
      bench_.write(VirtioBench::kStatus, bench_.read(VirtioBench::kStatus) | virtio::kDriverOk);
      bench_.notify(0);
    }
  }
  start();
  bench_.queue(0).add({bench_.writable(8)});
  bench_.notify(0);
  EXPECT_TRUE(bench_.queue(0).next_used());
}

TEST_P(HostileDriver, MemoryCanGoWhileTheDriverUsesIt) {
  bench_.queue(0).add({bench_.writable(8)});
  const Mapping ram{.region = &bench_.ram.region(0), .at = kBenchRam};
  bench_.space.unmap(ram);
  bench_.notify(0);
  expect_ok(bench_.space.map(ram));
  expect_fault("outside of memory");
}

TEST(HostileSplitDriver, SaysThatMoreIsAvailableThanThereIs) {
  VirtioBench bench;
  bench.platform.add<Device>("virtio-rng", "rng", {{"bus", "slot"}});
  ASSERT_TRUE(bench.start({}));
  bench.memory.set<uint16_t>(bench.queue(0).driver_area + 2, 1000);
  bench.notify(0);
  EXPECT_TRUE(bench.needs_reset());
}

TEST(HostileSplitDriver, ChainsInACircleEnd) {
  VirtioBench bench;
  bench.platform.add<Device>("virtio-rng", "rng", {{"bus", "slot"}});
  ASSERT_TRUE(bench.start({}));
  bench.queue(0).add({bench.writable(1)});
  bench.memory.set<uint16_t>(bench.queue(0).descriptors + 12, 3);
  bench.memory.set<uint16_t>(bench.queue(0).descriptors + 14, 0);
  bench.notify(0);
  EXPECT_TRUE(bench.needs_reset());
}

/// All kinds of devices, and what they are made with.
struct Kind {
  const char* type;
  qapi::Json properties;
};

std::vector<Kind> kinds() {
  return {
      {"virtio-rng", qapi::Json::object()},
      {"virtio-blk", {{"drive", "disk"}, {"num-queues", 2}}},
      {"virtio-net", {{"netdev", "net"}, {"queue-pairs", 2}}},
      {"virtio-console", {{"chardev", "con"}, {"ports", {"line"}}}},
      {"virtio-balloon", {{"free-page-reporting", true}}},
      {"virtio-keyboard", qapi::Json::object()},
  };
}

/// Fills the queues with numbers that are wrong in interesting ways.
class RandomGuest {
 public:
  RandomGuest(VirtioBench& bench, unsigned seed) : bench_(bench), random_(seed) {}

  void make_queue(unsigned number) {
    const DriverQueue& queue = bench_.queue(number);
    for (uint64_t i = 0; i < queue.size; ++i) {
      const uint64_t slot = queue.descriptors + 16 * i;
      bench_.memory.set(slot, address());
      bench_.memory.set(slot + 8, size());
      bench_.memory.set(slot + 12, static_cast<uint16_t>(some(8)));
      bench_.memory.set(
          slot + 14,
          static_cast<uint16_t>(some(4) == 0 ? random_() : some(16) | 0x80)
      );
      bench_.memory.set(queue.driver_area + 4 + 2 * i, static_cast<uint16_t>(some(queue.size + 1)));
    }
    bench_.memory.set(queue.driver_area, static_cast<uint16_t>(some(3)));
    bench_.memory.set(queue.driver_area + 2, static_cast<uint16_t>(some(queue.size + 1)));
  }

  unsigned some(unsigned most) { return static_cast<unsigned>(random_() % most); }

 private:
  uint64_t address() {
    switch (some(6)) {
      case 0: return kNowhere + some(4096);
      case 1: return kLastRam - some(64);
      case 2: return kSlotAt + some(512);
      case 3: return random_() * uint64_t{random_()};
      default: return kBenchRam + some(kBenchRamSize);
    }
  }

  uint32_t size() { return some(4) == 0 ? static_cast<uint32_t>(random_()) : 16 * some(40); }

  VirtioBench& bench_;
  std::mt19937 random_;
};

class RandomDriver : public testing::TestWithParam<uint64_t> {};

INSTANTIATE_TEST_SUITE_P(
    Rings,
    RandomDriver,
    testing::Values(uint64_t{0}, bit(virtio::kRingPacked)),
    [](const auto& tested) { return tested.param == 0 ? "Split" : "Packed"; }
);

TEST_P(RandomDriver, NeverGetsFurtherThanItsOwnMemory) {
  constexpr unsigned kRounds = 150;
  for (const Kind& kind : kinds()) {
    SCOPED_TRACE(kind.type);
    VirtioBench bench;
    bench.platform.add<Object>("blockdev-null-co", "disk", {{"size", 1 << 20}});
    bench.platform.add<Object>("netdev-null", "net");
    bench.platform.add<Object>("chardev-null", "con");
    bench.platform.add<Object>("chardev-null", "line");
    const Mapping window{.region = &bench.slot.region(0), .at = kSlotAt};
    expect_ok(bench.space.map(window));
    qapi::Json properties = {{"bus", "slot"}, {"packed", true}};
    properties.update(kind.properties);
    bench.platform.add<Device>(kind.type, "device", properties);
    RandomGuest guest(bench, 20260607);
    for (unsigned round = 0; round < kRounds; ++round) {
      const uint64_t offered = bench.device_features() & ~bit(virtio::kRingPacked);
      ASSERT_TRUE(bench.start({.features = offered | GetParam(), .queue_size = 8}));
      for (unsigned number = 0; bench.has_queue(number); ++number) {
        guest.make_queue(number);
        bench.notify(number);
      }
      bench.slot.mmio_write(0, guest.some(0x200), guest.some(256), 1);
      bench.platform.loop().poll();
    }
    bench.space.unmap(window);
    // It is as good as new.
    ASSERT_TRUE(bench.start({}));
    EXPECT_FALSE(bench.needs_reset());
  }
}

}  // namespace
}  // namespace vm
