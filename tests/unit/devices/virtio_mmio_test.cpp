// SPDX-License-Identifier: Apache-2.0
//
// The transport, and what all devices have in common, with the simplest device behind it.

#include <gtest/gtest.h>

#include "tests/unit/support/virtio_bench.h"

namespace vm {
namespace {

using virtio::bit;
using Register = VirtioBench::Register;

class VirtioMmioTest : public testing::Test {
 protected:
  Device& add_rng(const qapi::Json& more = qapi::Json::object()) {
    qapi::Json properties = {{"bus", "slot"}};
    properties.update(more);
    return bench_.platform.add<Device>("virtio-rng", "rng", properties);
  }

  VirtioBench bench_;
};

TEST_F(VirtioMmioTest, IsThereWithoutADevice) {
  EXPECT_EQ(bench_.read(0), 0x74726976u);
  EXPECT_EQ(bench_.read(4), 2u);
  EXPECT_EQ(bench_.read(Register::kDeviceId), 0u);
  bench_.write(Register::kStatus, 15);
  EXPECT_EQ(bench_.read(Register::kStatus), 0u);
  EXPECT_EQ(bench_.config(0, 8), 0u);
}

TEST_F(VirtioMmioTest, HoldsOneDevice) {
  add_rng();
  EXPECT_EQ(bench_.read(Register::kDeviceId), 4u);
  const auto second = bench_.platform.try_add("virtio-rng", "other", {{"bus", "slot"}});
  EXPECT_EQ(error_of(second), "/other: /slot holds /rng already; give it a bus of its own");
}

TEST_F(VirtioMmioTest, IsEmptyAgainWhenTheDeviceGoes) {
  Device& rng = add_rng();
  bench_.platform.root().remove_child(rng);
  EXPECT_EQ(bench_.read(Register::kDeviceId), 0u);
}

TEST_F(VirtioMmioTest, RefusesFeaturesThatItDoesNotOffer) {
  add_rng();
  EXPECT_FALSE(bench_.start({.features = bit(50)}));
  EXPECT_FALSE(bench_.start({.features = bit(0)}));
  EXPECT_TRUE(bench_.start({}));
}

TEST_F(VirtioMmioTest, RefusesADriverOfTheLegacyInterface) {
  add_rng();
  bench_.set_features(0);
  EXPECT_EQ(bench_.read(Register::kStatus) & virtio::kFeaturesOk, 0u);
}

TEST_F(VirtioMmioTest, RefusesADriverThatDoesNotAskThePlatformWhenItMust) {
  add_rng({{"access-platform", true}});
  EXPECT_FALSE(bench_.start({}));
  EXPECT_TRUE(bench_.start({.features = bit(virtio::kAccessPlatform)}));
}

TEST_F(VirtioMmioTest, AcceptedFeaturesAreWhatTheyAre) {
  add_rng();
  ASSERT_TRUE(bench_.start({.features = bit(virtio::kEventIdx)}));
  bench_.write(Register::kDriverFeaturesSel, 1);
  bench_.write(Register::kDriverFeatures, 0xffff);
  EXPECT_FALSE(bench_.needs_reset());
  bench_.queue(0).add({bench_.writable(4)});
  bench_.notify(0);
  EXPECT_TRUE(bench_.queue(0).next_used());
}

TEST_F(VirtioMmioTest, InterruptsUntilAcknowledged) {
  add_rng();
  ASSERT_TRUE(bench_.start({}));
  bench_.queue(0).add({bench_.writable(64)});
  EXPECT_FALSE(bench_.irq.is_high);
  bench_.notify(0);
  EXPECT_TRUE(bench_.irq.is_high);
  EXPECT_EQ(bench_.read(Register::kInterruptStatus), 1u);
  bench_.write(Register::kInterruptAck, 1);
  EXPECT_FALSE(bench_.irq.is_high);
}

TEST_F(VirtioMmioTest, DoesNotInterruptADriverThatDoesNotWantIt) {
  add_rng();
  ASSERT_TRUE(bench_.start({}));
  bench_.memory.set<uint16_t>(bench_.queue(0).driver_area, 1);
  bench_.queue(0).add({bench_.writable(64)});
  bench_.notify(0);
  EXPECT_TRUE(bench_.queue(0).next_used());
  EXPECT_FALSE(bench_.irq.is_high);
}

TEST_F(VirtioMmioTest, WhatWasAvailableBeforeTheDriverWasReadyIsTaken) {
  add_rng();
  bench_.set_features(bit(virtio::kVersion1));
  ASSERT_TRUE(bench_.start({}));
  bench_.write(Register::kStatus, 0);
  EXPECT_EQ(bench_.read(Register::kStatus), 0u);
  EXPECT_EQ(bench_.read(Register::kQueueReady), 0u);
}

TEST_F(VirtioMmioTest, ADriverMustNotBeReadyBeforeItsFeatures) {
  add_rng();
  bench_.write(Register::kStatus, virtio::kAcknowledge | virtio::kDriver | virtio::kDriverOk);
  EXPECT_TRUE(bench_.needs_reset());
  EXPECT_EQ(bench_.read(Register::kStatus) & virtio::kDriverOk, 0u);
}

TEST_F(VirtioMmioTest, AQueueInUseKeepsItsPlace) {
  add_rng();
  ASSERT_TRUE(bench_.start({}));
  bench_.write(Register::kQueueSel, 0);
  bench_.write(Register::kQueueDesc, 0x123450);
  bench_.write(Register::kQueueNum, 2);
  bench_.queue(0).add({bench_.writable(4)});
  bench_.notify(0);
  EXPECT_TRUE(bench_.queue(0).next_used());
}

TEST_F(VirtioMmioTest, RefusesQueuesThatCannotBe) {
  add_rng();
  for (const uint32_t size : {0u, 3u, 16u, 0x1'0008u}) {
    bench_.write(Register::kStatus, 0);
    bench_.set_features(bit(virtio::kVersion1));
    bench_.write(Register::kQueueSel, 0);
    bench_.write(Register::kQueueNum, size);
    bench_.write(Register::kQueueReady, 1);
    EXPECT_EQ(bench_.read(Register::kQueueReady), 0u) << size;
    EXPECT_TRUE(bench_.needs_reset()) << size;
  }
}

TEST_F(VirtioMmioTest, RefusesRingsThatAreNotAligned) {
  add_rng();
  for (const uint64_t area :
       {Register::kQueueDesc, Register::kQueueDriver, Register::kQueueDevice}) {
    bench_.write(Register::kStatus, 0);
    bench_.set_features(bit(virtio::kVersion1));
    bench_.write(Register::kQueueSel, 0);
    bench_.write(area, 0x8000'0001);
    bench_.write(Register::kQueueReady, 1);
    EXPECT_TRUE(bench_.needs_reset());
  }
}

TEST_F(VirtioMmioTest, AQueueCanBeResetByItself) {
  add_rng();
  ASSERT_TRUE(bench_.start({.features = bit(virtio::kRingReset)}));
  bench_.write(Register::kQueueSel, 0);
  bench_.write(Register::kQueueReset, 1);
  EXPECT_EQ(bench_.read(Register::kQueueReset), 0u);
  EXPECT_EQ(bench_.read(Register::kQueueReady), 0u);
}

TEST_F(VirtioMmioTest, QueuesBeyondTheDevicesDoNotExist) {
  add_rng();
  bench_.write(Register::kQueueSel, 1);
  EXPECT_EQ(bench_.read(Register::kQueueNumMax), 0u);
  bench_.write(Register::kQueueReady, 1);
  bench_.write(Register::kQueueSel, UINT32_MAX);
  bench_.write(Register::kQueueReady, 1);
  bench_.notify(7);
  EXPECT_FALSE(bench_.needs_reset());
}

TEST_F(VirtioMmioTest, AResetOfTheMachineIsOneOfTheDriver) {
  Device& rng = add_rng();
  ASSERT_TRUE(bench_.start({}));
  bench_.queue(0).add({bench_.writable(64)});
  bench_.notify(0);
  bench_.slot.reset();
  rng.reset();
  EXPECT_EQ(bench_.read(Register::kStatus), 0u);
  EXPECT_FALSE(bench_.irq.is_high);
}

}  // namespace
}  // namespace vm
