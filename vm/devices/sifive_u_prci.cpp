// SPDX-License-Identifier: Apache-2.0
//
// SiFive FU540-C000 Manual v1p0, chapter 7; section numbers are its.

#include "generated/objects/sifive_u_prci.h"

#include "vm/devices/device.h"

namespace vm {
namespace {

// 7.3.
enum Register : uint64_t {
  kHfxosccfg = 0x00,
  kCorepllcfg = 0x04,
  kCorepllgate = 0x08,
  kDdrpllcfg = 0x0c,
  kDdrpllgate = 0x10,
  kGempllcfg = 0x1c,
  kGempllgate = 0x20,
  kCoreclksel = 0x24,
  kDevicesreset = 0x28,
  kClkmuxstatus = 0x2c,
};

// Places in state_.pllcfg and state_.pllgate.
enum Pll : unsigned {
  kCore,
  kDdr,
  kGem,
};

constexpr uint32_t kReady = 1u << 31;
constexpr uint32_t kEnable = 1u << 30;

// Of the PLLs (7.4): reference divider, feedback divider, output divider, range, bypass, feedback.
constexpr uint32_t kLock = 1u << 31;
constexpr uint32_t kBypass = 1u << 24;
constexpr uint32_t kInternalFeedback = 1u << 25;
constexpr uint32_t kPllMask = 0x373f'ffff;
constexpr uint32_t kPllReset = kInternalFeedback | kBypass | 3u << 15 | 31u << 6;
constexpr uint32_t kGate = 1u << 31;

constexpr uint32_t kSelectCrystal = 1;
constexpr uint32_t kDevicesMask = 0x6f;

uint32_t field(uint32_t word, unsigned shift, unsigned bits) {
  return word >> shift & ((1u << bits) - 1);
}

class SifiveUPrci final : public Typed<Device, api::SifiveUPrciProps, api::SifiveUPrciState> {
 public:
  void reset() override {
    state_ = {};
    state_.hfxosccfg = kEnable;
    state_.pllcfg.fill(kPllReset);
    state_.coreclksel = kSelectCrystal;
    update_clock();
  }

  void on_loaded() override { update_clock(); }

  uint64_t mmio_read(unsigned, uint64_t offset, unsigned) override {
    switch (offset) {
      case kHfxosccfg: return state_.hfxosccfg | (state_.hfxosccfg != 0 ? kReady : 0);
      case kCorepllcfg: return state_.pllcfg[kCore] | kLock;
      case kDdrpllcfg: return state_.pllcfg[kDdr] | kLock;
      case kGempllcfg: return state_.pllcfg[kGem] | kLock;
      case kClkmuxstatus: return state_.coreclksel;
      default: break;
    }
    const uint32_t* word = find(offset);
    return word != nullptr ? *word : 0;
  }

  void mmio_write(unsigned, uint64_t offset, uint64_t value, unsigned) override {
    uint32_t* word = find(offset);
    if (word != nullptr) *word = static_cast<uint32_t>(value) & mask(offset);
    update_clock();
  }

 private:
  uint32_t* find(uint64_t offset) {
    switch (offset) {
      case kHfxosccfg: return &state_.hfxosccfg;
      case kCorepllcfg: return &state_.pllcfg[kCore];
      case kDdrpllcfg: return &state_.pllcfg[kDdr];
      case kGempllcfg: return &state_.pllcfg[kGem];
      case kCorepllgate: return &state_.pllgate[kCore];
      case kDdrpllgate: return &state_.pllgate[kDdr];
      case kGempllgate: return &state_.pllgate[kGem];
      case kCoreclksel: return &state_.coreclksel;
      case kDevicesreset: return &state_.devicesreset;
      default: return nullptr;
    }
  }

  static uint32_t mask(uint64_t offset) {
    switch (offset) {
      case kHfxosccfg: return kEnable;
      case kCoreclksel: return kSelectCrystal;
      case kDevicesreset: return kDevicesMask;
      case kCorepllgate:
      case kDdrpllgate:
      case kGempllgate: return kGate;
      default: return kPllMask;
    }
  }

  /// The reference divided by R+1, multiplied by 2(F+1), divided by 2^Q (7.4).
  uint64_t core_pll() const {
    const uint32_t config = state_.pllcfg[kCore];
    const uint64_t reference = props_.hfclk_frequency;
    if ((config & kBypass) != 0) return reference;
    return reference / (field(config, 0, 6) + 1) * 2 * (field(config, 6, 9) + 1) >>
           field(config, 15, 3);
  }

  void update_clock() {
    const bool is_crystal = (state_.coreclksel & kSelectCrystal) != 0;
    props_.coreclk = is_crystal ? props_.hfclk_frequency : core_pll();
  }
};

}  // namespace

Result<std::unique_ptr<Object>> create_sifive_u_prci(Platform&) {
  return std::make_unique<SifiveUPrci>();
}

}  // namespace vm
