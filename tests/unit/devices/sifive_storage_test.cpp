// SPDX-License-Identifier: Apache-2.0
//
// What keeps data on SiFive's chips: one-time programmable memories, the serial flash's controller,
// the cache controller; and the pulse-width modulator.

#include <gtest/gtest.h>

#include "tests/unit/support/fake_platform.h"
#include "tests/unit/support/irq_line.h"
#include "vm/base/ticks.h"
#include "vm/devices/device.h"

namespace vm {
namespace {

class Bench {
 public:
  explicit Bench(std::string_view type, const qapi::Json& properties = qapi::Json::object())
      : device(platform.add<Device>(type, "device", properties)) {
    device.reset();
  }

  uint32_t read(unsigned offset) { return static_cast<uint32_t>(device.mmio_read(0, offset, 4)); }
  void write(unsigned offset, uint32_t value) { device.mmio_write(0, offset, value, 4); }

  FakePlatform platform;
  Device& device;
};

TEST(SifiveEOtp, ProgramsBitsToZeroAndNeverBack) {
  Bench otp("sifive-e-otp");
  otp.write(0x28, 5);
  EXPECT_EQ(otp.read(0x30), UINT32_MAX);
  otp.write(0x2c, 0xffff'0000);
  otp.write(0x10, 1);
  EXPECT_EQ(otp.read(0x30), UINT32_MAX) << "without the programming voltage nothing happens";
  otp.write(0x24, 1);
  otp.write(0x10, 1);
  otp.write(0x2c, UINT32_MAX);
  otp.write(0x10, 1);
  EXPECT_EQ(otp.read(0x30), 0xffff'0000u);
  EXPECT_EQ(otp.device.region(1).host[20], 0u) << "the guest reads it as memory, too";
}

TEST(SifiveUOtp, HoldsTheSerialNumberAndItsComplement) {
  Bench otp("sifive-u-otp", {{"serial", 77}});
  otp.write(0x00, 0xfc);
  EXPECT_EQ(otp.read(0x18), UINT32_MAX) << "it is off";
  for (const unsigned offset : {0x0cU, 0x1cU, 0x34U}) {
    otp.write(offset, 1);
  }
  EXPECT_EQ(otp.read(0x18), 77u);
  otp.write(0x00, 0xfd);
  EXPECT_EQ(otp.read(0x18), ~77u);
}

TEST(SifiveUOtp, ProgramsABitAtATime) {
  Bench otp("sifive-u-otp");
  for (const unsigned offset : {0x0cU, 0x1cU, 0x34U, 0x20U}) {
    otp.write(offset, 1);
  }
  otp.write(0x00, 9);
  for (const unsigned bit : {0U, 31U}) {
    otp.write(0x04, bit);
    otp.write(0x14, 0);
    otp.write(0x38, 1);
  }
  EXPECT_EQ(otp.read(0x18), 0x7fff'fffeu);
}

TEST(SifiveSpi, ReceivesOnesForEachFrame) {
  Bench spi("sifive-spi");
  const IrqLine irq(spi.device.irq_out(0));
  spi.write(0x70, 2);
  EXPECT_EQ(spi.read(0x4c), 0x8000'0000u);
  spi.write(0x48, 0x9f);
  EXPECT_TRUE(irq.is_high);
  EXPECT_EQ(spi.read(0x4c), 0xffu);
  EXPECT_FALSE(irq.is_high);
  spi.write(0x40, 0x8'0008);
  spi.write(0x48, 0x9f);
  EXPECT_EQ(spi.read(0x4c), 0x8000'0000u) << "it only sends";
}

TEST(SifiveSpi, KeepsTheBitsThatItsRegistersHave) {
  Bench spi("sifive-spi");
  EXPECT_EQ(spi.read(0x00), 3u);
  EXPECT_EQ(spi.read(0x64), 0x3'0007u);
  spi.write(0x00, UINT32_MAX);
  EXPECT_EQ(spi.read(0x00), 0xfffu);
}

TEST(SifiveSpi, TellsHowManyChipSelectsItHas) {
  Bench spi("sifive-spi", {{"num-cs", 4}});
  EXPECT_EQ(spi.read(0x14), 0xfu);
  spi.write(0x14, UINT32_MAX);
  EXPECT_EQ(spi.read(0x14), 0xfu);
  spi.write(0x10, UINT32_MAX);
  EXPECT_EQ(spi.read(0x10), 3u);
  Bench one("sifive-spi");
  one.write(0x14, 0);
  EXPECT_EQ(one.read(0x14), 0u);
  one.write(0x10, 1);
  EXPECT_EQ(one.read(0x10), 0u);
}

TEST(SifiveCcache, TellsItsGeometryAndOnlyGrows) {
  Bench cache("sifive-ccache");
  EXPECT_EQ(cache.read(0x0), 0x0609'1004u);
  cache.write(0x8, 10);
  cache.write(0x8, 3);
  cache.write(0x8, 16);
  EXPECT_EQ(cache.read(0x8), 10u);
  EXPECT_EQ(cache.device.mmio_read(0, 0x800, 8), 0xffffu);
}

TEST(SifivePwm, RaisesEachOutputAtItsComparator) {
  Bench pwm("sifive-pwm", {{"clock-frequency", 1'000'000}});
  const IrqLine second(pwm.device.irq_out(0, 1));
  pwm.write(0x24, 100);
  pwm.write(0x00, 1u << 12 | 1);  // counts, scaled by 2
  pwm.platform.clock().set_now_ns(ns_of(199, 1'000'000));
  EXPECT_EQ(pwm.read(0x10), 99u);
  pwm.write(0x28, 0xffff);
  EXPECT_FALSE(second.is_high);
  pwm.platform.clock().set_now_ns(ns_of(200, 1'000'000));
  pwm.write(0x28, 0xffff);
  EXPECT_TRUE(second.is_high);
  EXPECT_EQ(pwm.read(0x00) >> 28, 2u);
}

TEST(SifivePwm, BeginsAnewAtComparator0IfItIsTold) {
  Bench pwm("sifive-pwm", {{"clock-frequency", 1'000'000}});
  pwm.write(0x20, 50);
  pwm.write(0x00, 1u << 12 | 1u << 9);
  pwm.platform.clock().set_now_ns(ns_of(60, 1'000'000));
  pwm.write(0x28, 0xffff);
  EXPECT_EQ(pwm.read(0x08), 0u);
}

}  // namespace
}  // namespace vm
