// Generated from schema/devices/sifive-gpio.json by codegen/templates/objects.h.j2.  Do not edit.
//
// What is declared here is defined by hand in vm/devices/sifive_gpio.cpp.

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

/// Properties of `sifive-gpio`.
struct SifiveGpioProps {
  /// whether it was added after the machine was ready. False: to the guest it has always been
  /// there.
  bool hotplugged = false;

  /// number of pins (1 to 32) (1 to 32)
  uint32_t pins = 32;
};

/// What a snapshot of `sifive-gpio` holds.
struct SifiveGpioState {
  /// the inputs, a bit for each
  uint32_t level{};

  /// levels of the pins
  uint32_t value{};

  /// pins that are inputs
  uint32_t input_en{};

  /// pins that are outputs
  uint32_t output_en{};

  /// what outputs are driven to
  uint32_t output_val{};

  /// pull-ups that are on
  uint32_t pue{};

  /// drive strength
  uint32_t ds{};

  /// outputs that are inverted
  uint32_t out_xor{};

  /// pins that hardware drives
  uint32_t iof_en{};

  /// which hardware does
  uint32_t iof_sel{};

  /// interrupt enables: rise, fall, high, low
  std::array<uint32_t, 4> ie{};

  /// pending interrupts, likewise
  std::array<uint32_t, 4> ip{};

  static const qapi::ObjectType kType;
};

/// Ports of `sifive-gpio`: regions, inputs and outputs, each numbered from zero.
struct SifiveGpioPort {
  static constexpr unsigned kRegs = 0;  ///< the registers, of 32 bits each, a bit for each pin
  static constexpr unsigned kIn = 0;    ///< levels that something outside drives the pins to
  static constexpr unsigned kOut = 0;   ///< levels of the pins, as far as they are outputs
  static constexpr unsigned kIrq = 1;   ///< interrupt of each pin
};

}  // namespace api

namespace vm {

/// SiFive's general-purpose input and output pins. SiFive FE310-G002 Manual v1p0, chapter 17;
/// FU540-C000 Manual v1p0, chapter 17. An input that nothing drives is low; pull-ups and drive
/// strength are kept in the registers and change nothing. The functions that hardware drives
/// (`iof_en`) are not connected: their pins stay low.
Result<std::unique_ptr<Object>> create_sifive_gpio(Platform& platform);

}  // namespace vm
