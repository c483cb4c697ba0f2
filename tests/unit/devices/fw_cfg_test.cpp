// SPDX-License-Identifier: Apache-2.0

#include <gtest/gtest.h>

#include "tests/unit/support/fake_platform.h"
#include "tests/unit/support/temporary_folder.h"
#include "vm/devices/address_space.h"
#include "vm/devices/device.h"

namespace vm {
namespace {

constexpr uint64_t kData = 0;
constexpr uint64_t kSelector = 8;
constexpr uint64_t kDma = 16;
constexpr uint64_t kRam = 0x8000'0000;

constexpr uint16_t kSignature = 0;
constexpr uint16_t kDirectory = 0x19;
constexpr uint16_t kFirstFile = 0x20;

constexpr uint32_t kError = 1;
constexpr uint32_t kRead = 2;
constexpr uint32_t kSkip = 4;
constexpr uint32_t kSelect = 8;
constexpr uint32_t kWrite = 16;

class FwCfgTest : public testing::Test {
 protected:
  FwCfgTest() {
    expect_ok(space_.map(window_));
    fw_cfg_ = &platform_.add<Device>("fw-cfg", "fw-cfg", {{"space", "bus"}});
    add("greeting", {{"item-name", "opt/test/b"}, {"string", "good day"}});
    add("other", {{"item-name", "opt/test/a"}, {"file", folder_.write("a", std::string("abc"))}});
  }
  ~FwCfgTest() override { space_.unmap(window_); }

  Result<Object*> try_item(const std::string& name, qapi::Json properties) {
    properties["fw-cfg"] = "fw-cfg";
    return platform_.try_add("fw-cfg-item", name, properties);
  }
  void add(const std::string& name, const qapi::Json& properties) {
    const auto added = try_item(name, properties);
    EXPECT_EQ(error_of(added), "");
  }

  void select(uint16_t key) { fw_cfg_->mmio_write(0, kSelector, __builtin_bswap16(key), 2); }
  std::string text(size_t size) {
    std::string bytes;
    for (size_t i = 0; i < size; ++i) {
      bytes += static_cast<char>(fw_cfg_->mmio_read(0, kData, 1));
    }
    return bytes;
  }

  template <typename Value>
  Value get(uint64_t at) {
    Value value{};
    expect_ok(space_.read(at, &value, sizeof(value)));
    return value;
  }
  template <typename Value>
  void set(uint64_t at, Value value) {
    expect_ok(space_.write(at, &value, sizeof(value)));
  }

  /// What is left of the control word.
  uint32_t dma(uint32_t control, uint32_t length, uint64_t address) {
    set(kRam, __builtin_bswap32(control));
    set(kRam + 4, __builtin_bswap32(length));
    set(kRam + 8, __builtin_bswap64(address));
    fw_cfg_->mmio_write(0, kDma, __builtin_bswap64(kRam), 8);
    return __builtin_bswap32(get<uint32_t>(kRam));
  }

  TemporaryFolder folder_;
  FakePlatform platform_;
  AddressSpace& space_ = platform_.add<devices::AddressSpaceDevice>("address-space", "bus").space();
  Device& ram_ = platform_.add<Device>("ram", "ram", {{"size", 65536}});
  Mapping window_{.region = &ram_.region(0), .at = kRam};
  Device* fw_cfg_ = nullptr;
};

TEST_F(FwCfgTest, SaysWhatItIs) {
  select(kSignature);
  EXPECT_EQ(text(6), std::string("QEMU\0\0", 6));
  uint64_t word = fw_cfg_->mmio_read(0, kDma, 8);
  EXPECT_EQ(std::string(reinterpret_cast<char*>(&word), 8), "QEMU CFG");
}

TEST_F(FwCfgTest, ListsFilesByName) {
  select(kDirectory);
  EXPECT_EQ(text(4), std::string("\0\0\0\2", 4));
  EXPECT_EQ(text(8), std::string("\0\0\0\3\0\x20\0\0", 8));
  EXPECT_EQ(text(56).c_str(), std::string("opt/test/a"));
  EXPECT_EQ(text(8), std::string("\0\0\0\x8\0\x21\0\0", 8));
}

TEST_F(FwCfgTest, GivesAFileInPiecesOfAnySize) {
  select(kFirstFile + 1);
  uint64_t word = fw_cfg_->mmio_read(0, kData, 4);
  EXPECT_EQ(std::string(reinterpret_cast<char*>(&word), 4), "good");
  EXPECT_EQ(text(6), std::string(" day\0\0", 6)) << "zeros behind its end";
  select(kFirstFile);
  EXPECT_EQ(text(3), "abc");
  select(kFirstFile + 2);
  EXPECT_EQ(text(1), std::string(1, '\0')) << "there is none";
}

TEST_F(FwCfgTest, CopiesToMemory) {
  EXPECT_EQ(dma((kFirstFile + 1) << 16 | kSelect | kSkip, 5, 0), 0u);
  EXPECT_EQ(dma(kRead, 3, kRam + 0x100), 0u);
  EXPECT_EQ(get<uint32_t>(kRam + 0x100), 0x0079'6164u) << "day";
}

TEST_F(FwCfgTest, SaysWhenACopyFails) {
  EXPECT_EQ(dma(kRead, 100, kRam + 65536 - 50), kError);
  EXPECT_EQ(dma(kRead, UINT32_MAX, UINT64_MAX), kError);
  EXPECT_EQ(dma(kWrite, 1, kRam), kError);
  EXPECT_EQ(dma((kFirstFile << 16) | kSelect | kSkip, UINT32_MAX, 0), 0u);
  fw_cfg_->mmio_write(0, kDma, __builtin_bswap64(0x1234), 8);
  EXPECT_EQ(platform_.guest_log.size(), 1u);
}

TEST_F(FwCfgTest, DoesNotCopyItselfRoundAndRound) {
  const Mapping regs{.region = &fw_cfg_->region(0), .at = 0x1000};
  expect_ok(space_.map(regs));
  EXPECT_EQ(dma(kRead, 24, 0x1000), 0u);
  space_.unmap(regs);
}

TEST_F(FwCfgTest, RefusesAnItemThatIsNotOneThing) {
  const auto refused = [&](const qapi::Json& properties) {
    return error_of(try_item("item", properties));
  };
  EXPECT_EQ(refused({{"item-name", "x"}}), "/item: give either 'file' or 'string'");
  EXPECT_EQ(
      refused({{"item-name", "x"}, {"file", folder_.path("none")}}),
      "/item: " + folder_.path("none") + ": No such file or directory"
  );
  EXPECT_EQ(
      refused({{"item-name", "opt/test/a"}, {"string", ""}}),
      "/fw-cfg has a file 'opt/test/a' already"
  );
}

TEST_F(FwCfgTest, ForgetsAnItemThatHasGone) {
  platform_.root().remove_child(*platform_.root().child("other"));
  select(kFirstFile);
  EXPECT_EQ(text(4), "good");
}

}  // namespace
}  // namespace vm
