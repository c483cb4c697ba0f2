// SPDX-License-Identifier: Apache-2.0
//
// SiFive FE310-G002 Manual v1p0, chapter 20; section numbers are its.

#include "generated/objects/sifive_pwm.h"

#include <algorithm>

#include "vm/devices/counter.h"
#include "vm/devices/device.h"
#include "vm/object/platform.h"

namespace vm {
namespace {

constexpr auto kIrq = static_cast<unsigned>(api::SifivePwmPort::kIrq);

// 20.3.
enum Register : uint64_t {
  kCfg = 0x00,
  kCount = 0x08,
  kScaled = 0x10,
  kCmp = 0x20,
};

// Of pwmcfg (20.6); the pending interrupts are its top four bits.
constexpr uint32_t kScale = 0xf;
constexpr uint32_t kSticky = 1u << 8;
constexpr uint32_t kZeroCompare = 1u << 9;
constexpr uint32_t kEnableAlways = 1u << 12;
constexpr uint32_t kEnableOneShot = 1u << 13;
constexpr uint32_t kCfgMask = 0x0f0f'370f;
constexpr unsigned kPendingShift = 28;

constexpr unsigned kExtraCountBits = 15;  // of pwmcount, beyond the comparators' (20.4)

class SifivePwm final : public Typed<Device, api::SifivePwmProps, api::SifivePwmState> {
 public:
  explicit SifivePwm(Platform& platform)
      : counter_(platform.clock(), state_.running, state_.base),
        timer_(platform.clock(), [this] { update(); }) {}

  void reset() override {
    state_ = {};
    state_.cmp.fill(largest());
    update();
  }

  void on_loaded() override {
    update_outputs();
    arm();
  }

  uint64_t mmio_read(unsigned, uint64_t offset, unsigned) override {
    switch (offset) {
      case kCfg: return state_.cfg | uint32_t{state_.ip} << kPendingShift;
      case kCount: return count();
      case kScaled: return scaled();
      default: return is_comparator(offset) ? state_.cmp[(offset - kCmp) / 4] : 0;
    }
  }

  void mmio_write(unsigned, uint64_t offset, uint64_t wide, unsigned) override {
    const auto value = static_cast<uint32_t>(wide);
    switch (offset) {
      case kCfg: write_cfg(value); break;
      case kCount: counter_.set_count(value & count_mask(), hz()); break;
      default:
        if (is_comparator(offset)) state_.cmp[(offset - kCmp) / 4] = value & largest();
        break;
    }
    update();
  }

 protected:
  void on_unrealize() override { timer_.cancel(); }

 private:
  uint64_t hz() const { return props_.clock_frequency; }
  uint32_t largest() const { return (1u << props_.width) - 1; }
  uint64_t count_mask() const { return (uint64_t{1} << (props_.width + kExtraCountBits)) - 1; }
  uint64_t count() const { return counter_.count(hz()) & count_mask(); }
  unsigned scale() const { return state_.cfg & kScale; }
  uint32_t scaled() const { return static_cast<uint32_t>(count() >> scale()) & largest(); }

  bool is_comparator(uint64_t offset) const {
    return offset >= kCmp && offset % 4 == 0 && (offset - kCmp) / 4 < state_.cmp.size();
  }

  void write_cfg(uint32_t value) {
    state_.cfg = value & kCfgMask;
    state_.ip = static_cast<uint8_t>(value >> kPendingShift);
    counter_.set_running((value & (kEnableAlways | kEnableOneShot)) != 0, hz());
  }

  /// The counter begins anew when it reaches comparator 0, or has no more bits (20.6); the one-shot
  /// then stops it.
  void wrap() {
    const bool zeroes = (state_.cfg & kZeroCompare) != 0 && scaled() >= state_.cmp[0];
    const bool is_at_end = counter_.count(hz()) >> scale() > largest();
    if (!state_.running || (!zeroes && !is_at_end)) return;
    counter_.set_count(0, hz());
    if ((state_.cfg & kEnableOneShot) == 0) return;
    state_.cfg &= ~kEnableOneShot;
    counter_.set_running((state_.cfg & kEnableAlways) != 0, hz());
  }

  /// While its comparator is reached an interrupt is pending; a sticky one until it is cleared
  /// (20.8).
  void update() {
    unsigned reached = 0;
    for (unsigned i = 0; i < state_.cmp.size(); ++i) {
      reached |= static_cast<unsigned>(scaled() >= state_.cmp[i]) << i;
    }
    const unsigned kept = (state_.cfg & kSticky) != 0 ? state_.ip : 0u;
    state_.ip = static_cast<uint8_t>(reached | kept);
    update_outputs();
    wrap();
    arm();
  }

  void update_outputs() {
    for (unsigned i = 0; i < state_.cmp.size(); ++i) {
      irq_out(kIrq, i).set((state_.ip >> i & 1) != 0);
    }
  }

  /// For the next comparator that is reached, or the end.
  void arm() {
    uint64_t next = uint64_t{largest()} + 1;
    for (const uint32_t compare : state_.cmp) {
      if (compare > scaled()) next = std::min<uint64_t>(next, compare);
    }
    counter_.arm(timer_, next << scale(), hz());
  }

  Counter counter_;
  Timer timer_;
};

}  // namespace

Result<std::unique_ptr<Object>> create_sifive_pwm(Platform& platform) {
  return std::make_unique<SifivePwm>(platform);
}

}  // namespace vm
