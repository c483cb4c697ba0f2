// SPDX-License-Identifier: Apache-2.0

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "generated/types/block_core.h"

#include "tests/unit/support/object_state.h"
#include "tests/unit/support/temporary_folder.h"
#include "tests/unit/support/virtio_bench.h"
#include "vm/backends/block.h"

namespace vm {
namespace {

using virtio::bit;

enum Type : uint32_t {
  kIn = 0,
  kOut = 1,
  kFlush = 4,
  kGetId = 8,
  kDiscard = 11,
  kWriteZeroes = 13,
};

constexpr unsigned kFeatureReadOnly = 5;
constexpr unsigned kFeatureFlush = 9;
constexpr unsigned kFeatureConfigWce = 11;
constexpr unsigned kFeatureDiscard = 13;
constexpr unsigned kFeatureWriteZeroes = 14;

constexpr char kOk = 0;
constexpr char kIoError = 1;
constexpr char kUnsupported = 2;

constexpr size_t kSector = 512;
constexpr size_t kSectors = 64;

class VirtioBlkTest : public testing::TestWithParam<uint64_t> {
 protected:
  VirtioBlkTest() {
    for (size_t sector = 0; sector < kSectors; ++sector) {
      contents_ += std::string(kSector, static_cast<char>('A' + sector % 26));
    }
    image_ = folder_.write("disk.img", contents_);
  }

  Device& add(const qapi::Json& more = qapi::Json::object(), bool read_only = false) {
    disk_ = &bench_.platform.add<Blockdev>(
        "blockdev-file",
        "disk",
        {{"filename", image_}, {"read-only", read_only}}
    );
    return add_above("disk", more);
  }

  /// On a disk whose requests fail as told.
  Device& add_failing(const qapi::Json& errors, const qapi::Json& more) {
    bench_.platform.add<Blockdev>("blockdev-file", "file", {{"filename", image_}});
    const qapi::Json properties = {{"image", "file"}, {"inject-error", errors}};
    disk_ = &bench_.platform.add<Blockdev>("blockdev-blkdebug", "bad", properties);
    return add_above("bad", more);
  }

  Device& add_above(const char* drive, const qapi::Json& more) {
    qapi::Json properties = {
        {"bus", "slot"},
        {"drive", drive},
        {"serial", "S123"},
        {"packed", true}};
    properties.update(more);
    return bench_.platform.add<Device>("virtio-blk", "blk", properties);
  }

  void start(uint64_t features = 0) {
    ASSERT_TRUE(bench_.start({.features = features | GetParam()}));
  }

  static std::string header(uint32_t type, uint64_t sector) {
    std::string bytes(16, '\0');
    std::memcpy(bytes.data(), &type, sizeof(type));
    std::memcpy(bytes.data() + 8, &sector, sizeof(sector));
    return bytes;
  }

  static std::string segment(uint64_t sector, uint32_t sectors, uint32_t flags = 0) {
    std::string bytes(16, '\0');
    std::memcpy(bytes.data(), &sector, sizeof(sector));
    std::memcpy(bytes.data() + 8, &sectors, sizeof(sectors));
    std::memcpy(bytes.data() + 12, &flags, sizeof(flags));
    return bytes;
  }

  /// The status that a request gets; '?' when there is none.
  char run(const std::vector<Piece>& pieces) {
    const Piece status = bench_.writable(1);
    std::vector<Piece> all = pieces;
    all.push_back(status);
    bench_.memory.put(status.at, "?");
    bench_.queue(0).add(all, GetParam() & bit(virtio::kIndirectDesc) ? bench_.allocate(256) : 0);
    bench_.notify(0);
    const std::optional<UsedBuffer> used = bench_.wait_used(0);
    if (used) written_ = used->written;
    return bench_.memory.text(status.at, 1)[0];
  }

  char write(uint64_t sector, const std::string& bytes) {
    return run({bench_.readable(header(kOut, sector)), bench_.readable(bytes)});
  }

  /// Puts it into the queue, and says nothing.
  Piece add_write(uint64_t sector, const std::string& bytes) {
    const Piece status = bench_.writable(1);
    bench_.memory.put(status.at, "?");
    bench_.queue(0).add({bench_.readable(header(kOut, sector)), bench_.readable(bytes), status});
    return status;
  }

  /// Errors of the disk that were told.
  std::vector<DiskFailed> incidents() const {
    std::vector<DiskFailed> failed;
    for (const Incident& incident : bench_.platform.incidents) {
      failed.push_back(std::get<DiskFailed>(incident));
    }
    return failed;
  }

  std::string read(uint64_t sector, uint32_t size) {
    const Piece data = bench_.writable(size);
    EXPECT_EQ(run({bench_.readable(header(kIn, sector)), data}), kOk);
    EXPECT_EQ(written_, size + 1);
    return bench_.memory.text(data.at, size);
  }

  TemporaryFolder folder_;
  std::string contents_;
  std::string image_;
  VirtioBench bench_;
  Blockdev* disk_ = nullptr;
  uint32_t written_ = 0;
};

std::string ring_name(const testing::TestParamInfo<uint64_t>& info) {
  std::string name = info.param & bit(virtio::kRingPacked) ? "Packed" : "Split";
  if (info.param & bit(virtio::kIndirectDesc)) name += "Indirect";
  if (info.param & bit(virtio::kEventIdx)) name += "Events";
  return name;
}

INSTANTIATE_TEST_SUITE_P(
    Rings,
    VirtioBlkTest,
    testing::Values(
        0,
        bit(virtio::kIndirectDesc),
        bit(virtio::kEventIdx),
        bit(virtio::kRingPacked),
        bit(virtio::kRingPacked) | bit(virtio::kIndirectDesc) | bit(virtio::kEventIdx)
    ),
    ring_name
);

TEST_P(VirtioBlkTest, ReadsAndWritesSectors) {
  add();
  start();
  EXPECT_EQ(read(1, 2 * kSector), contents_.substr(kSector, 2 * kSector));
  EXPECT_EQ(write(3, std::string(kSector, 'x')), kOk);
  EXPECT_EQ(
      read(2, 3 * kSector),
      contents_.substr(2 * kSector, kSector) + std::string(kSector, 'x') +
          contents_.substr(4 * kSector, kSector)
  );
}

TEST_P(VirtioBlkTest, GoesAroundItsQueueManyTimes) {
  add();
  start();
  for (uint64_t i = 0; i < 100; ++i) {
    const std::string bytes(kSector, static_cast<char>('a' + i % 26));
    ASSERT_EQ(write(i % kSectors, bytes), kOk) << i;
    ASSERT_EQ(read(i % kSectors, kSector), bytes) << i;
  }
}

TEST_P(VirtioBlkTest, TellsWhatItIs) {
  add({{"num-queues", 3}});
  start();
  EXPECT_EQ(bench_.config(0, 8), kSectors);
  EXPECT_EQ(bench_.config(20, 4), kSector);
  EXPECT_EQ(bench_.config(34, 2), 3u);
  const Piece id = bench_.writable(20);
  EXPECT_EQ(run({bench_.readable(header(kGetId, 0)), id}), kOk);
  EXPECT_EQ(bench_.memory.text(id.at, 20), std::string("S123") + std::string(16, '\0'));
}

TEST_P(VirtioBlkTest, RefusesWhatLiesBeyondItsEnd) {
  add();
  start();
  EXPECT_EQ(write(kSectors, std::string(kSector, 'x')), kIoError);
  EXPECT_EQ(write(UINT64_MAX, std::string(kSector, 'x')), kIoError);
  EXPECT_EQ(write(0, std::string(100, 'x')), kIoError) << "no whole sector";
  EXPECT_EQ(run({bench_.readable(header(99, 0))}), kUnsupported);
  EXPECT_FALSE(bench_.needs_reset());
}

TEST_P(VirtioBlkTest, FlushesDiscardsAndWritesZeroes) {
  add();
  start(bit(kFeatureFlush) | bit(kFeatureDiscard) | bit(kFeatureWriteZeroes));
  EXPECT_EQ(run({bench_.readable(header(kFlush, 0))}), kOk);
  const Piece zeroes = bench_.readable(header(kWriteZeroes, 0));
  EXPECT_EQ(run({zeroes, bench_.readable(segment(4, 2) + segment(10, 1))}), kOk);
  EXPECT_EQ(read(4, 2 * kSector), std::string(2 * kSector, '\0'));
  EXPECT_EQ(read(10, kSector), std::string(kSector, '\0'));
  EXPECT_EQ(read(11, kSector), contents_.substr(11 * kSector, kSector));
  const Piece discard = bench_.readable(header(kDiscard, 0));
  EXPECT_EQ(run({discard, bench_.readable(segment(0, 8))}), kOk);
  EXPECT_EQ(run({discard, bench_.readable(segment(0, 8, 1))}), kUnsupported);
  EXPECT_EQ(run({discard, bench_.readable(segment(kSectors, 1))}), kIoError);
  EXPECT_EQ(run({discard, bench_.readable("short")}), kUnsupported);
}

TEST_P(VirtioBlkTest, OffersOnlyWhatWasNegotiated) {
  add();
  start();
  EXPECT_EQ(
      run({bench_.readable(header(kDiscard, 0)), bench_.readable(segment(0, 8))}),
      kUnsupported
  );
}

TEST_P(VirtioBlkTest, IsReadOnlyAsItsNodeIs) {
  add(qapi::Json::object(), true);
  EXPECT_NE(bench_.device_features() & bit(kFeatureReadOnly), 0u);
  EXPECT_EQ(bench_.device_features() & bit(kFeatureWriteZeroes), 0u);
  start(bit(kFeatureReadOnly));
  EXPECT_EQ(write(0, std::string(kSector, 'x')), kIoError);
  EXPECT_EQ(read(0, kSector), contents_.substr(0, kSector));
}

TEST_P(VirtioBlkTest, WritesThroughUntilTheDriverCanFlush) {
  add();
  start();
  EXPECT_EQ(write(0, std::string(kSector, 'x')), kOk);
  EXPECT_EQ(disk_->stats().flush_operations, 1u);
  start(bit(kFeatureFlush) | bit(kFeatureConfigWce));
  EXPECT_EQ(write(0, std::string(kSector, 'x')), kOk);
  EXPECT_EQ(disk_->stats().flush_operations, 1u);
  bench_.slot.mmio_write(0, VirtioBench::kConfig + 32, 0, 1);
  EXPECT_EQ(write(0, std::string(kSector, 'x')), kOk);
  EXPECT_EQ(disk_->stats().flush_operations, 2u);
}

TEST_P(VirtioBlkTest, TellsTheDriverWhenItGrows) {
  add();
  start();
  const uint32_t before = bench_.read(VirtioBench::kConfigGeneration);
  {
    const std::lock_guard hold(bench_.platform.machine_lock());
    ASSERT_EQ(error_of(disk_->grow(128 * kSector)), "");
  }
  EXPECT_EQ(bench_.config(0, 8), 128u);
  EXPECT_NE(bench_.read(VirtioBench::kConfigGeneration), before);
  EXPECT_EQ(bench_.read(VirtioBench::kInterruptStatus) & 2, 2u);
}

TEST_P(VirtioBlkTest, ForgetsRequestsOfADriverThatHasGone) {
  add();
  start();
  const Piece data = bench_.writable(kSector);
  {
    const std::lock_guard hold(bench_.platform.machine_lock());
    bench_.queue(0).add({bench_.readable(header(kIn, 0)), data, bench_.writable(1)});
    bench_.write(VirtioBench::kQueueNotify, 0);
    bench_.write(VirtioBench::kStatus, 0);
    disk_->finish_all();
  }
  EXPECT_EQ(bench_.memory.text(data.at, kSector), std::string(kSector, '\0'));
  start();
  EXPECT_EQ(read(5, kSector), contents_.substr(5 * kSector, kSector));
}

TEST_P(VirtioBlkTest, ARequestWithoutAHeaderIsNoRequest) {
  add();
  start();
  bench_.queue(0).add({bench_.readable("short"), bench_.writable(1)});
  bench_.notify(0);
  EXPECT_TRUE(bench_.needs_reset());
  EXPECT_EQ(bench_.platform.guest_log.size(), 1u);
}

TEST_P(VirtioBlkTest, ManyAtOnceAllComeBack) {
  add({{"num-queues", 1}});
  ASSERT_TRUE(bench_.start({.features = GetParam(), .queue_size = 256}));
  std::vector<Piece> statuses;
  for (unsigned i = 0; i < 80; ++i) {
    statuses.push_back(bench_.writable(1));
    bench_.memory.put(statuses.back().at, "?");
    bench_.queue(0).add(
        {bench_.readable(header(kIn, i % kSectors)), bench_.writable(kSector), statuses.back()},
        GetParam() & bit(virtio::kIndirectDesc) ? bench_.allocate(256) : 0
    );
  }
  bench_.notify(0);
  for (unsigned i = 0; i < 80; ++i) {
    ASSERT_TRUE(bench_.wait_used(0)) << i;
  }
  for (const Piece& status : statuses) {
    EXPECT_EQ(bench_.memory.text(status.at, 1)[0], kOk);
  }
}

const qapi::Json kWriteFailsOnce = {{{"iotype", "write"}, {"errno", ENOSPC}, {"once", true}}};

TEST_P(VirtioBlkTest, TellsTheDriverOfAnErrorThatStopsNothing) {
  add_failing({{{"sector", 3}}}, {{"werror", "report"}});
  start();
  EXPECT_EQ(write(3, std::string(kSector, 'x')), kIoError);
  EXPECT_EQ(write(4, std::string(kSector, 'x')), kOk);
  EXPECT_EQ(run({bench_.readable(header(kIn, 2)), bench_.writable(2 * kSector)}), kIoError);
  ASSERT_EQ(incidents().size(), 2u);
  EXPECT_EQ(incidents()[0].device, "/blk");
  EXPECT_EQ(incidents()[0].node, "bad");
  EXPECT_EQ(incidents()[0].operation, api::IoOperationType::Write);
  EXPECT_EQ(incidents()[0].action, api::BlockErrorAction::Report);
  EXPECT_EQ(incidents()[0].reason, "Input/output error");
  EXPECT_EQ(incidents()[1].operation, api::IoOperationType::Read);
}

TEST_P(VirtioBlkTest, TellsTheDriverNothingOfWhatIsToBeIgnored) {
  add_failing({{{"iotype", "write"}}}, {{"werror", "ignore"}});
  start();
  EXPECT_EQ(write(3, std::string(kSector, 'x')), kOk);
  EXPECT_EQ(read(3, kSector), contents_.substr(3 * kSector, kSector));
  EXPECT_EQ(incidents().at(0).action, api::BlockErrorAction::Ignore);
}

TEST_P(VirtioBlkTest, TriesAgainWhatHadNoRoom) {
  add_failing(kWriteFailsOnce, qapi::Json::object());
  start();
  EXPECT_EQ(write(3, std::string(kSector, 'x')), kOk) << "the bench never stopped";
  EXPECT_EQ(read(3, kSector), std::string(kSector, 'x'));
  ASSERT_EQ(incidents().size(), 1u);
  EXPECT_EQ(incidents()[0].action, api::BlockErrorAction::Stop);
  EXPECT_TRUE(incidents()[0].nospace);
}

TEST_P(VirtioBlkTest, TriesAgainOnlyWhenTheGuestGoesOn) {
  Device& blk = add_failing(kWriteFailsOnce, {{"werror", "stop"}});
  start();
  const Piece status = add_write(3, std::string(kSector, 'x'));
  {
    const std::lock_guard hold(bench_.platform.machine_lock());
    bench_.platform.clock().stop();
    bench_.write(VirtioBench::kQueueNotify, 0);
    disk_->finish_all();
  }
  EXPECT_EQ(incidents().size(), 1u);
  EXPECT_EQ(bench_.memory.text(status.at, 1), "?");
  // It is in a snapshot.
  const std::string state = saved(blk);
  blk.reset();
  EXPECT_NE(saved(blk), state);
  load(blk, state);
  bench_.platform.clock().start();
  EXPECT_TRUE(bench_.wait_used(0));
  EXPECT_EQ(bench_.memory.text(status.at, 1)[0], kOk);
}

TEST_P(VirtioBlkTest, ForgetsWhatFailedWhenTheDriverGoes) {
  add_failing(kWriteFailsOnce, {{"werror", "stop"}});
  start();
  const Piece status = add_write(3, std::string(kSector, 'x'));
  {
    const std::lock_guard hold(bench_.platform.machine_lock());
    bench_.write(VirtioBench::kQueueNotify, 0);
    disk_->finish_all();
    bench_.write(VirtioBench::kStatus, 0);
  }
  start();
  EXPECT_EQ(read(3, kSector), contents_.substr(3 * kSector, kSector));
  EXPECT_EQ(bench_.memory.text(status.at, 1), "?");
}

TEST(VirtioBlk, ReadsNeedNoRoom) {
  VirtioBench bench;
  bench.platform.add<Object>("blockdev-null-co", "disk");
  const auto refused = bench.platform.try_add(
      "virtio-blk",
      "blk",
      {{"bus", "slot"}, {"drive", "disk"}, {"rerror", "enospc"}}
  );
  EXPECT_EQ(
      error_of(refused),
      "blk.rerror: reading needs no room; 'stop' stops the guest at any error"
  );
}

TEST(VirtioBlk, NeedsSizesThatArePowersOfTwo) {
  VirtioBench bench;
  bench.platform.add<Object>("blockdev-null-co", "disk");
  const auto refused = bench.platform.try_add(
      "virtio-blk",
      "blk",
      {{"bus", "slot"}, {"drive", "disk"}, {"queue-size", 100}}
  );
  EXPECT_EQ(error_of(refused), "blk.queue-size: 100 is no power of two");
}

}  // namespace
}  // namespace vm
