// SPDX-License-Identifier: Apache-2.0
//
// SiFive FE310-G002 Manual v1p0, chapter 6; section numbers are its.

#include "generated/objects/sifive_e_prci.h"

#include "vm/devices/device.h"

namespace vm {
namespace {

enum Register : uint64_t {
  kHfrosccfg = 0x00,
  kHfxosccfg = 0x04,
  kPllcfg = 0x08,
  kPlloutdiv = 0x0c,
};

// Of both oscillators (6.3, 6.5).
constexpr uint32_t kReady = 1u << 31;
constexpr uint32_t kEnable = 1u << 30;

constexpr uint32_t kHfroscMask = kEnable | 0x1f'003f;
constexpr uint32_t kHfroscReset = kEnable | 0x10'0004;
constexpr uint32_t kHfroscDivider = 0x3f;

// Of pllcfg (6.6, table 24).
constexpr uint32_t kPllSelect = 1u << 16;
constexpr uint32_t kPllReference = 1u << 17;
constexpr uint32_t kPllBypass = 1u << 18;
constexpr uint32_t kPllLock = 1u << 31;
constexpr uint32_t kPllMask = 0x7'0ff7;
constexpr uint32_t kPllReset = kPllReference | kPllBypass | 0xdf1;

// Of plloutdiv (table 25).
constexpr uint32_t kOutMask = 0x3f3f;
constexpr uint32_t kOutBy1 = 0x100;

uint32_t field(uint32_t word, unsigned shift, unsigned bits) {
  return word >> shift & ((1u << bits) - 1);
}

class SifiveEPrci final : public Typed<Device, api::SifiveEPrciProps, api::SifiveEPrciState> {
 public:
  void reset() override {
    state_.hfrosccfg = kHfroscReset;
    state_.hfxosccfg = kEnable;
    state_.pllcfg = kPllReset;
    state_.plloutdiv = kOutBy1;
    update_clock();
  }

  void on_loaded() override { update_clock(); }

  uint64_t mmio_read(unsigned, uint64_t offset, unsigned) override {
    switch (offset) {
      case kHfrosccfg: return with_ready(state_.hfrosccfg);
      case kHfxosccfg: return with_ready(state_.hfxosccfg);
      case kPllcfg: return state_.pllcfg | kPllLock;
      case kPlloutdiv: return state_.plloutdiv;
      default: return 0;
    }
  }

  void mmio_write(unsigned, uint64_t offset, uint64_t wide, unsigned) override {
    const auto value = static_cast<uint32_t>(wide);
    switch (offset) {
      case kHfrosccfg: state_.hfrosccfg = value & kHfroscMask; break;
      case kHfxosccfg: state_.hfxosccfg = value & kEnable; break;
      case kPllcfg: state_.pllcfg = value & kPllMask; break;
      case kPlloutdiv: state_.plloutdiv = value & kOutMask; break;
      default: break;
    }
    update_clock();
  }

 private:
  static uint32_t with_ready(uint32_t oscillator) {
    return (oscillator & kEnable) != 0 ? oscillator | kReady : oscillator;
  }

  uint64_t ring() const {
    return props_.hfrosc_frequency / ((state_.hfrosccfg & kHfroscDivider) + 1);
  }

  /// The reference divided by R+1, multiplied by 2(F+1), divided by 2^Q (6.6).
  uint64_t pll() const {
    const bool is_crystal = (state_.pllcfg & kPllReference) != 0;
    const uint64_t reference = is_crystal ? props_.hfxosc_frequency : ring();
    if ((state_.pllcfg & kPllBypass) != 0) return reference;
    const uint64_t divided = reference / (field(state_.pllcfg, 0, 3) + 1);
    return divided * 2 * (field(state_.pllcfg, 4, 6) + 1) >> field(state_.pllcfg, 10, 2);
  }

  void update_clock() {
    const bool is_divided = (state_.plloutdiv & kOutBy1) == 0;
    const uint64_t divider = is_divided ? 2 * (field(state_.plloutdiv, 0, 6) + 1) : 1;
    props_.hfclk = (state_.pllcfg & kPllSelect) != 0 ? pll() / divider : ring();
  }
};

}  // namespace

Result<std::unique_ptr<Object>> create_sifive_e_prci(Platform&) {
  return std::make_unique<SifiveEPrci>();
}

}  // namespace vm
