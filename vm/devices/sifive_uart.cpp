// SPDX-License-Identifier: Apache-2.0
//
// SiFive FE310-G002 Manual v1p0, chapter 18; section numbers are its. What the guest sends leaves
// the transmitter at once unless the chardev takes no more; then it waits in the FIFO.

#include "generated/objects/sifive_uart.h"

#include "vm/devices/fifo.h"
#include "vm/devices/serial_device.h"

namespace vm {
namespace {

constexpr auto kIrq = static_cast<unsigned>(api::SifiveUartPort::kIrq);

enum Register : uint64_t {
  kTxdata = 0x00,
  kRxdata = 0x04,
  kTxctrl = 0x08,
  kRxctrl = 0x0c,
  kIe = 0x10,
  kIp = 0x14,
  kDiv = 0x18,
};

// Of txdata (18.4) and rxdata (18.5).
constexpr uint32_t kFull = 1u << 31;
constexpr uint32_t kEmpty = 1u << 31;

// Of txctrl (18.6) and rxctrl (18.7); the watermark of both is in bits 16 to 18.
constexpr uint32_t kEnable = 1;
constexpr uint32_t kTxctrlMask = 0x7'0003;
constexpr uint32_t kRxctrlMask = 0x7'0001;
constexpr unsigned kWatermarkShift = 16;

// Of ie and ip (18.8).
constexpr uint8_t kTxWatermark = 1;
constexpr uint8_t kRxWatermark = 2;

class SifiveUart final : public SerialDevice<api::SifiveUartProps, api::SifiveUartState> {
 public:
  void reset() override {
    state_ = {};
    state_.div = props_.div_init;
    update_irq();
  }

  void on_loaded() override {
    rx_.clip();
    tx_.clip();
    update_irq();
  }

  uint64_t mmio_read(unsigned, uint64_t offset, unsigned) override {
    switch (offset) {
      case kTxdata: return tx_.is_full() ? kFull : 0;
      case kRxdata: return read_data();
      case kTxctrl: return state_.txctrl;
      case kRxctrl: return state_.rxctrl;
      case kIe: return state_.ie;
      case kIp: return pending();
      case kDiv: return state_.div;
      default: return 0;
    }
  }

  void mmio_write(unsigned, uint64_t offset, uint64_t value, unsigned) override {
    switch (offset) {
      case kTxdata:
        if (!tx_.is_full()) tx_.push(static_cast<uint8_t>(value));  // a full FIFO ignores it
        break;
      case kTxctrl: state_.txctrl = value & kTxctrlMask; break;
      case kRxctrl: state_.rxctrl = value & kRxctrlMask; break;
      case kIe: state_.ie = value & (kTxWatermark | kRxWatermark); break;
      case kDiv: state_.div = static_cast<uint16_t>(value); break;
      default: break;  // ip follows the FIFOs
    }
    send();
    update_irq();
    accept_input();
  }

  size_t can_receive() override { return (state_.rxctrl & kEnable) != 0 ? rx_.room() : 0; }

  void receive(std::span<const uint8_t> bytes) override {
    for (const uint8_t byte : bytes) {
      if (can_receive() > 0) {
        rx_.push(byte);
      } else {
        ++props_.overruns;
      }
    }
    update_irq();
  }

  void on_writable() override {
    send();
    update_irq();
  }

 private:
  uint32_t read_data() {
    if (rx_.is_empty()) return kEmpty;
    const uint8_t byte = rx_.pop();
    update_irq();
    accept_input();
    return byte;
  }

  void send() {
    if ((state_.txctrl & kEnable) != 0) tx_.drop(transmit(tx_.entries()));
  }

  /// Fewer entries than the watermark of the transmitter, more than that of the receiver (18.8).
  uint8_t pending() const {
    unsigned bits = 0;
    if (tx_.size() < state_.txctrl >> kWatermarkShift) bits |= kTxWatermark;
    if (rx_.size() > state_.rxctrl >> kWatermarkShift) bits |= kRxWatermark;
    return static_cast<uint8_t>(bits);
  }

  void update_irq() { irq_out(kIrq).set((pending() & state_.ie) != 0); }

  FifoView<uint8_t, 8> rx_{state_.rx_fifo, state_.rx_count};
  FifoView<uint8_t, 8> tx_{state_.tx_fifo, state_.tx_count};
};

}  // namespace

Result<std::unique_ptr<Object>> create_sifive_uart(Platform&) {
  return std::make_unique<SifiveUart>();
}

}  // namespace vm
