// SPDX-License-Identifier: Apache-2.0
//
// PC16550D data sheet (June 1995); section numbers are its. What the guest sends leaves the
// transmitter at once unless the chardev takes no more; then it waits in the FIFO, and the guest
// sees a transmitter that is not empty.

#include "generated/objects/uart16550.h"

#include <algorithm>
#include <span>

#include "vm/base/clock.h"
#include "vm/base/ticks.h"
#include "vm/devices/serial_device.h"
#include "vm/object/platform.h"

namespace vm {
namespace {

constexpr auto kIrq = static_cast<unsigned>(api::Uart16550Port::kIrq);

enum Register : uint64_t {
  kData = 0,    // RBR when read, THR when written, DLL with DLAB
  kIer = 1,     // DLM with DLAB
  kIirFcr = 2,  // IIR when read, FCR when written
  kLcr = 3,
  kMcr = 4,
  kLsr = 5,
  kMsr = 6,
  kScr = 7,
};

// Interrupt enable register (8.7).
enum : uint8_t {
  kIerReceived = 1,
  kIerEmpty = 2,
  kIerLine = 4,
  kIerModem = 8,
  kIerAll = 15
};

// Interrupt identification register (8.5, table IV).
enum : uint8_t {
  kIirModem = 0x0,
  kIirNone = 0x1,
  kIirEmpty = 0x2,
  kIirReceived = 0x4,
  kIirLine = 0x6,
  kIirTimeout = 0xc,
  kIirFifos = 0xc0,
};

// FIFO control register (8.4).
enum : uint8_t {
  kFcrEnable = 1,
  kFcrResetRx = 2,
  kFcrResetTx = 4,
  kFcrKept = 0xc9
};

// Line control (8.1), modem control (8.6), line status (8.3) and modem status (8.8) registers.
enum : uint8_t {
  kLcrStop = 4,
  kLcrParity = 8,
  kLcrDlab = 0x80
};
enum : uint8_t {
  kMcrDtr = 1,
  kMcrRts = 2,
  kMcrOut1 = 4,
  kMcrOut2 = 8,
  kMcrLoop = 16,
  kMcrAll = 31
};
enum : uint8_t {
  kLsrReady = 1,
  kLsrOverrun = 2,
  kLsrThrEmpty = 0x20,
  kLsrEmpty = 0x40
};
enum : uint8_t {
  kMsrRingEnds = 4,
  kMsrCts = 16,
  kMsrDsr = 32,
  kMsrRing = 64,
  kMsrDcd = 128
};

constexpr uint8_t kFifoDepth = 16;

// By bits 6 and 7 of the FIFO control register (8.4).
constexpr unsigned kTriggerLevels[] = {1, 4, 8, 14};

class Uart16550 final : public SerialDevice<api::Uart16550Props, api::Uart16550State> {
 public:
  explicit Uart16550(Platform& platform)
      : clock_(platform.clock()),
        timeout_(clock_, [this] { receive_timed_out(); }) {}

  void reset() override {
    state_ = {};
    state_.divisor = 1;
    timeout_.cancel();
    update_irq();
    accept_input();
  }

  void on_loaded() override {
    state_.rx_count = std::min(state_.rx_count, kFifoDepth);
    state_.tx_count = std::min(state_.tx_count, kFifoDepth);
    arm_timeout();
    update_irq();
  }

  uint64_t mmio_read(unsigned, uint64_t offset, unsigned) override {
    switch (offset) {
      case kData: return has_dlab() ? state_.divisor & 0xff : read_data();
      case kIer: return has_dlab() ? state_.divisor >> 8 : state_.ier;
      case kIirFcr: return read_iir();
      case kLcr: return state_.lcr;
      case kMcr: return state_.mcr;
      case kLsr: return read_lsr();
      case kMsr: return read_msr();
      case kScr: return state_.scr;
      default: return 0;
    }
  }

  void mmio_write(unsigned, uint64_t offset, uint64_t wide, unsigned) override {
    auto value = static_cast<uint8_t>(wide);
    switch (offset) {
      case kData: has_dlab() ? set_divisor(state_.divisor >> 8, value) : write_data(value); break;
      case kIer: has_dlab() ? set_divisor(value, state_.divisor & 0xff) : write_ier(value); break;
      case kIirFcr: write_fcr(value); break;
      case kLcr: state_.lcr = value; break;
      case kMcr: write_mcr(value); break;
      case kScr: state_.scr = value; break;
      default: break;  // LSR and MSR are for factory tests
    }
  }

  size_t can_receive() override {
    return is_looped() ? 0 : depth() - std::min<size_t>(depth(), state_.rx_count);
  }

  void receive(std::span<const uint8_t> bytes) override {
    for (uint8_t byte : bytes) {
      push_received(byte);
    }
    update_irq();
  }

  void on_writable() override {
    send();
    update_irq();
  }

 protected:
  void on_unrealize() override {
    timeout_.cancel();
    SerialDevice::on_unrealize();
  }

 private:
  bool has_dlab() const { return (state_.lcr & kLcrDlab) != 0; }
  bool has_fifos() const { return (state_.fcr & kFcrEnable) != 0; }
  bool is_looped() const { return (state_.mcr & kMcrLoop) != 0; }
  size_t depth() const { return has_fifos() ? state_.rx_fifo.size() : 1; }

  /// How many characters raise the interrupt (8.4).
  unsigned trigger_level() const { return has_fifos() ? kTriggerLevels[state_.fcr >> 6] : 1; }

  void set_divisor(int high, int low) { state_.divisor = static_cast<uint16_t>(high << 8 | low); }

  // Receiver.

  void push_received(uint8_t byte) {
    if (state_.rx_count >= depth()) {
      state_.overrun_error = true;
      ++props_.overruns;
      if (has_fifos()) return;  // without FIFOs the new character replaces the old one (8.3)
      state_.rx_count = 0;
    }
    state_.rx_fifo[state_.rx_count++] = byte;
    state_.timeout_pending = false;
    arm_timeout();
  }

  uint8_t read_data() {
    if (state_.rx_count == 0) return 0;
    uint8_t byte = state_.rx_fifo[0];
    std::copy(state_.rx_fifo.begin() + 1, state_.rx_fifo.end(), state_.rx_fifo.begin());
    --state_.rx_count;
    state_.timeout_pending = false;
    arm_timeout();
    update_irq();
    accept_input();
    return byte;
  }

  /// Four characters' time without a character read or received (8.11).
  void arm_timeout() {
    if (state_.rx_count == 0 || !has_fifos()) return timeout_.cancel();
    uint64_t bits =
        7 + (state_.lcr & 3u) + ((state_.lcr & kLcrStop) != 0) + ((state_.lcr & kLcrParity) != 0);
    uint64_t clocks = 4 * bits * 16 * std::max<uint64_t>(state_.divisor, 1);
    timeout_.arm(clock_.now_ns() + clocks * kNsPerSecond / props_.clock_frequency);
  }

  void receive_timed_out() {
    state_.timeout_pending = true;
    update_irq();
  }

  // Transmitter.

  void write_data(uint8_t byte) {
    state_.thre_pending = false;
    if (is_looped()) {
      push_received(byte);
      state_.thre_pending = true;
    } else if (state_.tx_count < (has_fifos() ? state_.tx_fifo.size() : 1)) {
      state_.tx_fifo[state_.tx_count++] = byte;
      send();
    }
    update_irq();
  }

  void send() {
    const size_t count = transmit(std::span(state_.tx_fifo).first(state_.tx_count));
    std::copy(
        state_.tx_fifo.begin() + static_cast<std::ptrdiff_t>(count),
        state_.tx_fifo.end(),
        state_.tx_fifo.begin()
    );
    state_.tx_count = static_cast<uint8_t>(state_.tx_count - count);
    if (state_.tx_count == 0) state_.thre_pending = true;
  }

  // Control and status.

  void write_ier(uint8_t value) {
    // Enabling the interrupt while the transmitter is empty raises it (8.7).
    bool newly_enabled = (value & ~state_.ier & kIerEmpty) != 0;
    if (newly_enabled && state_.tx_count == 0) state_.thre_pending = true;
    state_.ier = value & kIerAll;
    update_irq();
  }

  void write_fcr(uint8_t value) {
    bool switched = ((value ^ state_.fcr) & kFcrEnable) != 0;
    if (switched || (value & kFcrResetRx) != 0) {
      state_.rx_count = 0;
      state_.timeout_pending = false;
    }
    if (switched || (value & kFcrResetTx) != 0) {
      state_.thre_pending |= state_.tx_count != 0;
      state_.tx_count = 0;
    }
    // The other bits count only when bit 0 is set (8.4).
    state_.fcr = (value & kFcrEnable) != 0 ? value & kFcrKept : 0;
    arm_timeout();
    update_irq();
    accept_input();
  }

  void write_mcr(uint8_t value) {
    uint8_t before = modem_lines();
    state_.mcr = value & kMcrAll;
    uint8_t changed = before ^ modem_lines();
    // TERI tells only the end of ringing (8.8).
    if ((modem_lines() & kMsrRing) != 0) changed &= static_cast<uint8_t>(~kMsrRing);
    state_.msr_delta |= static_cast<uint8_t>(changed >> 4);
    update_irq();
    accept_input();
  }

  /// Bits 4 to 7 of the modem status register; in loopback they are the modem control outputs
  /// (8.6).
  uint8_t modem_lines() const {
    if (!is_looped()) return kMsrCts | kMsrDsr | kMsrDcd;
    unsigned lines = 0;
    if ((state_.mcr & kMcrRts) != 0) lines |= kMsrCts;
    if ((state_.mcr & kMcrDtr) != 0) lines |= kMsrDsr;
    if ((state_.mcr & kMcrOut1) != 0) lines |= kMsrRing;
    if ((state_.mcr & kMcrOut2) != 0) lines |= kMsrDcd;
    return static_cast<uint8_t>(lines);
  }

  uint8_t read_lsr() {
    unsigned status = state_.tx_count == 0 ? kLsrThrEmpty | kLsrEmpty : 0;
    if (state_.rx_count > 0) status |= kLsrReady;
    if (state_.overrun_error) status |= kLsrOverrun;
    state_.overrun_error = false;
    update_irq();
    return static_cast<uint8_t>(status);
  }

  uint8_t read_msr() {
    uint8_t status = modem_lines() | state_.msr_delta;
    state_.msr_delta = 0;
    update_irq();
    return status;
  }

  /// What interrupts, of several the most important (table IV).
  uint8_t interrupt() const {
    if ((state_.ier & kIerLine) != 0 && state_.overrun_error) return kIirLine;
    if ((state_.ier & kIerReceived) != 0 && state_.rx_count >= trigger_level()) return kIirReceived;
    if ((state_.ier & kIerReceived) != 0 && state_.timeout_pending) return kIirTimeout;
    if ((state_.ier & kIerEmpty) != 0 && state_.thre_pending) return kIirEmpty;
    if ((state_.ier & kIerModem) != 0 && state_.msr_delta != 0) return kIirModem;
    return kIirNone;
  }

  uint8_t read_iir() {
    uint8_t id = interrupt();
    if (id == kIirEmpty) {
      state_.thre_pending = false;
      update_irq();
    }
    return has_fifos() ? id | kIirFifos : id;
  }

  void update_irq() { irq_out(kIrq).set(interrupt() != kIirNone); }

  VirtualClock& clock_;
  Timer timeout_;
};

}  // namespace

Result<std::unique_ptr<Object>> create_uart16550(Platform& platform) {
  return std::make_unique<Uart16550>(platform);
}

}  // namespace vm
