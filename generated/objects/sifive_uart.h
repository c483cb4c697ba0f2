// Generated from schema/devices/sifive-uart.json by codegen/templates/objects.h.j2.  Do not edit.
//
// What is declared here is defined by hand in vm/devices/sifive_uart.cpp.

#pragma once

#include <array>
#include <cstdint>
#include <memory>

#include "vm/base/result.h"
#include "vm/object/link.h"

namespace qapi {
class ObjectType;
}  // namespace qapi

namespace vm {
class Object;
class Platform;
}  // namespace vm

namespace api {

/// Properties of `sifive-uart`.
struct SifiveUartProps {
  /// whether it was added after the machine was ready. False: to the guest it has always been
  /// there.
  bool hotplugged = false;

  /// the other end of the line; without one, what is sent is lost
  vm::Link chardev;

  /// of the bus clock, as the guest's device tree tells it (Hz, 1 to 2000000000)
  uint32_t clock_frequency = 16000000;

  /// what the baud rate divisor is after a reset (0 to 65535)
  uint16_t div_init = 138;

  /// characters lost because the guest did not read in time
  uint64_t overruns = 0;
};

/// What a snapshot of `sifive-uart` holds.
struct SifiveUartState {
  /// transmit control: enable, stop bits, watermark
  uint32_t txctrl{};

  /// receive control: enable, watermark
  uint32_t rxctrl{};

  /// interrupt enable
  uint8_t ie{};

  /// baud rate divisor
  uint16_t div{};

  /// received characters, the oldest first
  std::array<uint8_t, 8> rx_fifo{};

  /// how many
  uint8_t rx_count{};

  /// characters to send, the oldest first
  std::array<uint8_t, 8> tx_fifo{};

  /// how many
  uint8_t tx_count{};

  static const qapi::ObjectType kType;
};

/// Ports of `sifive-uart`: regions, inputs and outputs, each numbered from zero.
struct SifiveUartPort {
  static constexpr unsigned kRegs = 0;  ///< the registers, of 32 bits each
  static constexpr unsigned kIrq = 0;   ///< the interrupt
};

}  // namespace api

namespace vm {

/// SiFive's serial port, with FIFOs of 8 characters. SiFive FE310-G002 Manual v1p0, chapter 18;
/// the FU540-C000 has the same one (manual v1p0, chapter 13). Characters are sent and received
/// at once, whatever the divisor.
Result<std::unique_ptr<Object>> create_sifive_uart(Platform& platform);

}  // namespace vm
