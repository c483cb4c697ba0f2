// SPDX-License-Identifier: Apache-2.0
//
// What all nodes have in common; blockdev-null-co and blockdev-raw.

#include "vm/backends/block.h"

#include <cerrno>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/support/disk_user.h"
#include "tests/unit/support/temporary_folder.h"

namespace vm {
namespace {

using qapi::Json;
using Kind = BlockRequest::Kind;

class BlockTest : public testing::Test {
 protected:
  Blockdev& add(const char* driver, const char* name, const Json& properties) {
    return platform_.add<Blockdev>("blockdev-" + std::string(driver), name, properties);
  }

  Blockdev& add_null(const char* name = "disk", Json properties = Json::object()) {
    if (!properties.contains("size")) properties["size"] = 4096;
    return add("null-co", name, properties);
  }

  std::string error(const Json& properties) {
    return error_of(platform_.try_add("blockdev-raw", "part", properties));
  }

  TemporaryFolder folder_;
  FakePlatform platform_;
  DiskUser user_{platform_};
};

TEST_F(BlockTest, HasOneWriterOrManyReaders) {
  Blockdev& disk = add_null();
  DiskUser other(platform_);
  expect_ok(disk.attach(user_, "/a", BlockAccess::ReadWrite));
  EXPECT_EQ(
      error_of(disk.attach(other, "/b", BlockAccess::Read)),
      "/disk is in use by /a, which writes to it"
  );
  disk.detach(user_);
  expect_ok(disk.attach(user_, "/a", BlockAccess::Read));
  EXPECT_TRUE(disk.attach(other, "/b", BlockAccess::Read));
  EXPECT_EQ(disk.user_paths(), std::vector<std::string>({"/a", "/b"}));
  DiskUser third(platform_);
  EXPECT_EQ(
      error_of(disk.attach(third, "/c", BlockAccess::ReadWrite)),
      "/disk is in use by /a, which only reads it"
  );
  Blockdev& read_only = add_null("ro", {{"read-only", true}});
  EXPECT_EQ(error_of(read_only.attach(third, "/c", BlockAccess::ReadWrite)), "/ro is read-only");
}

TEST_F(BlockTest, RefusesRequestsThatCannotBeRight) {
  Blockdev& disk = add_null();
  EXPECT_EQ(user_.write(disk, 4095, "x"), 0);
  EXPECT_EQ(user_.write(disk, 4095, "xy"), EIO);
  EXPECT_EQ(user_.run(disk, Kind::Discard, ~uint64_t{0}, 2), EIO);
  EXPECT_EQ(user_.run(disk, Kind::WriteZeroes, 4097, 0), EIO);
  EXPECT_EQ(user_.run(disk, Kind::WriteZeroes, 4096, 0), 0);
  EXPECT_EQ(user_.run(disk, Kind::Flush), 0);
  Blockdev& read_only = add_null("ro", {{"read-only", true}});
  EXPECT_EQ(user_.write(read_only, 0, "x"), EROFS);
  EXPECT_EQ(user_.run(read_only, Kind::Discard, 0, 1), EROFS);
  EXPECT_EQ(user_.run(read_only, Kind::Flush), 0);
}

TEST_F(BlockTest, CountsWhatItWasAskedFor) {
  Blockdev& disk = add_null();
  user_.write(disk, 0, "four");
  user_.read(disk, 0, 3);
  user_.run(disk, Kind::Discard, 0, 100);
  user_.run(disk, Kind::Flush);
  user_.write(disk, 5000, "no");
  const api::BlockDeviceStats& stats = disk.stats();
  EXPECT_EQ(stats.wr_operations, 1u);
  EXPECT_EQ(stats.wr_bytes, 4u);
  EXPECT_EQ(stats.rd_operations, 1u);
  EXPECT_EQ(stats.rd_bytes, 3u);
  EXPECT_EQ(stats.unmap_bytes, 100u);
  EXPECT_EQ(stats.flush_operations, 1u);
  EXPECT_EQ(stats.failed_operations, 1u);
}

TEST_F(BlockTest, TakesABoundedNumberOfRequestsAtOnce) {
  Blockdev& disk = add_null();
  expect_ok(disk.attach(user_, "/a", BlockAccess::ReadWrite));
  size_t done = 0;
  const auto flush = [&] { return user_.submit(disk, {.done = [&done](int) { ++done; }}); };
  for (size_t i = 0; i < Blockdev::kMostInFlight; ++i) {
    ASSERT_TRUE(flush());
  }
  EXPECT_FALSE(flush());
  EXPECT_EQ(user_.ready, 0);
  EXPECT_TRUE(platform_.run_until([&] { return done == Blockdev::kMostInFlight; }));
  EXPECT_EQ(user_.ready, 1);
  EXPECT_TRUE(flush());
  disk.detach(user_);
  EXPECT_EQ(done, Blockdev::kMostInFlight + 1) << "nothing is under way after detach()";
}

TEST_F(BlockTest, NullGivesZeroesOnlyWhenAskedTo) {
  Blockdev& plain = add_null("plain");
  EXPECT_EQ(user_.read(plain, 0, 3), "???");
  Blockdev& zeroes = add_null("zeroes", {{"read-zeroes", true}});
  EXPECT_EQ(user_.read(zeroes, 0, 3), std::string(3, '\0'));
}

TEST_F(BlockTest, RawIsAPartOfTheNodeBelow) {
  const std::string image = folder_.write("disk", std::string("0123456789"));
  add("file", "file", {{"filename", image}});
  Blockdev& part = add("raw", "part", {{"file", "file"}, {"offset", 3}, {"size", 4}});
  EXPECT_EQ(part.size(), 4u);
  EXPECT_EQ(user_.read(part, 1, 3), "456");
  EXPECT_EQ(user_.write(part, 2, "xy"), 0);
  EXPECT_EQ(user_.write(part, 3, "xy"), EIO);
  EXPECT_EQ(folder_.read("disk"), "01234xy789");
}

TEST_F(BlockTest, RawUsesTheNodeBelowAsItIsUsed) {
  Blockdev& below = add_null("file", {{"read-only", true}});
  EXPECT_EQ(error({{"file", "file"}}), "/part: file is read-only; use read-only=on");
  Blockdev& part = add("raw", "part", {{"file", "file"}, {"auto-read-only", true}});
  EXPECT_TRUE(part.is_read_only());
  EXPECT_EQ(below.user_paths(), std::vector<std::string>({"/part"}));
  EXPECT_EQ(error_of(below.check_unused()), "/file is in use by /part");
  platform_.root().remove_child(part);
  EXPECT_TRUE(below.user_paths().empty());
}

TEST_F(BlockTest, RawSaysThatThereIsNoSuchPart) {
  add_null("file");
  EXPECT_EQ(
      error({{"file", "file"}, {"offset", 4000}, {"size", 97}}),
      "/part: file has 4096 bytes; the part of 97 at 4000 ends beyond them"
  );
  EXPECT_THAT(error({{"file", "file"}, {"offset", 4097}}), testing::HasSubstr("ends beyond"));
  EXPECT_THAT(error({{"file", "none"}}), testing::HasSubstr("none"));
}

TEST_F(BlockTest, GrowsWithTheNodeBelow) {
  const std::string image = folder_.write("disk", std::string("0123"));
  Blockdev& below = add("file", "file", {{"filename", image}});
  Blockdev& part = add("raw", "part", {{"file", "file"}, {"offset", 1}});
  expect_ok(part.attach(user_, "/a", BlockAccess::ReadWrite));
  expect_ok(part.grow(700));
  EXPECT_EQ(below.size(), 701u);
  EXPECT_EQ(user_.resized, 1);
  EXPECT_EQ(user_.read(part, 2, 3), std::string("3\0\0", 3));
  expect_ok(below.grow(1000));
  EXPECT_EQ(part.size(), 999u);
  EXPECT_EQ(error_of(part.grow(10)), "/part has 999 bytes and cannot shrink to 10");
  EXPECT_FALSE(part.grow(~uint64_t{0}));
  EXPECT_FALSE(add_null("null").grow(8192));
}

}  // namespace
}  // namespace vm
