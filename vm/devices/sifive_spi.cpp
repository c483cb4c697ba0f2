// SPDX-License-Identifier: Apache-2.0
//
// SiFive FE310-G002 Manual v1p0, chapter 19; section numbers are its. A frame is sent and received
// at once. A line that nobody drives reads as ones.

#include "generated/objects/sifive_spi.h"

#include <algorithm>
#include <bit>

#include "vm/devices/device.h"
#include "vm/devices/fifo.h"
#include "vm/devices/spi.h"

namespace vm {
namespace {

constexpr auto kIrq = static_cast<unsigned>(api::SifiveSpiPort::kIrq);

enum Register : uint64_t {
  kSckdiv = 0x00,
  kSckmode = 0x04,
  kCsid = 0x10,
  kCsdef = 0x14,
  kCsmode = 0x18,
  kDelay0 = 0x28,
  kDelay1 = 0x2c,
  kFmt = 0x40,
  kTxdata = 0x48,
  kRxdata = 0x4c,
  kTxmark = 0x50,
  kRxmark = 0x54,
  kFctrl = 0x60,
  kFfmt = 0x64,
  kIe = 0x70,
  kIp = 0x74,
};

constexpr uint32_t kEmpty = 1u << 31;  // of rxdata, 19.13
constexpr uint8_t kIdle = 0xff;

// Of csmode (19.7): the chip stays selected until csid, csdef or csmode is written.
constexpr uint32_t kHold = 2;
constexpr uint32_t kOff = 3;

// Of ie and ip (19.16).
constexpr uint32_t kTxWatermark = 1;
constexpr uint32_t kRxWatermark = 2;

// Of fmt (19.11).
constexpr uint32_t kDirectionTransmit = 1u << 3;

using State = api::SifiveSpiState;

/// The registers that hold what is written to them, whatever chip selects there are: where they are
/// kept, the bits they have, and what they are after a reset.
struct PlainRegister {
  uint64_t offset;
  uint32_t State::*member;
  uint32_t mask;
  uint32_t initial;
};

constexpr PlainRegister kPlain[] = {
    {kSckdiv, &State::sckdiv, 0xfff, 3},
    {kSckmode, &State::sckmode, 3, 0},
    {kCsmode, &State::csmode, 3, 0},
    {kDelay0, &State::delay0, 0xff'00ff, 0x1'0001},
    {kDelay1, &State::delay1, 0xff'00ff, 1},
    {kFmt, &State::fmt, 0xf'000f, 0x8'0000},
    {kTxmark, &State::txmark, 7, 0},
    {kRxmark, &State::rxmark, 7, 0},
    {kFctrl, &State::fctrl, 1, 1},
    {kFfmt, &State::ffmt, 0xffff'3fff, 0x3'0007},
    {kIe, &State::ie, kTxWatermark | kRxWatermark, 0},
};

const PlainRegister* find(uint64_t offset) {
  const auto* found = std::find_if(std::begin(kPlain), std::end(kPlain), [&](const auto& row) {
    return row.offset == offset;
  });
  return found != std::end(kPlain) ? found : nullptr;
}

class SifiveSpi final : public Typed<Device, api::SifiveSpiProps, State>, public SpiMaster {
 public:
  unsigned chip_selects() const override { return props_.num_cs; }

  void reset() override {
    state_ = {};
    state_.csdef = all_selects();
    for (const PlainRegister& row : kPlain) {
      state_.*row.member = row.initial;
    }
    update_irq();
  }

  void on_loaded() override {
    rx_.clip();
    update_irq();
  }

  uint64_t mmio_read(unsigned, uint64_t offset, unsigned) override {
    if (const PlainRegister* row = find(offset)) return state_.*row->member;
    switch (offset) {
      case kCsid: return state_.csid;
      case kCsdef: return state_.csdef;
      case kRxdata: return read_data();
      case kIp: return pending();
      default: return 0;  // txdata has room always
    }
  }

  void mmio_write(unsigned, uint64_t offset, uint64_t value, unsigned) override {
    const auto word = static_cast<uint32_t>(value);
    if (offset == kCsid || offset == kCsdef || offset == kCsmode) deselect();
    if (const PlainRegister* row = find(offset)) state_.*row->member = word & row->mask;
    if (offset == kCsid) state_.csid = word & (std::bit_ceil(chip_selects()) - 1);
    if (offset == kCsdef) state_.csdef = word & all_selects();
    if (offset == kTxdata) exchange(static_cast<uint8_t>(value));
    update_irq();
  }

 private:
  /// A bit for each (19.6): software finds out by them how many there are.
  uint32_t all_selects() const { return UINT32_MAX >> (32 - chip_selects()); }

  /// While only sending, what comes back is not kept (19.11).
  void exchange(uint8_t byte) {
    SpiTarget* const target = state_.csmode == kOff ? nullptr : selected();
    const uint8_t answer = target != nullptr ? target->exchange(byte) : kIdle;
    if (target != nullptr && state_.csmode != kHold) target->deselect();
    const bool is_kept = (state_.fmt & kDirectionTransmit) == 0;
    if (is_kept && !rx_.is_full()) rx_.push(answer);
  }

  SpiTarget* selected() const {
    const auto found = targets().find(static_cast<uint8_t>(std::min<uint32_t>(state_.csid, 0xff)));
    return found != targets().end() ? found->second : nullptr;
  }

  void deselect() {
    if (SpiTarget* target = selected()) target->deselect();
  }

  uint32_t read_data() {
    if (rx_.is_empty()) return kEmpty;
    const uint8_t frame = rx_.pop();
    update_irq();
    return frame;
  }

  uint32_t pending() const {
    const uint32_t transmitter = state_.txmark > 0 ? kTxWatermark : 0;  // it is always empty
    return rx_.size() > state_.rxmark ? transmitter | kRxWatermark : transmitter;
  }

  void update_irq() { irq_out(kIrq).set((pending() & state_.ie) != 0); }

  FifoView<uint8_t, 8> rx_{state_.rx_fifo, state_.rx_count};
};

}  // namespace

Result<std::unique_ptr<Object>> create_sifive_spi(Platform&) {
  return std::make_unique<SifiveSpi>();
}

}  // namespace vm
