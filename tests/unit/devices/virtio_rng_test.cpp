// SPDX-License-Identifier: Apache-2.0

#include <gtest/gtest.h>

#include "tests/unit/support/virtio_bench.h"

namespace vm {
namespace {

TEST(VirtioRng, FillsBuffersWithDifferentBytes) {
  VirtioBench bench;
  bench.platform.add<Device>("virtio-rng", "rng", {{"bus", "slot"}});
  ASSERT_TRUE(bench.start({}));
  const Piece first = bench.writable(32);
  const Piece second = bench.writable(32);
  bench.queue(0).add({first});
  bench.queue(0).add({second});
  bench.notify(0);
  EXPECT_EQ(bench.queue(0).next_used()->written, 32u);
  EXPECT_EQ(bench.queue(0).next_used()->written, 32u);
  const std::string bytes = bench.memory.text(first.at, 32);
  EXPECT_NE(bytes, std::string(32, '\0'));
  EXPECT_NE(bytes, bench.memory.text(second.at, 32));
}

TEST(VirtioRng, GivesNoMoreThanItMayInAPeriod) {
  VirtioBench bench;
  bench.platform
      .add<Device>("virtio-rng", "rng", {{"bus", "slot"}, {"max-bytes", 10}, {"period", 500}});
  ASSERT_TRUE(bench.start({}));
  bench.queue(0).add({bench.writable(8)});
  bench.queue(0).add({bench.writable(8)});
  bench.queue(0).add({bench.writable(8)});
  bench.notify(0);
  EXPECT_EQ(bench.queue(0).next_used()->written, 8u);
  EXPECT_EQ(bench.queue(0).next_used()->written, 2u);
  EXPECT_FALSE(bench.queue(0).next_used()) << "before the period is over";
  EXPECT_EQ(bench.wait_used(0)->written, 8u);
}

TEST(VirtioRng, RefusesToReadWhatItIsToWrite) {
  VirtioBench bench;
  bench.platform.add<Device>("virtio-rng", "rng", {{"bus", "slot"}});
  ASSERT_TRUE(bench.start({}));
  bench.queue(0).add({bench.readable("not for you")});
  bench.notify(0);
  EXPECT_EQ(bench.queue(0).next_used()->written, 0u);
}

}  // namespace
}  // namespace vm
