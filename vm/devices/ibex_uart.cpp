// SPDX-License-Identifier: Apache-2.0
//
// OpenTitan, uart Technical Specification; names are those of its data/uart.hjson. What the guest
// sends leaves the transmitter at once unless the chardev takes no more; then it waits in the FIFO.

#include "generated/objects/ibex_uart.h"

#include "vm/devices/fifo.h"
#include "vm/devices/serial_device.h"

namespace vm {
namespace {

enum Register : uint64_t {
  kIntrState = 0x00,
  kIntrEnable = 0x04,
  kIntrTest = 0x08,
  kCtrl = 0x10,
  kStatus = 0x14,
  kRdata = 0x18,
  kWdata = 0x1c,
  kFifoCtrl = 0x20,
  kFifoStatus = 0x24,
  kOvrd = 0x28,
  kVal = 0x2c,
  kTimeoutCtrl = 0x30,
};

// Of INTR_STATE, INTR_ENABLE and INTR_TEST; the first four have outputs.
constexpr uint32_t kTxWatermark = 1;
constexpr uint32_t kRxWatermark = 2;
constexpr uint32_t kTxEmpty = 4;
constexpr uint32_t kRxOverflow = 8;
constexpr uint32_t kIntrAll = 0xff;
constexpr unsigned kOutputs = 4;

// Of CTRL.
constexpr uint32_t kTxEnable = 1;
constexpr uint32_t kRxEnable = 2;
constexpr uint32_t kSystemLoopback = 0x10;
constexpr uint32_t kCtrlMask = 0xffff'03f7;

// Of STATUS.
constexpr uint32_t kTxFull = 1;
constexpr uint32_t kRxFull = 2;
constexpr uint32_t kStatusTxEmpty = 4;
constexpr uint32_t kTxIdle = 8;
constexpr uint32_t kRxIdle = 0x10;
constexpr uint32_t kRxEmpty = 0x20;

// Of FIFO_CTRL.
constexpr uint32_t kRxReset = 1;
constexpr uint32_t kTxReset = 2;
constexpr uint32_t kFifoCtrlMask = 0x7c;

// By RXILVL and TXILVL.
constexpr unsigned kRxLevels[] = {1, 4, 8, 16, 30, 255, 255, 255};
constexpr unsigned kTxLevels[] = {1, 4, 8, 16};

class IbexUart final : public SerialDevice<api::IbexUartProps, api::IbexUartState> {
 public:
  void reset() override {
    state_ = {};
    update_irq();
  }

  void on_loaded() override {
    rx_.clip();
    tx_.clip();
    update_irq();
  }

  uint64_t mmio_read(unsigned, uint64_t offset, unsigned) override {
    switch (offset) {
      case kIntrState: return state_.intr_state;
      case kIntrEnable: return state_.intr_enable;
      case kCtrl: return state_.ctrl;
      case kStatus: return status();
      case kRdata: return read_data();
      case kFifoCtrl: return state_.fifo_ctrl;
      case kFifoStatus: return tx_.size() | rx_.size() << 16;
      case kOvrd: return state_.ovrd;
      case kVal: return 0xffff;  // the line is idle
      case kTimeoutCtrl: return state_.timeout_ctrl;
      default: return 0;
    }
  }

  void mmio_write(unsigned, uint64_t offset, uint64_t wide, unsigned) override {
    const auto value = static_cast<uint32_t>(wide);
    switch (offset) {
      case kIntrState: state_.intr_state &= ~value; break;
      case kIntrEnable: state_.intr_enable = value & kIntrAll; break;
      case kIntrTest: state_.intr_state |= value & kIntrAll; break;
      case kCtrl: state_.ctrl = value & kCtrlMask; break;
      case kWdata:
        if (!tx_.is_full()) tx_.push(static_cast<uint8_t>(value));
        break;
      case kFifoCtrl: write_fifo_ctrl(value); break;
      case kOvrd: state_.ovrd = value & 3; break;
      case kTimeoutCtrl: state_.timeout_ctrl = value & 0x80ff'ffff; break;
      default: break;
    }
    send();
    update_irq();
    accept_input();
  }

  size_t can_receive() override { return is_listening() ? rx_.room() : 0; }

  void receive(std::span<const uint8_t> bytes) override {
    for (const uint8_t byte : bytes) {
      push_received(byte);
    }
    update_irq();
  }

  void on_writable() override {
    send();
    update_irq();
  }

 private:
  bool is_looped() const { return (state_.ctrl & kSystemLoopback) != 0; }
  bool is_listening() const { return (state_.ctrl & kRxEnable) != 0 && !is_looped(); }

  void push_received(uint8_t byte) {
    if (rx_.is_full()) {
      ++props_.overruns;
      state_.intr_state |= kRxOverflow;
      return;
    }
    rx_.push(byte);
    // It is an event: it happens when the level is reached, not as long as it is.
    if (rx_.size() == kRxLevels[state_.fifo_ctrl >> 2 & 7]) state_.intr_state |= kRxWatermark;
  }

  uint8_t read_data() {
    if (rx_.is_empty()) return 0;
    const uint8_t byte = rx_.pop();
    accept_input();
    return byte;
  }

  void send() {
    if ((state_.ctrl & kTxEnable) == 0 || tx_.is_empty()) return;
    const size_t before = tx_.size();
    if (is_looped()) {
      for (const uint8_t byte : tx_.entries()) {
        push_received(byte);
      }
      tx_.clear();
    } else {
      tx_.drop(transmit(tx_.entries()));
    }
    const unsigned level = kTxLevels[state_.fifo_ctrl >> 5 & 3];
    if (before >= level && tx_.size() < level) state_.intr_state |= kTxWatermark;
    if (tx_.is_empty()) state_.intr_state |= kTxEmpty;
  }

  void write_fifo_ctrl(uint32_t value) {
    if ((value & kRxReset) != 0) rx_.clear();
    if ((value & kTxReset) != 0) tx_.clear();
    state_.fifo_ctrl = value & kFifoCtrlMask;
  }

  uint32_t status() const {
    uint32_t bits = kRxIdle;
    if (tx_.is_full()) bits |= kTxFull;
    if (tx_.is_empty()) bits |= kStatusTxEmpty | kTxIdle;
    if (rx_.is_full()) bits |= kRxFull;
    if (rx_.is_empty()) bits |= kRxEmpty;
    return bits;
  }

  void update_irq() {
    const uint32_t pending = state_.intr_state & state_.intr_enable;
    for (unsigned output = 0; output < kOutputs; ++output) {
      irq_out(output).set((pending >> output & 1) != 0);
    }
  }

  FifoView<uint8_t, 32> rx_{state_.rx_fifo, state_.rx_count};
  FifoView<uint8_t, 32> tx_{state_.tx_fifo, state_.tx_count};
};

}  // namespace

Result<std::unique_ptr<Object>> create_ibex_uart(Platform&) {
  return std::make_unique<IbexUart>();
}

}  // namespace vm
