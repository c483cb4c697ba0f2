// SPDX-License-Identifier: Apache-2.0
//
// Images in files, together with qemu-img (package qemu-utils): it makes some that we read, and
// judges those that we write.

#include <cstdlib>
#include <random>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/support/disk_user.h"
#include "tests/unit/support/temporary_folder.h"

namespace vm {
namespace {

using qapi::Json;
using Kind = BlockRequest::Kind;

class BlockdevQcow2Test : public testing::Test {
 protected:
  void SetUp() override {
    if (std::system("qemu-img --version >/dev/null 2>&1") != 0) {
      GTEST_SKIP() << "qemu-img (package qemu-utils) is missing";
    }
  }

  /// In the folder. Its status.
  int qemu_img(const std::string& words) const {
    const std::string folder = folder_.path("");
    return std::system(fmt::format("cd {} && qemu-img {} >/dev/null", folder, words).c_str());
  }

  Blockdev& add(const std::string& file, Json more = Json::object()) {
    const bool read_only = more.value("read-only", false);
    platform_.add<Blockdev>(
        "blockdev-file",
        "file",
        {{"filename", folder_.path(file)}, {"read-only", read_only}, {"discard", "unmap"}}
    );
    more["file"] = "file";
    return platform_.add<Blockdev>("blockdev-qcow2", "disk", more);
  }

  void remove() {
    platform_.root().remove_child(*platform_.root().child("disk"));
    platform_.root().remove_child(*platform_.root().child("file"));
  }

  std::string random_text(size_t size) {
    std::string text(size, '\0');
    // Half of it can be compressed.
    for (size_t i = 0; i < size; i += 2) {
      text[i] = static_cast<char>(random_());
    }
    return text;
  }

  uint64_t pick(uint64_t count) { return random_() % count; }

  /// The same to the node and to the text.
  void change(Blockdev& disk, std::string& model) {
    const uint64_t offset = pick(model.size());
    const uint64_t length = std::min<uint64_t>(pick(200000) + 1, model.size() - offset);
    if (pick(4) != 0) {
      const std::string data = random_text(length);
      ASSERT_EQ(user_.write(disk, offset, data), 0);
      model.replace(offset, length, data);
      return;
    }
    const bool may_unmap = pick(2) == 0;
    ASSERT_EQ(
        user_.run(
            disk,
            {.kind = Kind::WriteZeroes, .offset = offset, .length = length, .may_unmap = may_unmap}
        ),
        0
    );
    model.replace(offset, length, length, '\0');
  }

  std::mt19937_64 random_{1};
  TemporaryFolder folder_;
  FakePlatform platform_;
  DiskUser user_{platform_};
};

TEST_F(BlockdevQcow2Test, WritesWhatQemuImgFindsRight) {
  constexpr size_t kSize = 3 << 20;
  folder_.write("base.raw", random_text(2 << 20));
  for (const char* options : {
           "-o cluster_size=64k",
           "-o cluster_size=512,refcount_bits=64",
           "-o cluster_size=4k,refcount_bits=1 -b base.raw -F raw",
           "-o compat=0.10",
           "-o compat=0.10,cluster_size=8k -b base.raw -F raw",
           "-o preallocation=metadata,lazy_refcounts=on",
       }) {
    SCOPED_TRACE(options);
    ASSERT_EQ(qemu_img(fmt::format("create -f qcow2 {} image {}", options, kSize)), 0);
    std::string model(kSize, '\0');
    if (std::string_view(options).find("base") != std::string_view::npos) {
      model.replace(0, 2 << 20, folder_.read("base.raw"));
    }
    Blockdev& disk = add("image", {{"discard", "unmap"}});
    for (int i = 0; i < 40; ++i) {
      change(disk, model);
    }
    EXPECT_EQ(user_.run(disk, Kind::Flush), 0);
    EXPECT_TRUE(user_.read(disk, 0, kSize) == model);
    remove();
    EXPECT_EQ(qemu_img("check -q image"), 0);
    folder_.write("model", model);
    EXPECT_EQ(qemu_img("compare -q -f qcow2 -F raw image model"), 0);
  }
}

TEST_F(BlockdevQcow2Test, ReadsAndChangesCompressedImages) {
  std::string model = random_text(3 << 20);
  folder_.write("model", model);
  for (const char* options :
       {"-o compression_type=zlib", "-o compression_type=zstd,cluster_size=16k"}) {
    SCOPED_TRACE(options);
    ASSERT_EQ(qemu_img(fmt::format("convert -c -f raw -O qcow2 {} model image", options)), 0);
    Blockdev& disk = add("image");
    EXPECT_TRUE(user_.read(disk, 0, model.size()) == model);
    std::string changed = model;
    for (int i = 0; i < 10; ++i) {
      change(disk, changed);
    }
    EXPECT_TRUE(user_.read(disk, 0, model.size()) == changed);
    remove();
    EXPECT_EQ(qemu_img("check -q image"), 0);
  }
}

TEST_F(BlockdevQcow2Test, LeavesSnapshotsAsTheyAre) {
  std::string model = random_text(1 << 20);
  folder_.write("before", model);
  ASSERT_EQ(qemu_img("convert -f raw -O qcow2 -o cluster_size=4k before image"), 0);
  ASSERT_EQ(qemu_img("snapshot -c kept image"), 0);
  Blockdev& disk = add("image", {{"discard", "unmap"}});
  for (int i = 0; i < 10; ++i) {
    change(disk, model);
  }
  EXPECT_TRUE(user_.read(disk, 0, model.size()) == model);
  remove();
  EXPECT_EQ(qemu_img("check -q image"), 0);
  ASSERT_EQ(qemu_img("convert -l kept -f qcow2 -O raw image after"), 0);
  EXPECT_TRUE(folder_.read("after") == folder_.read("before"));
}

TEST_F(BlockdevQcow2Test, GrowsAndGivesThatBack) {
  ASSERT_EQ(qemu_img("create -f qcow2 -o cluster_size=512 image 1M"), 0);
  Blockdev& disk = add("image");
  EXPECT_EQ(user_.write(disk, 1000, "here"), 0);
  expect_ok(disk.grow(64 << 20));
  EXPECT_EQ(user_.write(disk, (64 << 20) - 4, "last"), 0);
  EXPECT_EQ(user_.read(disk, 1000, 4), "here");
  remove();
  EXPECT_EQ(qemu_img("check -q image"), 0);
}

}  // namespace
}  // namespace vm
