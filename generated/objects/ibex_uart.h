// Generated from schema/devices/ibex-uart.json by codegen/templates/objects.h.j2.  Do not edit.
//
// What is declared here is defined by hand in vm/devices/ibex_uart.cpp.

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

/// Properties of `ibex-uart`.
struct IbexUartProps {
  /// whether it was added after the machine was ready. False: to the guest it has always been
  /// there.
  bool hotplugged = false;

  /// the other end of the line; without one, what is sent is lost
  vm::Link chardev;

  /// characters lost because the guest did not read in time
  uint64_t overruns = 0;
};

/// What a snapshot of `ibex-uart` holds.
struct IbexUartState {
  /// pending events: bits 0 to 3 are those of the outputs, in their order
  uint32_t intr_state{};

  /// events that interrupt
  uint32_t intr_enable{};

  /// the CTRL register
  uint32_t ctrl{};

  /// watermarks of the FIFOs
  uint32_t fifo_ctrl{};

  /// the OVRD register
  uint32_t ovrd{};

  /// the TIMEOUT_CTRL register
  uint32_t timeout_ctrl{};

  /// received characters, the oldest first
  std::array<uint8_t, 32> rx_fifo{};

  /// how many
  uint8_t rx_count{};

  /// characters to send, the oldest first
  std::array<uint8_t, 32> tx_fifo{};

  /// how many
  uint8_t tx_count{};

  static const qapi::ObjectType kType;
};

/// Ports of `ibex-uart`: regions, inputs and outputs, each numbered from zero.
struct IbexUartPort {
  static constexpr unsigned kRegs = 0;         ///< the registers, of 32 bits each
  static constexpr unsigned kTxWatermark = 0;  ///< the transmit FIFO has room
  static constexpr unsigned kRxWatermark = 1;  ///< the receive FIFO has filled up
  static constexpr unsigned kTxEmpty = 2;      ///< all has been sent
  static constexpr unsigned kRxOverflow = 3;   ///< characters were lost
};

}  // namespace api

namespace vm {

/// OpenTitan's serial port, with FIFOs of 32 characters. OpenTitan, uart Technical
/// Specification; names of registers and fields are those of its data/uart.hjson. Characters
/// are sent and received at once, whatever the baud rate; parity, noise filter and the line's
/// override are kept in the registers and change nothing.
Result<std::unique_ptr<Object>> create_ibex_uart(Platform& platform);

}  // namespace vm
