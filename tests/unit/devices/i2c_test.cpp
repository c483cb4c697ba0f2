// SPDX-License-Identifier: Apache-2.0

#include <gtest/gtest.h>

#include "tests/unit/support/fake_platform.h"
#include "tests/unit/support/irq_line.h"
#include "tests/unit/support/temporary_folder.h"
#include "vm/backends/block.h"
#include "vm/devices/device.h"

namespace vm {
namespace {

enum Register : uint64_t {
  kPrescaleLow = 0,
  kPrescaleHigh = 1,
  kControl = 2,
  kData = 3,
  kCommandStatus = 4,
};

constexpr uint8_t kStart = 0x80;
constexpr uint8_t kStop = 0x40;
constexpr uint8_t kRead = 0x20;
constexpr uint8_t kWrite = 0x10;
constexpr uint8_t kNotAcknowledged = 0x80;
constexpr uint8_t kBusy = 0x40;
constexpr uint8_t kInterrupt = 0x01;

constexpr uint8_t kEeprom = 0x50;

class I2cTest : public testing::Test {
 protected:
  I2cTest() {
    i2c_.reset();
    write(kControl, 0xc0);
  }

  uint8_t read(uint64_t offset) { return static_cast<uint8_t>(i2c_.mmio_read(0, offset, 1)); }
  void write(uint64_t offset, uint64_t value) {
    const std::lock_guard hold(platform_.machine_lock());
    i2c_.mmio_write(0, offset, value, 1);
  }

  /// Whether it is acknowledged.
  bool send(uint8_t byte, uint8_t command = 0) {
    write(kData, byte);
    write(kCommandStatus, command | kWrite);
    return (read(kCommandStatus) & kNotAcknowledged) == 0;
  }
  bool point_to(uint16_t at) {
    return send(kEeprom << 1, kStart) && send(static_cast<uint8_t>(at >> 8)) &&
           send(static_cast<uint8_t>(at));
  }
  bool store(uint16_t at, const std::string& text) {
    bool is_taken = point_to(at);
    for (const char each : text) {
      is_taken = is_taken && send(static_cast<uint8_t>(each));
    }
    write(kCommandStatus, kStop);
    return is_taken;
  }
  std::string load(uint16_t at, size_t size) {
    std::string text;
    EXPECT_TRUE(point_to(at));
    EXPECT_TRUE(send(kEeprom << 1 | 1, kStart));
    for (size_t i = 0; i < size; ++i) {
      write(kCommandStatus, kRead);
      text += static_cast<char>(read(kData));
    }
    write(kCommandStatus, kStop);
    return text;
  }

  FakePlatform platform_;
  Device& i2c_ = platform_.add<Device>("i2c-ocores", "i2c");
  IrqLine irq_{i2c_.irq_out(0)};
};

TEST_F(I2cTest, NobodyAnswersOnAnEmptyBus) {
  EXPECT_FALSE(send(kEeprom << 1, kStart));
  EXPECT_EQ(read(kCommandStatus), kNotAcknowledged | kBusy | kInterrupt);
  EXPECT_TRUE(irq_.is_high);
  write(kCommandStatus, 1);
  EXPECT_FALSE(irq_.is_high);
  write(kCommandStatus, kRead | kStop);
  EXPECT_EQ(read(kData), 0xff);
  EXPECT_EQ(read(kCommandStatus) & kBusy, 0);
}

TEST_F(I2cTest, DoesNothingUntilItIsEnabled) {
  write(kControl, 0);
  send(kEeprom << 1, kStart);
  EXPECT_EQ(read(kCommandStatus), 0);
  write(kPrescaleLow, 0x34);
  write(kPrescaleHigh, 0x12);
  EXPECT_EQ(i2c_.mmio_read(0, kPrescaleHigh, 1) << 8 | read(kPrescaleLow), 0x1234u);
}

TEST_F(I2cTest, AnEepromKeepsWhatIsWritten) {
  Device& eeprom = platform_.add<Device>("at24c256", "eeprom", {{"bus", "i2c"}});
  EXPECT_EQ(load(0, 2), "\xff\xff");
  EXPECT_TRUE(store(0x1ff0, "0123456789abcdef"));
  EXPECT_EQ(load(0x1ff4, 4), "4567");
  EXPECT_TRUE(store(0x3e, "wxyz"));
  EXPECT_EQ(load(0x3e, 2), "wx");
  EXPECT_EQ(load(0, 2), "yz") << "a page is written round and round";
  eeprom.reset();
  EXPECT_EQ(load(0x7fff, 2), "\xffy") << "and all of it read so";
}

TEST_F(I2cTest, AnEepromIsWhatItsNodeIs) {
  const TemporaryFolder folder;
  const std::string path = folder.write("eeprom", std::string(32768, 'e'));
  platform_.add<Blockdev>("blockdev-file", "disk", {{"filename", path}});
  platform_.add<Device>("at24c256", "eeprom", {{"bus", "i2c"}, {"drive", "disk"}});
  EXPECT_EQ(load(77, 2), "ee");
  EXPECT_TRUE(store(77, "f"));
  EXPECT_TRUE(platform_.run_until([&] { return folder.read("eeprom")[77] == 'f'; }));
}

TEST_F(I2cTest, AnAddressIsTakenOnce) {
  platform_.add<Device>("at24c256", "eeprom", {{"bus", "i2c"}});
  const auto second = platform_.try_add("at24c256", "second", {{"bus", "i2c"}});
  EXPECT_EQ(error_of(second), "/i2c has a device at 0x50 already");
}

}  // namespace
}  // namespace vm
