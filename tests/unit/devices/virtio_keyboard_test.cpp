// SPDX-License-Identifier: Apache-2.0

#include <array>
#include <mutex>

#include <gtest/gtest.h>

#include "tests/unit/support/virtio_bench.h"
#include "vm/devices/keyboard.h"

namespace vm {
namespace {

constexpr uint64_t kMs = 1'000'000;
constexpr uint16_t kPower = 116;
constexpr uint16_t kKeyA = 30;

// 5.8.4.
constexpr uint64_t kSelect = VirtioBench::kConfig;
constexpr uint64_t kSizeAt = 2;
constexpr uint64_t kDataAt = 8;

// Type, code and value as they lie in memory.
std::string event(uint16_t type, uint16_t code, uint8_t value) {
  const std::array<uint16_t, 4> words = {type, code, value, 0};
  return {reinterpret_cast<const char*>(words.data()), sizeof words};
}
std::string key(uint16_t code, bool is_down) {
  return event(1, code, is_down ? 1 : 0);
}
const std::string kReport = event(0, 0, 0);

class VirtioKeyboardTest : public testing::Test {
 protected:
  void add_buffers(unsigned count) {
    for (unsigned i = 0; i < count; ++i) {
      const Piece piece = bench_.writable(8);
      places_.push_back(piece.at);
      bench_.queue(0).add({piece});
    }
    bench_.notify(0);
  }

  void press(const KeyCodes& codes, uint64_t hold_ns) {
    const std::lock_guard hold(bench_.platform.machine_lock());
    for (Keyboard* keyboard : keyboards_with(bench_.platform.root(), codes)) {
      keyboard->press(codes, hold_ns);
    }
  }

  /// What the driver finds next, soon.
  std::string next_event() {
    EXPECT_EQ(bench_.wait_used(0)->written, 8u);
    return bench_.memory.text(places_.at(seen_++), 8);
  }

  std::string selected(uint8_t select, uint8_t subsel) {
    bench_.slot.mmio_write(0, kSelect, select, 1);
    bench_.slot.mmio_write(0, kSelect + 1, subsel, 1);
    std::string data;
    for (uint64_t i = 0; i < bench_.config(kSizeAt, 1); ++i) {
      data += static_cast<char>(bench_.config(kDataAt + i, 1));
    }
    return data;
  }

  bool has_bit(uint8_t subsel, unsigned bit) {
    const std::string bits = selected(0x11, subsel);
    return bit / 8 < bits.size() && (static_cast<uint8_t>(bits[bit / 8]) >> bit % 8 & 1) != 0;
  }

  VirtioBench bench_;
  Device& keyboard_ = bench_.platform.add<Device>("virtio-keyboard", "kbd", {{"bus", "slot"}});
  std::vector<uint64_t> places_;
  size_t seen_ = 0;
};

TEST_F(VirtioKeyboardTest, SaysWhatItIs) {
  EXPECT_EQ(bench_.read(VirtioBench::kDeviceId), 18u);
  EXPECT_EQ(selected(0x01, 0), "coldplug keyboard");
  EXPECT_EQ(selected(0x01, 0).size(), bench_.config(kSizeAt, 1));
  EXPECT_EQ(selected(0x03, 0).size(), 8u);
  EXPECT_TRUE(has_bit(1, kPower));
  EXPECT_TRUE(has_bit(1, kKeyA));
  EXPECT_FALSE(has_bit(1, 0));
  EXPECT_TRUE(has_bit(0x11, 1)) << "Caps Lock has a light";
  EXPECT_EQ(selected(0x11, 3), "") << "nothing is absolute";
  EXPECT_EQ(selected(0x55, 0), "");
}

TEST_F(VirtioKeyboardTest, TellsThatKeysGoDownAndComeUpTogether) {
  ASSERT_TRUE(bench_.start({}));
  add_buffers(6);
  press({kKeyA, kPower}, 2 * kMs);
  EXPECT_EQ(next_event(), key(kKeyA, true));
  EXPECT_EQ(next_event(), key(kPower, true));
  EXPECT_EQ(next_event(), kReport);
  EXPECT_EQ(next_event(), key(kKeyA, false));
  EXPECT_EQ(next_event(), key(kPower, false));
  EXPECT_EQ(next_event(), kReport);
}

TEST_F(VirtioKeyboardTest, WaitsForRoomWithAWholeReport) {
  ASSERT_TRUE(bench_.start({}));
  add_buffers(1);
  press({kPower}, 3'600'000 * kMs);
  EXPECT_FALSE(bench_.queue(0).next_used());
  add_buffers(1);
  EXPECT_EQ(next_event(), key(kPower, true));
  EXPECT_EQ(next_event(), kReport);
}

TEST_F(VirtioKeyboardTest, AReleaseIsNotLost) {
  ASSERT_TRUE(bench_.start({}));
  add_buffers(2);
  press({kPower}, kMs);
  EXPECT_EQ(next_event(), key(kPower, true));
  EXPECT_EQ(next_event(), kReport);
  const uint64_t over = bench_.platform.clock().now_ns() + 2 * kMs;
  bench_.platform.run_until([&] { return bench_.platform.clock().now_ns() > over; });
  add_buffers(2);
  EXPECT_EQ(next_event(), key(kPower, false));
  EXPECT_EQ(next_event(), kReport);
}

TEST_F(VirtioKeyboardTest, ADriverThatComesFindsNoKeyPressed) {
  press({kPower}, 3'600'000 * kMs);
  ASSERT_TRUE(bench_.start({}));
  add_buffers(2);
  EXPECT_FALSE(bench_.queue(0).next_used());
}

TEST_F(VirtioKeyboardTest, AGuestThatStandsStillHearsOfItWhenItGoesOn) {
  ASSERT_TRUE(bench_.start({}));
  add_buffers(2);
  {
    const std::lock_guard hold(bench_.platform.machine_lock());
    bench_.platform.clock().stop();
  }
  press({kPower}, kMs);
  EXPECT_FALSE(bench_.queue(0).next_used());
  {
    const std::lock_guard hold(bench_.platform.machine_lock());
    bench_.platform.clock().start();
  }
  EXPECT_EQ(next_event(), key(kPower, true));
}

TEST_F(VirtioKeyboardTest, RefusesABufferThatIsTooSmall) {
  ASSERT_TRUE(bench_.start({}));
  bench_.queue(0).add({bench_.writable(7)});
  bench_.queue(0).add({bench_.writable(8)});
  press({kPower}, kMs);
  EXPECT_TRUE(bench_.needs_reset());
}

TEST_F(VirtioKeyboardTest, GivesBackWhatTheDriverSaysOfLights) {
  ASSERT_TRUE(bench_.start({}));
  bench_.queue(1).add({bench_.readable(event(0x11, 1, 1))});
  bench_.notify(1);
  EXPECT_EQ(bench_.queue(1).next_used()->written, 0u);
}

}  // namespace
}  // namespace vm
