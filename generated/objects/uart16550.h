// Generated from schema/devices/uart16550.json by codegen/templates/objects.h.j2.  Do not edit.
//
// What is declared here is defined by hand in vm/devices/uart16550.cpp.

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

/// Properties of `uart16550`.
struct Uart16550Props {
  /// whether it was added after the machine was ready. False: to the guest it has always been
  /// there.
  bool hotplugged = false;

  /// the other end of the line; without one, what is sent is lost
  vm::Link chardev;

  /// of the input clock, 16 times the baud rate at divisor 1 (Hz, 1 to 1000000000)
  uint32_t clock_frequency = 3686400;

  /// characters lost because the guest did not read in time
  uint64_t overruns = 0;
};

/// What a snapshot of `uart16550` holds.
struct Uart16550State {
  /// the divisor latch, DLL and DLM
  uint16_t divisor{};

  /// interrupt enable register
  uint8_t ier{};

  /// FIFO control register, without the bits that reset the FIFOs
  uint8_t fcr{};

  /// line control register
  uint8_t lcr{};

  /// modem control register
  uint8_t mcr{};

  /// scratch register
  uint8_t scr{};

  /// bits 0 to 3 of the modem status register: what changed since it was read
  uint8_t msr_delta{};

  /// received characters, the oldest first
  std::array<uint8_t, 16> rx_fifo{};

  /// how many
  uint8_t rx_count{};

  /// characters to send, the oldest first
  std::array<uint8_t, 16> tx_fifo{};

  /// how many
  uint8_t tx_count{};

  /// the OE bit of the line status register
  bool overrun_error{};

  /// the transmitter ran empty, and the interrupt has not been seen
  bool thre_pending{};

  /// characters wait in the FIFO, and none came or went for a while
  bool timeout_pending{};

  static const qapi::ObjectType kType;
};

/// Ports of `uart16550`: regions, inputs and outputs, each numbered from zero.
struct Uart16550Port {
  static constexpr unsigned kRegs = 0;  ///< the eight registers, one byte each
  static constexpr unsigned kIrq = 0;   ///< the interrupt
};

}  // namespace api

namespace vm {

/// A serial port with FIFOs of 16 bytes. National Semiconductor PC16550D data sheet (June
/// 1995); section numbers in the source are its. Characters are sent and received at once,
/// whatever the divisor; only the receive timeout keeps its pace.
Result<std::unique_ptr<Object>> create_uart16550(Platform& platform);

}  // namespace vm
