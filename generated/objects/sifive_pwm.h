// Generated from schema/devices/sifive-pwm.json by codegen/templates/objects.h.j2.  Do not edit.
//
// What is declared here is defined by hand in vm/devices/sifive_pwm.cpp.

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

/// Properties of `sifive-pwm`.
struct SifivePwmProps {
  /// whether it was added after the machine was ready. False: to the guest it has always been
  /// there.
  bool hotplugged = false;

  /// of the bus clock, which it counts (Hz, 1 to 2000000000)
  uint32_t clock_frequency = 16000000;

  /// bits of the comparators (8 or 16) (8 to 16)
  uint8_t width = 16;
};

/// What a snapshot of `sifive-pwm` holds.
struct SifivePwmState {
  /// configuration, without the bits of the interrupts
  uint32_t cfg{};

  /// the comparators
  std::array<uint32_t, 4> cmp{};

  /// comparators whose interrupt is pending
  uint8_t ip{};

  /// whether it counts
  bool running{};

  /// its count while it stands still; while it runs, what to add to the ticks of guest time
  uint64_t base{};

  static const qapi::ObjectType kType;
};

/// Ports of `sifive-pwm`: regions, inputs and outputs, each numbered from zero.
struct SifivePwmPort {
  static constexpr unsigned kRegs = 0;  ///< the registers, of 32 bits each
  static constexpr unsigned kIrq = 0;   ///< interrupt of each comparator
};

}  // namespace api

namespace vm {

/// SiFive's pulse-width modulator: a counter and four comparators. SiFive FE310-G002 Manual
/// v1p0, chapter 20. Outputs are levels of the comparators; gangs, centring and deglitching are
/// kept in the registers and change nothing.
Result<std::unique_ptr<Object>> create_sifive_pwm(Platform& platform);

}  // namespace vm
