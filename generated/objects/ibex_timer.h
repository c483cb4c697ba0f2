// Generated from schema/devices/ibex-timer.json by codegen/templates/objects.h.j2.  Do not edit.
//
// What is declared here is defined by hand in vm/devices/ibex_timer.cpp.

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

/// Properties of `ibex-timer`.
struct IbexTimerProps {
  /// whether it was added after the machine was ready. False: to the guest it has always been
  /// there.
  bool hotplugged = false;

  /// of the clock that it counts (Hz, 1 to 1000000000)
  uint32_t clock_frequency = 10000000;
};

/// What a snapshot of `ibex-timer` holds.
struct IbexTimerState {
  /// whether it counts
  bool active{};

  /// ticks while it stands still; while it runs, what to add to the ticks of guest time
  uint64_t base{};

  /// value of the counter at tick 0
  uint64_t start{};

  /// prescaler and step
  uint32_t cfg{};

  /// where it interrupts
  uint64_t compare{};

  /// the interrupt is pending
  bool intr_state{};

  /// the interrupt is enabled
  bool intr_enable{};

  static const qapi::ObjectType kType;
};

/// Ports of `ibex-timer`: regions, inputs and outputs, each numbered from zero.
struct IbexTimerPort {
  static constexpr unsigned kRegs = 0;  ///< the registers, of 32 bits each
  static constexpr unsigned kMtip = 0;  ///< timer interrupt of the hart
};

}  // namespace api

namespace vm {

/// OpenTitan's timer of the RISC-V hart: a counter of 64 bits with prescaler and step, and a
/// comparator. OpenTitan, rv_timer Technical Specification; names of registers and fields are
/// those of its data/rv_timer.hjson, for one hart and one timer.
Result<std::unique_ptr<Object>> create_ibex_timer(Platform& platform);

}  // namespace vm
