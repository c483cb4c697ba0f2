// Generated from schema/devices/i2c-ocores.json by codegen/templates/objects.h.j2.  Do not edit.
//
// What is declared here is defined by hand in vm/devices/i2c_ocores.cpp.

#pragma once

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

/// Properties of `i2c-ocores`.
struct I2cOcoresProps {
  /// whether it was added after the machine was ready. False: to the guest it has always been
  /// there.
  bool hotplugged = false;

  /// of the core (Hz, 1 to 1000000000)
  uint32_t clock_frequency = 50000000;
};

/// What a snapshot of `i2c-ocores` holds.
struct I2cOcoresState {
  /// PRERhi and PRERlo
  uint16_t prescale{};

  /// CTR
  uint8_t control{};

  /// TXR
  uint8_t transmit{};

  /// RXR
  uint8_t receive{};

  /// SR
  uint8_t status{};

  /// address of the device that is spoken to; 0: none
  uint8_t target{};

  static const qapi::ObjectType kType;
};

/// Ports of `i2c-ocores`: regions, inputs and outputs, each numbered from zero.
struct I2cOcoresPort {
  static constexpr unsigned kRegs =
      0;  ///< the registers, of a byte each: PRERlo, PRERhi, CTR, TXR and RXR, CR and SR
  static constexpr unsigned kIrq = 0;  ///< the interrupt
};

}  // namespace api

namespace vm {

/// The I2C master of OpenCores: "I2C-Master Core Specification" 0.9. What is on its bus are the
/// devices that name it. A byte takes no time.
Result<std::unique_ptr<Object>> create_i2c_ocores(Platform& platform);

}  // namespace vm
