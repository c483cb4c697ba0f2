// SPDX-License-Identifier: Apache-2.0
//
// OpenTitan, rv_timer Technical Specification; names are those of its data/rv_timer.hjson. A tick
// comes every PRESCALE + 1 clocks and adds STEP to the counter.

#include "generated/objects/ibex_timer.h"

#include "vm/devices/counter.h"
#include "vm/devices/device.h"
#include "vm/object/platform.h"

namespace vm {
namespace {

constexpr auto kMtip = static_cast<unsigned>(api::IbexTimerPort::kMtip);

enum Register : uint64_t {
  kCtrl = 0x004,
  kIntrEnable = 0x100,
  kIntrState = 0x104,
  kIntrTest = 0x108,
  kCfg = 0x10c,
  kLower = 0x110,
  kUpper = 0x114,
  kCompareLower = 0x118,
  kCompareUpper = 0x11c,
};

constexpr uint32_t kCfgMask = 0xff'0fff;
constexpr uint32_t kCfgReset = 0x1'0000;  // a step of 1
constexpr uint64_t kLow = 0xffff'ffff;

uint64_t with_lower(uint64_t old, uint64_t value) {
  return (old & ~kLow) | (value & kLow);
}

uint64_t with_upper(uint64_t old, uint64_t value) {
  return (old & kLow) | value << 32;
}

class IbexTimer final : public Typed<Device, api::IbexTimerProps, api::IbexTimerState> {
 public:
  explicit IbexTimer(Platform& platform)
      : clocks_(platform.clock(), state_.active, state_.base),
        timer_(platform.clock(), [this] { update(); }) {}

  void reset() override {
    state_ = {};
    state_.cfg = kCfgReset;
    state_.compare = UINT64_MAX;
    update();
  }

  void on_loaded() override { update(); }

  uint64_t mmio_read(unsigned, uint64_t offset, unsigned) override {
    switch (offset) {
      case kCtrl: return state_.active;
      case kIntrEnable: return state_.intr_enable;
      case kIntrState: return state_.intr_state;
      case kCfg: return state_.cfg;
      case kLower: return value() & kLow;
      case kUpper: return value() >> 32;
      case kCompareLower: return state_.compare & kLow;
      case kCompareUpper: return state_.compare >> 32;
      default: return 0;
    }
  }

  void mmio_write(unsigned, uint64_t offset, uint64_t wide, unsigned) override {
    const uint64_t word = wide & kLow;
    switch (offset) {
      case kCtrl: clocks_.set_running((word & 1) != 0, hz()); break;
      case kIntrEnable: state_.intr_enable = (word & 1) != 0; break;
      case kIntrState:
        if ((word & 1) != 0) state_.intr_state = false;
        break;
      case kIntrTest: state_.intr_state |= (word & 1) != 0; break;
      case kCfg: write_cfg(static_cast<uint32_t>(word) & kCfgMask); break;
      case kLower: set_value(with_lower(value(), word)); break;
      case kUpper: set_value(with_upper(value(), word)); break;
      case kCompareLower: write_compare(with_lower(state_.compare, word)); break;
      case kCompareUpper: write_compare(with_upper(state_.compare, word)); break;
      default: break;
    }
    update();
  }

 protected:
  void on_unrealize() override { timer_.cancel(); }

 private:
  uint64_t hz() const { return props_.clock_frequency; }
  uint64_t prescale() const { return (state_.cfg & 0xfff) + 1; }
  uint64_t step() const { return state_.cfg >> 16; }
  uint64_t value() const { return state_.start + clocks_.count(hz()) / prescale() * step(); }

  void set_value(uint64_t value) {
    clocks_.set_count(0, hz());
    state_.start = value;
  }

  void write_cfg(uint32_t cfg) {
    const uint64_t now = value();
    state_.cfg = cfg;
    set_value(now);
  }

  /// Takes back the interrupt of the comparison before.
  void write_compare(uint64_t compare) {
    state_.compare = compare;
    state_.intr_state = false;
  }

  void update() {
    const uint64_t now = value();
    if (state_.active && now >= state_.compare) state_.intr_state = true;
    irq_out(kMtip).set(state_.intr_state && state_.intr_enable);
    const bool has_goal = step() != 0 && now < state_.compare;
    if (!has_goal) return timer_.cancel();
    const WideTicks ticks = (WideTicks{state_.compare - state_.start} + step() - 1) / step();
    const WideTicks goal = ticks * prescale();
    if (goal > UINT64_MAX) return timer_.cancel();
    clocks_.arm(timer_, static_cast<uint64_t>(goal), hz());
  }

  Counter clocks_;
  Timer timer_;
};

}  // namespace

Result<std::unique_ptr<Object>> create_ibex_timer(Platform& platform) {
  return std::make_unique<IbexTimer>(platform);
}

}  // namespace vm
