// SPDX-License-Identifier: Apache-2.0
//
// A device that is saved in the middle of its work and loaded into another one, which goes on.

#include <gtest/gtest.h>

#include "tests/unit/support/object_state.h"
#include "tests/unit/support/virtio_bench.h"

namespace vm {
namespace {

using virtio::bit;

class VirtioState : public testing::TestWithParam<uint64_t> {
 protected:
  static Device& add(VirtioBench& bench) {
    return bench.platform.add<Device>(
        "virtio-rng",
        "rng",
        {{"bus", "slot"}, {"max-bytes", 8}, {"period", 300}, {"packed", true}}
    );
  }
};

INSTANTIATE_TEST_SUITE_P(
    Rings,
    VirtioState,
    testing::Values(uint64_t{0}, bit(virtio::kRingPacked)),
    [](const auto& tested) { return tested.param == 0 ? "Split" : "Packed"; }
);

TEST_P(VirtioState, GoesOnWhereItWasSaved) {
  VirtioBench bench;
  Device& rng = add(bench);
  ASSERT_TRUE(bench.start({.features = GetParam()}));
  for (int i = 0; i < 3; ++i) {
    bench.queue(0).add({bench.writable(8)});
  }
  bench.notify(0);
  EXPECT_TRUE(bench.queue(0).next_used());
  bench.platform.clock().stop();
  const std::string device_state = saved(rng);
  const std::string slot_state = saved(bench.slot);

  // The machine is reset, and becomes what it was.
  bench.slot.reset();
  rng.reset();
  EXPECT_FALSE(bench.irq.is_high);
  load(bench.slot, slot_state);
  load(rng, device_state);
  EXPECT_TRUE(bench.irq.is_high);
  EXPECT_EQ(saved(rng), device_state);
  EXPECT_FALSE(bench.queue(0).next_used());
  bench.platform.clock().start();
  EXPECT_TRUE(bench.wait_used(0)) << "nobody notified it again";
  EXPECT_TRUE(bench.wait_used(0));
}

TEST_P(VirtioState, AFileThatMakesNoSenseDoesNoHarm) {
  VirtioBench bench;
  Device& rng = add(bench);
  ASSERT_TRUE(bench.start({.features = GetParam()}));
  qapi::Json state = qapi::Json::parse(saved(rng));
  for (const auto& [member, value] : {
           std::pair("size", qapi::Json(0)),
           std::pair("size", qapi::Json(3)),
           std::pair("next-available", qapi::Json(60000)),
           std::pair("next-used", qapi::Json(60000)),
           std::pair("driver-area", qapi::Json(UINT64_MAX)),
       }) {
    qapi::Json broken = state;
    broken["virtio"]["queues"][0][member] = value;
    load(rng, broken.dump());
    bench.notify(0);
  }
  qapi::Json broken = state;
  broken["virtio"]["queues"] = qapi::Json::array();
  load(rng, broken.dump());
  bench.notify(0);
  rng.reset();
  ASSERT_TRUE(bench.start({.features = GetParam()}));
}

}  // namespace
}  // namespace vm
