// SPDX-License-Identifier: Apache-2.0
//
// SiFive FE310-G002 Manual v1p0, chapter 17; section numbers are its.

#include "generated/objects/sifive_gpio.h"

#include "vm/devices/device.h"

namespace vm {
namespace {

constexpr auto kIn = static_cast<unsigned>(api::SifiveGpioPort::kIn);
constexpr auto kOut = static_cast<unsigned>(api::SifiveGpioPort::kOut);
constexpr auto kIrq = static_cast<unsigned>(api::SifiveGpioPort::kIrq);

// 17.3.
enum Register : uint64_t {
  kInputVal = 0x00,
  kInputEn = 0x04,
  kOutputEn = 0x08,
  kOutputVal = 0x0c,
  kPue = 0x10,
  kDs = 0x14,
  kRiseIe = 0x18,
  kLowIp = 0x34,
  kIofEn = 0x38,
  kIofSel = 0x3c,
  kOutXor = 0x40,
};

// Places in state_.ie and state_.ip; the registers come in pairs in this order, enable then
// pending.
enum Event : unsigned {
  kRise,
  kFall,
  kHigh,
  kLow,
};

class SifiveGpio final : public Typed<Device, api::SifiveGpioProps, api::SifiveGpioState> {
 public:
  void reset() override {
    // What drives the inputs is outside of us.
    const uint32_t level = state_.level;
    state_ = {};
    state_.level = level;
    update();
  }

  void on_loaded() override { update_outputs(); }

  void irq_input(unsigned port, unsigned index, bool level) override {
    if (port != kIn) return;
    const uint32_t pin = 1u << index;
    state_.level = level ? state_.level | pin : state_.level & ~pin;
    update();
  }

  uint64_t mmio_read(unsigned, uint64_t offset, unsigned) override {
    if (offset == kInputVal) return state_.value & state_.input_en;
    const uint32_t* word = find(offset);
    return word != nullptr ? *word : 0;
  }

  void mmio_write(unsigned, uint64_t offset, uint64_t wide, unsigned) override {
    uint32_t* word = find(offset);
    if (word == nullptr) return;  // input_val is what the pins are
    const uint32_t value = static_cast<uint32_t>(wide) & all();
    const bool is_pending = offset >= kRiseIe && offset <= kLowIp && (offset - kRiseIe) % 8 == 4;
    *word =
        is_pending ? *word & ~value : value;  // a pending interrupt is cleared with a one (17.6)
    update();
  }

 private:
  uint32_t all() const { return UINT32_MAX >> (32 - props_.pins); }

  uint32_t* find(uint64_t offset) {
    if (offset % 4 != 0) return nullptr;
    if (offset >= kRiseIe && offset <= kLowIp) {
      const uint64_t word = (offset - kRiseIe) / 4;
      return word % 2 == 0 ? &state_.ie[word / 2] : &state_.ip[word / 2];
    }
    switch (offset) {
      case kInputEn: return &state_.input_en;
      case kOutputEn: return &state_.output_en;
      case kOutputVal: return &state_.output_val;
      case kPue: return &state_.pue;
      case kDs: return &state_.ds;
      case kIofEn: return &state_.iof_en;
      case kIofSel: return &state_.iof_sel;
      case kOutXor: return &state_.out_xor;
      default: return nullptr;
    }
  }

  /// Pins that the registers drive, and to what (17.4, 17.5).
  uint32_t outputs() const {
    return (state_.output_val ^ state_.out_xor) & state_.output_en & ~state_.iof_en;
  }

  /// An output is what we drive it to; an input what others do.
  uint32_t levels() const { return (outputs() | (state_.level & ~state_.output_en)) & all(); }

  void update() {
    const uint32_t before = state_.value;
    const uint32_t now = levels();
    const uint32_t enabled = state_.input_en;
    state_.value = now;
    state_.ip[kRise] |= now & ~before & enabled;
    state_.ip[kFall] |= before & ~now & enabled;
    state_.ip[kHigh] |= now & enabled;
    state_.ip[kLow] |= ~now & enabled;
    update_outputs();
  }

  void update_outputs() {
    uint32_t interrupts = 0;
    for (unsigned event = kRise; event <= kLow; ++event) {
      interrupts |= state_.ie[event] & state_.ip[event];
    }
    for (unsigned pin = 0; pin < props_.pins; ++pin) {
      irq_out(kOut, pin).set((outputs() >> pin & 1) != 0);
      irq_out(kIrq, pin).set((interrupts >> pin & 1) != 0);
    }
  }
};

}  // namespace

Result<std::unique_ptr<Object>> create_sifive_gpio(Platform&) {
  return std::make_unique<SifiveGpio>();
}

}  // namespace vm
