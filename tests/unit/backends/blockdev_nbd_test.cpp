// SPDX-License-Identifier: Apache-2.0

#include <cerrno>
#include <chrono>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/socket.h>

#include "tests/unit/support/disk_user.h"
#include "tests/unit/support/nbd_server.h"
#include "tests/unit/support/temporary_folder.h"
#include "vm/backends/node_medium.h"
#include "vm/backends/qcow2/create.h"

namespace vm {
namespace {

using qapi::Json;
using testing::HasSubstr;
using Kind = BlockRequest::Kind;
using Clock = std::chrono::steady_clock;

class BlockdevNbdTest : public testing::Test {
 protected:
  std::string socket() const { return folder_.path("nbd.sock"); }

  Json properties(Json more = Json::object()) const {
    more["server"] = {{"type", "unix"}, {"path", socket()}};
    return more;
  }

  Blockdev& add(const Json& more = Json::object()) {
    return platform_.add<Blockdev>("blockdev-nbd", "disk", properties(more));
  }

  std::string error(const Json& more = Json::object()) {
    return error_of(platform_.try_add("blockdev-nbd", "disk", properties(more)));
  }

  TemporaryFolder folder_;
  FakePlatform platform_;
  DiskUser user_{platform_};
};

TEST_F(BlockdevNbdTest, ReadsAndWritesAnExport) {
  NbdServer server(socket(), {.size = 40 << 20});
  Blockdev& disk = add({{"discard", "unmap"}});
  EXPECT_EQ(disk.size(), 40u << 20);
  EXPECT_EQ(user_.write(disk, 100, "hello"), 0);
  EXPECT_EQ(user_.read(disk, 99, 7), std::string("\0hello\0", 7));
  EXPECT_EQ(user_.run(disk, Kind::Flush), 0);
  EXPECT_EQ(server.flushes(), 1);
  const std::string large(33 << 20, 'x');
  EXPECT_EQ(user_.write(disk, 1 << 20, large), 0) << "more than a server takes at once";
  EXPECT_TRUE(user_.read(disk, 1 << 20, large.size()) == large);
  EXPECT_EQ(user_.run(disk, Kind::WriteZeroes, 1 << 20, 20 << 20), 0);
  EXPECT_EQ(user_.read(disk, 20 << 20, 3), std::string(3, '\0'));
  EXPECT_EQ(user_.run(disk, Kind::Discard, 100, 2), 0);
  EXPECT_EQ(user_.read(disk, 100, 5), std::string("\0\0llo", 5));
  EXPECT_EQ(user_.write(disk, (40 << 20) - 1, "xy"), EIO);
}

TEST_F(BlockdevNbdTest, HasManyRequestsUnderWay) {
  NbdServer server(socket());
  Blockdev& disk = add();
  std::vector<std::string> parts(200);
  size_t done = 0;
  for (size_t i = 0; i < parts.size(); ++i) {
    parts[i].assign(512, static_cast<char>('a' + i % 26));
    auto* const data = reinterpret_cast<uint8_t*>(parts[i].data());
    ASSERT_TRUE(user_.submit(
        disk,
        {.kind = Kind::Write,
         .offset = i * 512,
         .length = 512,
         .data = data,
         .done = [&done](int failed) { done += failed == 0 ? 1 : 0; }}
    ));
  }
  EXPECT_TRUE(platform_.run_until([&] { return done == parts.size(); }));
  EXPECT_EQ(user_.read(disk, uint64_t{27} * 512, 2), "bb");
}

TEST_F(BlockdevNbdTest, TellsTheServersErrors) {
  NbdServer server(socket());
  Blockdev& disk = add();
  server.fail_with(28);  // no room
  EXPECT_EQ(user_.write(disk, 0, "x"), ENOSPC);
  server.fail_with(0);
  EXPECT_EQ(user_.write(disk, 0, "x"), 0);
}

TEST_F(BlockdevNbdTest, FailsWhatIsUnderWayWhenTheServerDies) {
  NbdServer server(socket());
  Blockdev& disk = add();
  server.die_after(1);
  EXPECT_EQ(user_.write(disk, 0, "x"), 0);
  EXPECT_EQ(user_.write(disk, 0, "y"), EIO);
  server.stop();
  EXPECT_EQ(user_.run(disk, Kind::Flush), EIO);
  // It is asked for again without anybody's doing.
  server.die_after(-1);
  server.start();
  EXPECT_TRUE(platform_.run_until([&] { return user_.write(disk, 0, "z") == 0; }));
}

TEST_F(BlockdevNbdTest, WaitsForTheServerToComeBack) {
  NbdServer server(socket());
  Blockdev& disk = add({{"reconnect-delay", 20}});
  EXPECT_EQ(user_.write(disk, 0, "x"), 0);
  server.stop();
  size_t done = 0;
  std::string text = "abc";
  for (uint64_t i = 0; i < 3; ++i) {
    auto* const data = reinterpret_cast<uint8_t*>(text.data() + i);
    ASSERT_TRUE(user_.submit(
        disk,
        {.kind = Kind::Write,
         .offset = i,
         .length = 1,
         .data = data,
         .done = [&done](int failed) { done += failed == 0 ? 1 : 0; }}
    ));
  }
  server.start();
  EXPECT_TRUE(platform_.run_until([&] { return done == 3; }));
  EXPECT_EQ(server.connections(), 2);
  EXPECT_EQ(user_.read(disk, 0, 3), "abc");
}

TEST_F(BlockdevNbdTest, GoesWhenTheServerDoesNotComeBack) {
  auto server = std::make_unique<NbdServer>(socket());
  Blockdev& disk = add({{"reconnect-delay", 1}});
  server = nullptr;
  int error = 0;
  ASSERT_TRUE(user_.submit(disk, {.done = [&error](int failed) { error = failed; }}));
  platform_.root().remove_child(disk);
  EXPECT_EQ(error, EIO);
}

TEST_F(BlockdevNbdTest, SaysWhyAnExportCannotBeUsed) {
  EXPECT_THAT(error(), HasSubstr("No such file or directory"));
  NbdServer server(socket(), {.read_only = true});
  EXPECT_EQ(error(), "/disk: the export is read-only; use read-only=on");
  EXPECT_EQ(error({{"read-only", true}}), "");
}

TEST_F(BlockdevNbdTest, HoldsAnImage) {
  NbdServer server(socket(), {.size = 4 << 20});
  Blockdev& below = add();
  NodeMedium medium(below);
  ASSERT_TRUE(qcow2::create_image(medium, {.size = 64 << 20}));
  Blockdev& image = platform_.add<Blockdev>("blockdev-qcow2", "image", {{"file", "disk"}});
  EXPECT_EQ(user_.write(image, 60 << 20, "far away"), 0);
  EXPECT_EQ(user_.read(image, 60 << 20, 8), "far away");
  EXPECT_EQ(user_.run(image, Kind::Flush), 0);
  EXPECT_EQ(user_.write(image, 0, std::string(5 << 20, 'x')), ENOSPC);
  EXPECT_EQ(user_.read(image, 60 << 20, 8), "far away");
}

}  // namespace
}  // namespace vm
