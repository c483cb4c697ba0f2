// SPDX-License-Identifier: Apache-2.0
//
// The real-time clock of the Goldfish virtual platform. Register names are those of Goldfish
// Virtual Hardware, section IX.

#include "generated/objects/goldfish_rtc.h"

#include <chrono>

#include "vm/base/clock.h"
#include "vm/devices/device.h"
#include "vm/object/platform.h"

namespace vm {
namespace {

constexpr unsigned kIrq = static_cast<unsigned>(api::GoldfishRtcPort::kIrq);

enum Register : uint64_t {
  kTimeLow = 0x00,
  kTimeHigh = 0x04,
  kAlarmLow = 0x08,
  kAlarmHigh = 0x0c,
  kIrqEnabled = 0x10,
  kClearAlarm = 0x14,
  kAlarmStatus = 0x18,
  kClearInterrupt = 0x1c,
};

uint64_t with_low(uint64_t whole, uint64_t low) {
  return (whole & ~uint64_t{UINT32_MAX}) | (low & UINT32_MAX);
}

uint64_t with_high(uint64_t whole, uint64_t high) {
  return (whole & UINT32_MAX) | high << 32;
}

class GoldfishRtc final : public Typed<Device, api::GoldfishRtcProps, api::GoldfishRtcState> {
 public:
  explicit GoldfishRtc(Platform& platform)
      : clock_(platform.clock()),
        alarm_(clock_, [this] { look_at_alarm(); }) {}

  void reset() override {
    state_ = {};
    alarm_.cancel();
    update_irq();
  }

  void on_loaded() override {
    update_irq();
    wait_for_alarm();
  }

  uint64_t mmio_read(unsigned, uint64_t offset, unsigned) override {
    switch (offset) {
      case kTimeLow: return latch_time();
      case kTimeHigh: return state_.time_high;
      case kAlarmLow: return static_cast<uint32_t>(state_.alarm);
      case kAlarmHigh: return state_.alarm >> 32;
      case kIrqEnabled: return state_.enabled ? 1 : 0;
      case kAlarmStatus: look_at_alarm(); return state_.armed ? 1 : 0;
      default: return 0;
    }
  }

  void mmio_write(unsigned, uint64_t offset, uint64_t value, unsigned) override {
    switch (offset) {
      case kTimeLow: set_time(with_low(time(), value)); break;
      case kTimeHigh: set_time(with_high(time(), value)); break;
      case kAlarmHigh: state_.alarm = with_high(state_.alarm, value); break;
      case kAlarmLow:  // the half that arms it
        state_.alarm = with_low(state_.alarm, value);
        state_.armed = true;
        look_at_alarm();
        break;
      case kIrqEnabled:
        state_.enabled = (value & 1) != 0;
        update_irq();
        break;
      case kClearAlarm:
        state_.armed = false;
        alarm_.cancel();
        break;
      case kClearInterrupt:
        state_.pending = false;
        update_irq();
        break;
      default: break;
    }
  }

 protected:
  void on_unrealize() override {
    alarm_.cancel();
    Device::on_unrealize();
  }

 private:
  /// As it was started: what the guest added is not in it.
  uint64_t base_time() const {
    const auto offset = static_cast<uint64_t>(props_.offset);
    if (props_.clock == api::RtcClock::Guest) return clock_.now_ns() + offset;
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    const auto now_ns = std::chrono::duration_cast<std::chrono::nanoseconds>(now).count();
    return static_cast<uint64_t>(now_ns) + offset;
  }

  uint64_t time() const { return base_time() + state_.ahead; }

  uint32_t latch_time() {
    const uint64_t now = time();
    state_.time_high = static_cast<uint32_t>(now >> 32);
    return static_cast<uint32_t>(now);
  }

  void set_time(uint64_t wanted) {
    state_.ahead = wanted - base_time();
    look_at_alarm();
  }

  /// The host's clock may have been set back meanwhile: then it goes on waiting.
  void look_at_alarm() {
    if (!state_.armed || time() < state_.alarm) return wait_for_alarm();
    alarm_.cancel();
    state_.armed = false;
    state_.pending = true;
    update_irq();
  }

  void wait_for_alarm() {
    const uint64_t now = time();
    const uint64_t left = now < state_.alarm ? state_.alarm - now : 0;
    const uint64_t start = clock_.now_ns();
    const bool ends = state_.armed && left <= UINT64_MAX - start;
    return ends ? alarm_.arm(start + left) : alarm_.cancel();
  }

  void update_irq() { irq_out(kIrq).set(state_.pending && state_.enabled); }

  VirtualClock& clock_;
  Timer alarm_;
};

}  // namespace

Result<std::unique_ptr<Object>> create_goldfish_rtc(Platform& platform) {
  return std::make_unique<GoldfishRtc>(platform);
}

}  // namespace vm
