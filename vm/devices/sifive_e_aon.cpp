// SPDX-License-Identifier: Apache-2.0
//
// SiFive FE310-G002 Manual v1p0, chapters 13 (always-on domain), 14 (watchdog), 15 (power
// management) and 16 (real-time clock); section numbers are theirs.

#include "generated/objects/sifive_e_aon.h"

#include "vm/devices/counter.h"
#include "vm/devices/device.h"
#include "vm/object/platform.h"

namespace vm {
namespace {

constexpr auto kWdog = static_cast<unsigned>(api::SifiveEAonPort::kWdog);
constexpr auto kRtc = static_cast<unsigned>(api::SifiveEAonPort::kRtc);

enum Register : uint64_t {
  kWdogcfg = 0x000,
  kWdogcount = 0x008,
  kWdogs = 0x010,
  kWdogfeed = 0x018,
  kWdogkey = 0x01c,
  kWdogcmp = 0x020,
  kRtccfg = 0x040,
  kRtccountlo = 0x048,
  kRtccounthi = 0x04c,
  kRtcs = 0x050,
  kRtccmp = 0x060,
  kLfrosccfg = 0x070,
  kLfclkmux = 0x07c,
  kBackup = 0x080,
  kPmu = 0x100,
};

constexpr uint64_t kWatchdogEnd = kRtccfg;

// Of wdogcfg (14.3) and rtccfg (16.2).
constexpr uint32_t kScale = 0xf;
constexpr uint32_t kResetEnable = 1u << 8;
constexpr uint32_t kZeroCompare = 1u << 9;
constexpr uint32_t kEnableAlways = 1u << 12;
constexpr uint32_t kCoreAwake = 1u << 13;
constexpr uint32_t kPending = 1u << 28;
constexpr uint32_t kWdogcfgMask = 0x1000'330f;
constexpr uint32_t kRtccfgMask = 0x0000'100f;

constexpr uint32_t kKey = 0x51f15e;    // 14.5
constexpr uint32_t kFood = 0xd09f00d;  // 14.6

constexpr uint64_t kWdogcountMask = 0x7fff'ffff;
constexpr uint64_t kRtccountMask = 0xffff'ffff'ffff;

// Of lfrosccfg (13.2): enabled and ready, in the middle of its trim.
constexpr uint32_t kOscillatorReady = 1u << 31;
constexpr uint32_t kOscillatorEnable = 1u << 30;
constexpr uint32_t kOscillatorMask = kOscillatorEnable | 0x1f'003f;
constexpr uint32_t kOscillatorReset = kOscillatorEnable | 0x10'0004;

class SifiveEAon final : public Typed<Device, api::SifiveEAonProps, api::SifiveEAonState> {
 public:
  explicit SifiveEAon(Platform& platform)
      : platform_(platform),
        wdog_(platform.clock(), state_.wdog_running, state_.wdog_base),
        rtc_(platform.clock(), state_.rtc_running, state_.rtc_base),
        wdog_timer_(platform.clock(), [this] { update_wdog(); }),
        rtc_timer_(platform.clock(), [this] { update_rtc(); }) {}

  // The real one keeps the backup registers and the time while it has power; ours is switched off.
  void reset() override {
    state_ = {};
    state_.wdogcmp = 0xffff;
    state_.rtccmp = 0xffff'ffff;
    state_.lfrosccfg = kOscillatorReset;
    update();
  }

  void on_loaded() override { update(); }

  uint64_t mmio_read(unsigned, uint64_t offset, unsigned) override {
    switch (offset) {
      case kWdogcfg: return state_.wdogcfg;
      case kWdogcount: return wdogcount();
      case kWdogs: return wdogs();
      case kWdogkey: return state_.unlocked;
      case kWdogcmp: return state_.wdogcmp;
      case kRtccfg: return state_.rtccfg | (is_rtc_due() ? kPending : 0);
      case kRtccountlo: return rtccount() & 0xffff'ffff;
      case kRtccounthi: return rtccount() >> 32;
      case kRtcs: return rtcs();
      case kRtccmp: return state_.rtccmp;
      case kLfrosccfg: return with_ready(state_.lfrosccfg);
      case kLfclkmux: return state_.lfclkmux;
      default: break;
    }
    const uint32_t* plain = plain_register(offset);
    return plain != nullptr ? *plain : 0;
  }

  void mmio_write(unsigned, uint64_t offset, uint64_t wide, unsigned) override {
    const auto value = static_cast<uint32_t>(wide);
    if (offset < kWatchdogEnd) return write_wdog(offset, value);
    switch (offset) {
      case kRtccfg: write_rtccfg(value); break;
      case kRtccountlo: set_rtccount((rtccount() & ~uint64_t{0xffff'ffff}) | value); break;
      case kRtccounthi: set_rtccount((rtccount() & 0xffff'ffff) | uint64_t{value} << 32); break;
      case kRtccmp: state_.rtccmp = value; break;
      case kLfrosccfg: state_.lfrosccfg = value & kOscillatorMask; break;
      case kLfclkmux: state_.lfclkmux = value & 1; break;
      default:
        if (uint32_t* plain = plain_register(offset)) *plain = value;
        break;
    }
    update_rtc();
  }

 protected:
  void on_unrealize() override {
    wdog_timer_.cancel();
    rtc_timer_.cancel();
  }

 private:
  static uint32_t with_ready(uint32_t oscillator) {
    return (oscillator & kOscillatorEnable) != 0 ? oscillator | kOscillatorReady : oscillator;
  }

  /// One that only holds what is written to it, or null.
  uint32_t* plain_register(uint64_t offset) {
    const uint64_t backup = (offset - kBackup) / 4;
    if (offset >= kBackup && backup < state_.backup.size()) return &state_.backup[backup];
    const uint64_t pmu = (offset - kPmu) / 4;
    if (offset >= kPmu && pmu < state_.pmu.size()) return &state_.pmu[pmu];
    return nullptr;
  }

  void update() {
    update_wdog();
    update_rtc();
  }

  // The watchdog.

  uint64_t wdogcount() const { return wdog_.count(props_.frequency) & kWdogcountMask; }
  uint64_t wdogs() const { return wdogcount() >> (state_.wdogcfg & kScale) & 0xffff; }

  /// Each write needs a key of its own (14.5).
  void write_wdog(uint64_t offset, uint32_t value) {
    if (offset == kWdogkey) {
      state_.unlocked = value == kKey;
      return;
    }
    if (!state_.unlocked) return;
    state_.unlocked = false;
    switch (offset) {
      case kWdogcfg: write_wdogcfg(value); break;
      case kWdogcount: wdog_.set_count(value & kWdogcountMask, props_.frequency); break;
      case kWdogfeed:
        if (value == kFood) wdog_.set_count(0, props_.frequency);
        break;
      case kWdogcmp: state_.wdogcmp = static_cast<uint16_t>(value); break;
      default: break;
    }
    update_wdog();
  }

  void write_wdogcfg(uint32_t value) {
    state_.wdogcfg = value & kWdogcfgMask;
    // The core never sleeps, so that it runs while the core is awake, too.
    wdog_.set_running((value & (kEnableAlways | kCoreAwake)) != 0, props_.frequency);
  }

  /// When the scaled count reaches the comparator, it interrupts and resets, as it is told to
  /// (14.3, 14.7).
  void update_wdog() {
    const bool runs = state_.wdog_running;
    if (runs && wdogs() >= state_.wdogcmp) strike();
    irq_out(kWdog).set((state_.wdogcfg & kPending) != 0);
    const uint64_t goal = uint64_t{state_.wdogcmp} << (state_.wdogcfg & kScale);
    const bool is_past = wdogs() >= state_.wdogcmp;
    if (runs && !is_past) {
      wdog_.arm(wdog_timer_, goal, props_.frequency);
    } else {
      wdog_timer_.cancel();
    }
  }

  void strike() {
    state_.wdogcfg |= kPending;
    if ((state_.wdogcfg & kZeroCompare) != 0) wdog_.set_count(0, props_.frequency);
    if ((state_.wdogcfg & kResetEnable) != 0) platform_.request_reset();
  }

  // The real-time counter.

  uint64_t rtccount() const { return rtc_.count(props_.frequency) & kRtccountMask; }
  uint64_t rtcs() const { return rtccount() >> (state_.rtccfg & kScale) & 0xffff'ffff; }
  bool is_rtc_due() const { return rtcs() >= state_.rtccmp; }

  void set_rtccount(uint64_t count) { rtc_.set_count(count & kRtccountMask, props_.frequency); }

  void write_rtccfg(uint32_t value) {
    state_.rtccfg = value & kRtccfgMask;
    rtc_.set_running((value & kEnableAlways) != 0, props_.frequency);
  }

  void update_rtc() {
    irq_out(kRtc).set(is_rtc_due());
    if (is_rtc_due()) return rtc_timer_.cancel();
    rtc_.arm(rtc_timer_, uint64_t{state_.rtccmp} << (state_.rtccfg & kScale), props_.frequency);
  }

  Platform& platform_;
  Counter wdog_;
  Counter rtc_;
  Timer wdog_timer_;
  Timer rtc_timer_;
};

}  // namespace

Result<std::unique_ptr<Object>> create_sifive_e_aon(Platform& platform) {
  return std::make_unique<SifiveEAon>(platform);
}

}  // namespace vm
