// Generated from schema/devices/sifive-spi.json by codegen/templates/objects.h.j2.  Do not edit.
//
// What is declared here is defined by hand in vm/devices/sifive_spi.cpp.

#pragma once

#include <array>
#include <cstdint>
#include <memory>

#include "vm/base/result.h"

namespace qapi {
class ObjectType;
}  // namespace qapi

namespace vm {
class Object;
class Platform;
}  // namespace vm

namespace api {

/// Properties of `sifive-spi`.
struct SifiveSpiProps {
  /// whether it was added after the machine was ready. False: to the guest it has always been
  /// there.
  bool hotplugged = false;

  /// number of chip selects (1 to 32)
  uint8_t num_cs = 1;

  /// of the bus clock, as the guest's device tree tells it (Hz, 1 to 2000000000)
  uint32_t clock_frequency = 16000000;
};

/// What a snapshot of `sifive-spi` holds.
struct SifiveSpiState {
  /// divisor of the serial clock
  uint32_t sckdiv{};

  /// its polarity and phase
  uint32_t sckmode{};

  /// chip select
  uint32_t csid{};

  /// what chip selects are when they select nothing
  uint32_t csdef{};

  /// when they select
  uint32_t csmode{};

  /// delays around a chip select
  uint32_t delay0{};

  /// delays between frames
  uint32_t delay1{};

  /// format of a frame
  uint32_t fmt{};

  /// watermark of the transmitter
  uint32_t txmark{};

  /// watermark of the receiver
  uint32_t rxmark{};

  /// whether the flash shows as memory
  uint32_t fctrl{};

  /// how it is read
  uint32_t ffmt{};

  /// interrupt enable
  uint32_t ie{};

  /// received frames, the oldest first
  std::array<uint8_t, 8> rx_fifo{};

  /// how many
  uint8_t rx_count{};

  static const qapi::ObjectType kType;
};

/// Ports of `sifive-spi`: regions, inputs and outputs, each numbered from zero.
struct SifiveSpiPort {
  static constexpr unsigned kRegs = 0;  ///< the registers, of 32 bits each
  static constexpr unsigned kIrq = 0;   ///< the interrupt
};

}  // namespace api

namespace vm {

/// SiFive's serial peripheral interface; what is at its other end are the devices that name it.
/// SiFive FE310-G002 Manual v1p0, chapter 19; FU540-C000 Manual v1p0, chapter 16. The window
/// that shows a serial flash as memory is a `rom` of its own.
Result<std::unique_ptr<Object>> create_sifive_spi(Platform& platform);

}  // namespace vm
