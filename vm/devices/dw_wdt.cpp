// SPDX-License-Identifier: Apache-2.0
//
// The DesignWare watchdog. Register names are those of Synopsys' DW_apb_wdt databook.

#include "generated/objects/dw_wdt.h"

#include "vm/base/clock.h"
#include "vm/base/ticks.h"
#include "vm/devices/device.h"
#include "vm/object/platform.h"

namespace vm {
namespace {

constexpr unsigned kIrq = static_cast<unsigned>(api::DwWdtPort::kIrq);

enum Register : uint64_t {
  kControl = 0x00,
  kTimeoutRange = 0x04,
  kCurrentValue = 0x08,
  kRestart = 0x0c,
  kStatus = 0x10,
  kEndOfInterrupt = 0x14,
  kParameters1 = 0xf4,
  kVersion = 0xf8,
  kType = 0xfc,
};

// WDT_CR
constexpr uint8_t kEnable = 1u << 0;
constexpr uint8_t kInterruptFirst = 1u << 1;  // RMOD
constexpr uint8_t kControlAll = 0x1f;

constexpr uint8_t kRestartWord = 0x76;
constexpr unsigned kFirstRange = 16;

// WDT_COMP_PARAM_1: a counter of 32 bits, a bus of 32 bits, timeouts that are powers of two.
constexpr uint64_t kParameters = (32 - kFirstRange) << 24 | 2u << 8 | 1u << 6;
constexpr uint64_t kVersionWord = 0x3131302a;  // 1.10*, in ASCII
constexpr uint64_t kTypeWord = 0x44570120;

class DwWdt final : public Typed<Device, api::DwWdtProps, api::DwWdtState> {
 public:
  explicit DwWdt(Platform& platform)
      : platform_(platform),
        clock_(platform.clock()),
        expiry_(clock_, [this] { expire(); }) {}

  void reset() override {
    state_ = {};
    expiry_.cancel();
    update_irq();
  }

  void on_loaded() override {
    expiry_.cancel();
    if (is_enabled()) expiry_.arm(state_.deadline_ns);
    update_irq();
  }

  uint64_t mmio_read(unsigned, uint64_t offset, unsigned) override {
    switch (offset) {
      case kControl: return state_.control;
      case kTimeoutRange: return state_.timeout_range;
      case kCurrentValue: return current_value();
      case kStatus: return state_.pending ? 1 : 0;
      case kEndOfInterrupt: clear_interrupt(); return 0;
      case kParameters1: return kParameters;
      case kVersion: return kVersionWord;
      case kType: return kTypeWord;
      default: return 0;
    }
  }

  void mmio_write(unsigned, uint64_t offset, uint64_t value, unsigned) override {
    switch (offset) {
      case kControl: write_control(static_cast<uint8_t>(value & kControlAll)); break;
      case kTimeoutRange: state_.timeout_range = static_cast<uint8_t>(value); break;
      case kRestart:
        if ((value & 0xff) == kRestartWord) restart();
        break;
      default: break;
    }
  }

 protected:
  void on_unrealize() override {
    expiry_.cancel();
    Device::on_unrealize();
  }

 private:
  bool is_enabled() const { return (state_.control & kEnable) != 0; }

  /// Clocks from a restart to the expiry; the first period has a range of its own (TOP_INIT).
  uint64_t period(bool is_first) const {
    const unsigned range = is_first ? state_.timeout_range >> 4 : state_.timeout_range & 15u;
    return uint64_t{1} << (kFirstRange + range);
  }

  void write_control(uint8_t value) {
    const bool was_enabled = is_enabled();
    // Only a reset turns it off again.
    state_.control = was_enabled ? value | kEnable : value;
    if (!was_enabled && is_enabled()) count_down(true);
  }

  void count_down(bool is_first) {
    state_.deadline_ns = clock_.now_ns() + ns_of(period(is_first), props_.clock_frequency);
    expiry_.arm(state_.deadline_ns);
  }

  uint64_t current_value() const {
    if (!is_enabled()) return 0;
    const uint64_t now = clock_.now_ns();
    const uint64_t left = state_.deadline_ns > now ? state_.deadline_ns - now : 0;
    return ticks_of(left, props_.clock_frequency);
  }

  void restart() {
    clear_interrupt();
    if (is_enabled()) count_down(false);
  }

  void expire() {
    count_down(false);
    if ((state_.control & kInterruptFirst) != 0 && !state_.pending) {
      state_.pending = true;
      return update_irq();
    }
    platform_.report(WatchdogExpired{.device = path()});
  }

  void clear_interrupt() {
    state_.pending = false;
    update_irq();
  }

  void update_irq() { irq_out(kIrq).set(state_.pending); }

  Platform& platform_;
  VirtualClock& clock_;
  Timer expiry_;
};

}  // namespace

Result<std::unique_ptr<Object>> create_dw_wdt(Platform& platform) {
  return std::make_unique<DwWdt>(platform);
}

}  // namespace vm
