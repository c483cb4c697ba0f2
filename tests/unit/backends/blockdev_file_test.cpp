// SPDX-License-Identifier: Apache-2.0

#include <cerrno>
#include <csignal>
#include <filesystem>

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/unit/support/disk_user.h"
#include "tests/unit/support/temporary_folder.h"

namespace vm {
namespace {

using qapi::Json;
using Kind = BlockRequest::Kind;

class BlockdevFileTest : public testing::Test {
 protected:
  std::string image(const std::string& contents = "0123456789") const {
    return folder_.write("disk", contents);
  }

  Blockdev& add(const Json& more = Json::object()) {
    Json properties = {{"filename", folder_.path("disk")}};
    properties.update(more);
    return platform_.add<Blockdev>("blockdev-file", "disk", properties);
  }

  std::string error(const std::string& filename, const Json& more = Json::object()) {
    Json properties = {{"filename", filename}};
    properties.update(more);
    return error_of(platform_.try_add("blockdev-file", "other", properties));
  }

  uint64_t blocks_of(const std::string& name) const {
    struct stat info {};
    stat(folder_.path(name).c_str(), &info);
    return static_cast<uint64_t>(info.st_blocks);
  }

  TemporaryFolder folder_;
  FakePlatform platform_;
  DiskUser user_{platform_};
};

TEST_F(BlockdevFileTest, ReadsAndWritesAFileOfAnySize) {
  image();
  Blockdev& disk = add();
  EXPECT_EQ(disk.size(), 10u);
  EXPECT_EQ(user_.read(disk, 3, 4), "3456");
  EXPECT_EQ(user_.write(disk, 8, "xy"), 0);
  EXPECT_EQ(user_.run(disk, Kind::WriteZeroes, 1, 2), 0);
  EXPECT_EQ(user_.run(disk, Kind::Flush), 0);
  EXPECT_EQ(user_.write(disk, 9, "xy"), EIO);
  EXPECT_EQ(folder_.read("disk"), std::string("0\0\0", 3) + "34567xy");
}

TEST_F(BlockdevFileTest, CarriesOutManyRequestsAtOnceWithoutMixingThemUp) {
  constexpr size_t kSize = 4096;
  constexpr size_t kCount = 200;
  image(std::string(kSize * kCount, '.'));
  Blockdev& disk = add();
  std::vector<std::string> written(kCount);
  size_t done = 0;
  for (size_t i = 0; i < kCount; ++i) {
    written[i] = std::string(kSize, static_cast<char>('a' + i % 26));
    auto* const data = reinterpret_cast<uint8_t*>(written[i].data());
    ASSERT_TRUE(user_.submit(
        disk,
        {.kind = Kind::Write,
         .offset = i * kSize,
         .length = kSize,
         .data = data,
         .done = [&done](int failed) { done += failed == 0 ? 1 : 0; }}
    ));
  }
  EXPECT_TRUE(platform_.run_until([&] { return done == kCount; }));
  std::string all;
  for (const std::string& each : written) {
    all += each;
  }
  EXPECT_EQ(folder_.read("disk"), all);
}

TEST_F(BlockdevFileTest, FinishesWhatIsUnderWayBeforeItGoes) {
  image(std::string(1 << 20, '.'));
  Blockdev& disk = add();
  std::string data(1 << 20, 'x');
  int done = 0;
  ASSERT_TRUE(user_.submit(
      disk,
      {.kind = Kind::Write,
       .length = data.size(),
       .data = reinterpret_cast<uint8_t*>(data.data()),
       .done = [&done](int) { ++done; }}
  ));
  platform_.root().remove_child(disk);
  EXPECT_EQ(done, 1);
  EXPECT_EQ(folder_.read("disk"), data);
}

TEST_F(BlockdevFileTest, GivesRoomBackWhenAskedTo) {
  const std::string contents(1 << 20, 'x');
  image(contents);
  Blockdev& disk = add({{"discard", "unmap"}});
  const uint64_t before = blocks_of("disk");
  EXPECT_EQ(user_.run(disk, Kind::Discard, 0, 1 << 19), 0);
  EXPECT_LT(blocks_of("disk"), before);
  EXPECT_EQ(disk.size(), contents.size());
  platform_.root().remove_child(disk);
  image(contents);
  Blockdev& kept = add();
  EXPECT_EQ(user_.run(kept, Kind::Discard, 0, 1 << 19), 0);
  EXPECT_EQ(folder_.read("disk"), contents);
}

TEST_F(BlockdevFileTest, GoesPastTheCacheWhereItCan) {
  image(std::string(8192, 'a') + "end");
  const std::string refused = error(folder_.path("disk"), {{"cache", {{"direct", true}}}});
  if (!refused.empty()) GTEST_SKIP() << refused;
  Blockdev& disk = *static_cast<Blockdev*>(platform_.root().child("other"));
  EXPECT_TRUE(disk.cache().direct);
  alignas(4096) static uint8_t block[4096];
  std::fill(std::begin(block), std::end(block), 'b');
  EXPECT_EQ(
      user_.run(disk, {.kind = Kind::Write, .offset = 4096, .length = 4096, .data = block}),
      0
  );
  EXPECT_EQ(user_.read(disk, 4094, 4), "aabb") << "what is not aligned";
  EXPECT_EQ(user_.write(disk, 8193, "xy"), 0);
  EXPECT_EQ(user_.run(disk, Kind::Flush), 0);
  EXPECT_EQ(folder_.read("disk"), std::string(4096, 'a') + std::string(4096, 'b') + "exy");
}

TEST_F(BlockdevFileTest, GoesPastTheCacheWithMemoryThatIsNotAligned) {
  constexpr size_t kSize = 3 << 20;
  image(std::string(kSize, 'a') + "end");
  const std::string refused = error(folder_.path("disk"), {{"cache", {{"direct", true}}}});
  if (!refused.empty()) GTEST_SKIP() << refused;
  Blockdev& disk = *static_cast<Blockdev*>(platform_.root().child("other"));
  std::string text(kSize + 1, 'b');
  auto* const odd = reinterpret_cast<uint8_t*>(text.data()) + 1;
  EXPECT_EQ(user_.run(disk, {.kind = Kind::Write, .length = kSize, .data = odd}), 0);
  std::fill_n(odd, kSize, uint8_t{0});
  EXPECT_EQ(user_.run(disk, {.kind = Kind::Read, .length = kSize, .data = odd}), 0);
  EXPECT_EQ(text, std::string(kSize + 1, 'b'));
  EXPECT_EQ(user_.run(disk, Kind::Flush), 0);
  EXPECT_EQ(folder_.read("disk"), std::string(kSize, 'b') + "end");
}

TEST_F(BlockdevFileTest, HasTheKernelReadAndWrite) {
  constexpr size_t kSize = 4096;
  constexpr size_t kCount = 200;
  for (const bool direct : {false, true}) {
    image(std::string(kSize * kCount, '.'));
    const Json more = {{"aio", "io_uring"}, {"cache", {{"direct", direct}}}};
    const std::string refused = error(folder_.path("disk"), more);
    if (!refused.empty()) {
      EXPECT_THAT(
          refused,
          testing::AnyOf(
              testing::HasSubstr("aio=io_uring is not possible: "),
              testing::HasSubstr("cache.direct is not")
          )
      );
      GTEST_SKIP() << refused;
    }
    Blockdev& disk = *static_cast<Blockdev*>(platform_.root().child("other"));
    std::vector<std::string> parts(kCount);
    size_t done = 0;
    std::string all;
    for (size_t i = 0; i < kCount; ++i) {
      parts[i].assign(kSize, static_cast<char>('a' + i % 26));
      all += parts[i];
      auto* const data = reinterpret_cast<uint8_t*>(parts[i].data());
      ASSERT_TRUE(user_.submit(
          disk,
          {.kind = Kind::Write,
           .offset = i * kSize,
           .length = kSize,
           .data = data,
           .done = [&done](int failed) { done += failed == 0 ? 1 : 0; }}
      ));
    }
    EXPECT_TRUE(platform_.run_until([&] { return done == kCount; }));
    EXPECT_EQ(user_.read(disk, 4095, 2), "ab");
    EXPECT_EQ(user_.run(disk, Kind::Flush), 0);
    std::filesystem::resize_file(folder_.path("disk"), kSize);
    user_.read(disk, kSize - 1, 2);
    EXPECT_EQ(user_.last_error, EIO);
    platform_.root().remove_child(disk);
    EXPECT_EQ(folder_.read("disk"), all.substr(0, kSize));
  }
}

TEST_F(BlockdevFileTest, LivesOnWhenTheFileIsDeletedAndFailsWhenItIsCut) {
  const std::string path = image();
  Blockdev& disk = add();
  std::filesystem::remove(path);
  EXPECT_EQ(user_.write(disk, 0, "x"), 0);
  EXPECT_EQ(user_.read(disk, 0, 3), "x12");
  platform_.root().remove_child(disk);
  image();
  Blockdev& cut = add();
  std::filesystem::resize_file(path, 4);
  user_.read(cut, 2, 4);
  EXPECT_EQ(user_.last_error, EIO);
}

TEST_F(BlockdevFileTest, TellsTheHostsErrors) {
  image();
  Blockdev& disk = add();
  expect_ok(disk.grow(1 << 20));
  rlimit before{};
  getrlimit(RLIMIT_FSIZE, &before);
  const rlimit small{.rlim_cur = 1 << 16, .rlim_max = before.rlim_max};
  setrlimit(RLIMIT_FSIZE, &small);
  EXPECT_EQ(user_.write(disk, 1 << 18, "x"), EFBIG);
  EXPECT_EQ(user_.write(disk, 100, "x"), 0);
  setrlimit(RLIMIT_FSIZE, &before);
}

TEST_F(BlockdevFileTest, SaysWhyAFileCannotBeUsed) {
  using testing::HasSubstr;
  EXPECT_EQ(
      error("/no/such/disk"),
      "/other: cannot open '/no/such/disk': No such file or directory"
  );
  EXPECT_THAT(error(folder_.path("")), HasSubstr("Is a directory"));
  EXPECT_THAT(
      error(folder_.path(""), {{"read-only", true}}),
      HasSubstr("it is a folder; a regular")
  );
  EXPECT_THAT(error("/dev/full"), HasSubstr("it is a character device; a regular file"));
  const std::string pipe = folder_.path("pipe");
  ASSERT_EQ(mkfifo(pipe.c_str(), 0600), 0);
  EXPECT_THAT(error(pipe), HasSubstr("it is a pipe"));
  EXPECT_THAT(error("/dev/fdset/7"), HasSubstr("no such set"));
  EXPECT_THAT(error("fd:1000"), HasSubstr("not an inherited descriptor"));
  EXPECT_THAT(error(""), HasSubstr("No such file"));
}

TEST_F(BlockdevFileTest, TakesAFileThatWasHandedOver) {
  const std::string path = image();
  const auto opened = [&path](int flags) {
    return "fd:" + std::to_string(open(path.c_str(), flags));
  };
  EXPECT_EQ(error(opened(O_RDWR)), "");
  Object* const disk = platform_.root().child("other");
  EXPECT_EQ(user_.read(*static_cast<Blockdev*>(disk), 0, 2), "01");
  platform_.root().remove_child(*disk);
  EXPECT_THAT(error(opened(O_RDONLY)), testing::HasSubstr("for reading only; use read-only=on"));
  EXPECT_THAT(error(opened(O_WRONLY)), testing::HasSubstr("for writing only"));
  EXPECT_THAT(error(opened(O_RDWR | O_APPEND)), testing::HasSubstr("for appending"));
  EXPECT_EQ(error(opened(O_RDONLY), {{"auto-read-only", true}}), "");
  EXPECT_TRUE(static_cast<Blockdev*>(platform_.root().child("other"))->is_read_only());
}

TEST_F(BlockdevFileTest, KeepsOthersFromWriting) {
  const std::string path = image();
  add();
  EXPECT_EQ(
      error(path),
      "/other: cannot open '" + path + "': somebody else writes to it; locking=off takes the risk"
  );
  EXPECT_THAT(error(path, {{"read-only", true}}), testing::HasSubstr("somebody else writes to it"));
  EXPECT_EQ(error(path, {{"locking", "off"}}), "");
}

TEST_F(BlockdevFileTest, ReadersShareAndKeepAWriterOut) {
  const std::string path = image();
  add({{"read-only", true}});
  EXPECT_THAT(error(path), testing::HasSubstr("wants it not to change"));
  EXPECT_EQ(error(path, {{"read-only", true}}), "");
}

TEST_F(BlockdevFileTest, HeedsTheLocksOfQemu) {
  const std::string path = image();
  const int other = open(path.c_str(), O_RDWR);
  struct flock lock {};
  lock.l_type = F_RDLCK;
  lock.l_whence = SEEK_SET;
  lock.l_start = 201;  // does not want it written
  lock.l_len = 1;
  ASSERT_EQ(fcntl(other, F_OFD_SETLK, &lock), 0);
  EXPECT_THAT(error(path), testing::HasSubstr("wants it not to change"));
  EXPECT_EQ(error(path, {{"read-only", true}}), "");
  close(other);
}

}  // namespace
}  // namespace vm
