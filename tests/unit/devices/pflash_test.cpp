// SPDX-License-Identifier: Apache-2.0

#include <gtest/gtest.h>

#include "tests/unit/support/fake_platform.h"
#include "tests/unit/support/temporary_folder.h"
#include "vm/backends/block.h"
#include "vm/devices/address_space.h"
#include "vm/devices/device.h"

namespace vm {
namespace {

constexpr uint64_t kSize = 1 << 20;
constexpr uint64_t kSector = 64 << 10;

// Both chips of 16 lines are told the same.
constexpr uint32_t both(uint32_t command) {
  return command << 16 | command;
}

constexpr uint32_t kReadArray = both(0xff);
constexpr uint32_t kReadId = both(0x90);
constexpr uint32_t kQuery = both(0x98);
constexpr uint32_t kReadStatus = both(0x70);
constexpr uint32_t kClearStatus = both(0x50);
constexpr uint32_t kProgram = both(0x40);
constexpr uint32_t kErase = both(0x20);
constexpr uint32_t kConfirm = both(0xd0);
constexpr uint32_t kBufferedWrite = both(0xe8);
constexpr uint32_t kReady = both(0x80);
constexpr uint32_t kSequenceError = both(0xb0);

class PflashTest : public testing::Test {
 protected:
  explicit PflashTest(const qapi::Json& drive = {}) {
    qapi::Json properties{{"size", kSize}, {"sector-size", kSector}};
    if (!drive.is_null()) {
      platform_.add<Blockdev>("blockdev-file", "disk", drive);
      properties["drive"] = "disk";
    }
    const std::lock_guard hold(platform_.machine_lock());
    flash_ = &platform_.add<Device>("pflash", "flash", properties);
    flash_->reset();
    expect_ok(space_.map({.region = &flash_->region(0), .at = 0}));
  }
  ~PflashTest() override { space_.unmap({.region = &flash_->region(0), .at = 0}); }

  uint32_t read(uint64_t at) {
    uint32_t value = 0;
    expect_ok(space_.read(at, &value, sizeof(value)));
    return value;
  }
  void write(uint64_t at, uint32_t value) {
    const std::lock_guard hold(platform_.machine_lock());
    expect_ok(space_.write(at, &value, sizeof(value)));
  }
  void program(uint64_t at, uint32_t value) {
    write(at, kProgram);
    write(at, value);
  }
  void erase(uint64_t at) {
    write(at, kErase);
    write(at, kConfirm);
  }
  bool is_shown() { return space_.flat_view()->find(0)->host != nullptr; }

  FakePlatform platform_;
  AddressSpace& space_ = platform_.add<devices::AddressSpaceDevice>("address-space", "bus").space();
  Device* flash_ = nullptr;
};

TEST_F(PflashTest, IsErasedAtFirst) {
  EXPECT_EQ(read(0), UINT32_MAX);
  EXPECT_EQ(read(kSize - 4), UINT32_MAX);
  EXPECT_FALSE(is_shown()) << "and takes no memory";
}

TEST_F(PflashTest, TellsWhatItIs) {
  write(0x154, kQuery);
  const auto word = [this](unsigned number) { return read(uint64_t{number} * 4); };
  EXPECT_EQ(word(0x10), both('Q'));
  EXPECT_EQ(word(0x11), both('R'));
  EXPECT_EQ(word(0x12), both('Y'));
  EXPECT_EQ(word(0x13), both(1)) << "Intel's commands";
  EXPECT_EQ(word(0x27), both(19)) << "half of a MiB in each chip";
  EXPECT_EQ(word(0x2a), both(9));
  EXPECT_EQ(word(0x2d), both(15)) << "sixteen sectors";
  EXPECT_EQ(word(0x2f), both(kSector / 2 / 256));
  EXPECT_EQ(word(0x31), both('P'));
  EXPECT_EQ(word(0x1000), 0u);
  write(0, kReadId);
  EXPECT_EQ(word(0), both(0x89));
  EXPECT_EQ(word(1), both(0x18));
  EXPECT_EQ(word(2), 0u) << "not locked";
  write(0, kReadArray);
  EXPECT_EQ(word(0), UINT32_MAX);
}

TEST_F(PflashTest, ProgramsOnesToZeroesAndErasesSectors) {
  program(0x100, 0x1234'5678);
  EXPECT_EQ(read(0x100), kReady);
  program(0x100, 0xffff'0000);
  program(kSector, 7);
  write(0, kReadArray);
  EXPECT_EQ(read(0x100), 0x1234'0000u);
  EXPECT_EQ(read(0x104), UINT32_MAX);
  EXPECT_TRUE(is_shown());
  erase(0x200);
  EXPECT_FALSE(is_shown()) << "while the status is read";
  write(0, kReadArray);
  EXPECT_EQ(read(0x100), UINT32_MAX);
  EXPECT_EQ(read(kSector), 7u);
  flash_->reset();
  EXPECT_EQ(read(kSector), 7u) << "a reset forgets nothing";
}

TEST_F(PflashTest, WritesABufferAtOnce) {
  write(0x400, kBufferedWrite);
  EXPECT_EQ(read(0x400), kReady);
  write(0x400, both(1));
  write(0x400, 0x1111'1111);
  write(0x410, 0x2222'2222);
  write(0x400, kConfirm);
  EXPECT_EQ(read(0x400), kReady);
  write(0, kReadArray);
  EXPECT_EQ(read(0x400), 0x1111'1111u);
  EXPECT_EQ(read(0x404), UINT32_MAX);
  EXPECT_EQ(read(0x410), 0x2222'2222u);
}

TEST_F(PflashTest, ABufferThatIsNotKeptToFails) {
  write(0x400, kBufferedWrite);
  write(0x400, both(1));
  write(0x800, 1);
  EXPECT_EQ(read(0), kSequenceError);
  write(0, kClearStatus);
  write(0, kBufferedWrite);
  write(0, both(256));
  write(0, kReadStatus);
  EXPECT_EQ(read(0), kSequenceError) << "more than it holds";
  write(0, kClearStatus);
  write(0, kErase);
  write(0, kReadArray);
  EXPECT_EQ(read(0), kSequenceError) << "not confirmed";
}

TEST_F(PflashTest, TakesWritesOfAnySize) {
  for (uint64_t at = 0; at < kSize; at += 4093) {
    for (const unsigned size : {1u, 2u, 4u, 8u}) {
      flash_->mmio_write(0, at, at * 0x9e37'79b9'7f4a'7c15, size);
      flash_->mmio_read(0, at, size);
      flash_->mmio_write(0, kSize - size, 0xe8e8'e8e8, size);
    }
  }
}

TEST_F(PflashTest, RefusesSizesThatAreNoPowersOfTwo) {
  const auto refused = [&](const qapi::Json& properties) {
    return error_of(platform_.try_add("pflash", "other", properties));
  };
  EXPECT_EQ(refused({{"size", 3 << 20}}), "other.size: 3145728 is no power of two");
  EXPECT_EQ(refused({{"bank-width", 1}}), "other.bank-width is less than device-width");
  EXPECT_EQ(refused({{"size", 65536}}), "other.size is less than sector-size");
}

struct OnFile {
  TemporaryFolder folder;
  std::string path = folder.write("flash", std::string(kSize, '\x5a'));
};

class PflashOnFile : private OnFile, public PflashTest {
 protected:
  explicit PflashOnFile(bool read_only = false)
      : PflashTest({{"filename", path}, {"read-only", read_only}}) {}

  std::string another_file(const std::string& bytes) { return folder.write("other", bytes); }
  char byte_of_file(size_t at) { return folder.read("flash").at(at); }
};

TEST_F(PflashOnFile, HoldsWhatTheNodeHolds) {
  EXPECT_TRUE(is_shown());
  EXPECT_EQ(read(4), 0x5a5a'5a5au);
}

TEST_F(PflashOnFile, IsReadyWhenTheNodeHasIt) {
  erase(kSector);
  EXPECT_EQ(read(0), 0u) << "busy";
  EXPECT_TRUE(platform_.run_until([this] { return read(0) == kReady; }));
  EXPECT_EQ(byte_of_file(kSector), '\xff');
  EXPECT_EQ(byte_of_file(2 * kSector - 1), '\xff');
  EXPECT_EQ(byte_of_file(2 * kSector), '\x5a');
  program(kSector, 0x0102'0304);
  EXPECT_TRUE(platform_.run_until([this] { return read(0) == kReady; }));
  EXPECT_EQ(byte_of_file(kSector), '\x04');
}

TEST_F(PflashOnFile, MustHaveTheSizeOfTheNode) {
  const std::string small = another_file(std::string(512, ' '));
  platform_.add<Blockdev>("blockdev-file", "small", {{"filename", small}});
  const std::lock_guard hold(platform_.machine_lock());
  EXPECT_EQ(
      error_of(platform_.try_add("pflash", "other", {{"drive", "small"}})),
      "/other: /small has 512 bytes, and 33554432 are needed"
  );
}

class PflashOnReadOnlyFile : public PflashOnFile {
 protected:
  PflashOnReadOnlyFile() : PflashOnFile(true) {}
};

TEST_F(PflashOnReadOnlyFile, IsLocked) {
  program(0, 0);
  EXPECT_EQ(read(0), both(0x92));
  write(0, kClearStatus);
  erase(0);
  EXPECT_EQ(read(0), both(0xa2));
  write(0, kReadArray);
  EXPECT_EQ(read(0), 0x5a5a'5a5au);
  write(0, kReadId);
  EXPECT_EQ(read(8), both(1)) << "locked";
}

}  // namespace
}  // namespace vm
