// SPDX-License-Identifier: Apache-2.0

#include <gtest/gtest.h>

#include "tests/unit/support/fake_platform.h"
#include "tests/unit/support/temporary_folder.h"
#include "vm/backends/block.h"
#include "vm/devices/device.h"

namespace vm {
namespace {

constexpr uint64_t kCsmode = 0x18;
constexpr uint64_t kTxdata = 0x48;
constexpr uint64_t kRxdata = 0x4c;
constexpr uint32_t kAuto = 0;
constexpr uint32_t kHold = 2;

constexpr size_t kSize = 16 << 20;

class SpiNorTest : public testing::Test {
 protected:
  SpiNorTest() { spi_.reset(); }

  void add(const qapi::Json& more = qapi::Json::object()) {
    qapi::Json properties{{"bus", "spi"}};
    properties.update(more);
    const std::lock_guard hold(platform_.machine_lock());
    platform_.add<Device>("spi-nor", "flash", properties).reset();
  }

  /// What comes back for what is sent behind these bytes.
  std::string transfer(const std::string& bytes, size_t more = 0) {
    const std::lock_guard hold(platform_.machine_lock());
    std::string answer;
    spi_.mmio_write(0, kCsmode, kHold, 4);
    for (size_t i = 0; i < bytes.size() + more; ++i) {
      spi_.mmio_write(0, kTxdata, i < bytes.size() ? static_cast<uint8_t>(bytes[i]) : 0, 4);
      const auto byte = static_cast<char>(spi_.mmio_read(0, kRxdata, 4));
      if (i >= bytes.size()) answer += byte;
    }
    spi_.mmio_write(0, kCsmode, kAuto, 4);
    return answer;
  }
  std::string load(const std::string& address, size_t size) {
    return transfer("\x03" + address, size);
  }
  void program(const std::string& address, const std::string& text) {
    transfer("\x06");
    transfer("\x02" + address + text);
  }
  char status() { return transfer("\x05", 1)[0]; }

  FakePlatform platform_;
  Device& spi_ = platform_.add<Device>("sifive-spi", "spi");
};

const std::string kZero(3, '\0');

TEST_F(SpiNorTest, NobodyAnswersOnAnEmptyBus) {
  EXPECT_EQ(transfer("\x9f", 3), "\xff\xff\xff");
}

TEST_F(SpiNorTest, SaysWhatItIs) {
  add();
  EXPECT_EQ(transfer("\x9f", 4), "\xef\x40\x18\xff");
}

TEST_F(SpiNorTest, ProgramsPagesAndErasesSectors) {
  add();
  EXPECT_EQ(load(kZero, 2), "\xff\xff");
  const std::string page_end = std::string("\0\0\xfe", 3);
  transfer("\x02" + page_end + "lost");
  EXPECT_EQ(load(page_end, 2), "\xff\xff") << "writing was not enabled";
  program(page_end, "abcd");
  EXPECT_EQ(load(page_end, 2), "ab");
  EXPECT_EQ(load(kZero, 2), "cd") << "a page is written round and round";
  EXPECT_EQ(transfer(std::string("\x0b\0\0\0\0", 5), 2), "cd");
  program(std::string("\1\0\0", 3), "far");
  transfer("\x06");
  EXPECT_EQ(status(), 2);
  transfer(std::string("\x20\0\0\x80", 4));
  EXPECT_EQ(status(), 0);
  EXPECT_EQ(load(page_end, 2), "\xff\xff");
  EXPECT_EQ(load(std::string("\1\0\0", 3), 3), "far");
  transfer("\x06");
  transfer("\xc7");
  EXPECT_EQ(load(std::string("\1\0\0", 3), 3), "\xff\xff\xff");
}

TEST_F(SpiNorTest, IsReadyWhenItsNodeHasWhatWasWritten) {
  const TemporaryFolder folder;
  const std::string path = folder.write("flash", std::string(kSize, 'f'));
  platform_.add<Blockdev>("blockdev-file", "disk", {{"filename", path}});
  add({{"drive", "disk"}});
  EXPECT_EQ(load(kZero, 2), "ff");
  program(kZero, std::string(1, '\0'));
  EXPECT_EQ(status() & 1, 1);
  EXPECT_TRUE(platform_.run_until([&] { return (status() & 1) == 0; }));
  EXPECT_EQ(folder.read("flash")[0], '\0');
}

TEST_F(SpiNorTest, HasAChipSelectOfItsOwn) {
  add();
  const auto second = platform_.try_add("spi-nor", "second", {{"bus", "spi"}});
  EXPECT_EQ(error_of(second), "/second: chip select 0 has a device already");
  const auto third = platform_.try_add("spi-nor", "third", {{"bus", "spi"}, {"select", 1}});
  EXPECT_EQ(error_of(third), "/third: there is no chip select 1; the last one is 0");
}

}  // namespace
}  // namespace vm
