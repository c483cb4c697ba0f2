// Generated from schema/devices/sifive-e-aon.json by codegen/templates/objects.h.j2.  Do not edit.
//
// What is declared here is defined by hand in vm/devices/sifive_e_aon.cpp.

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

/// Properties of `sifive-e-aon`.
struct SifiveEAonProps {
  /// whether it was added after the machine was ready. False: to the guest it has always been
  /// there.
  bool hotplugged = false;

  /// of the low-frequency clock, which both counters count (Hz, 1 to 1000000)
  uint32_t frequency = 32768;
};

/// What a snapshot of `sifive-e-aon` holds.
struct SifiveEAonState {
  /// configuration of the watchdog, with its interrupt
  uint32_t wdogcfg{};

  /// where the watchdog strikes
  uint16_t wdogcmp{};

  /// whether it counts
  bool wdog_running{};

  /// its count while it stands still; while it runs, what to add to the ticks of guest time
  uint64_t wdog_base{};

  /// the next write to a watchdog register counts
  bool unlocked{};

  /// configuration of the real-time counter
  uint32_t rtccfg{};

  /// where it interrupts
  uint32_t rtccmp{};

  /// whether it counts
  bool rtc_running{};

  /// as `wdog-base`
  uint64_t rtc_base{};

  /// configuration of the low-frequency ring oscillator
  uint32_t lfrosccfg{};

  /// which low-frequency clock is used
  uint32_t lfclkmux{};

  /// the backup registers
  std::array<uint32_t, 16> backup{};

  /// the registers of the power management unit
  std::array<uint32_t, 20> pmu{};

  static const qapi::ObjectType kType;
};

/// Ports of `sifive-e-aon`: regions, inputs and outputs, each numbered from zero.
struct SifiveEAonPort {
  static constexpr unsigned kRegs = 0;  ///< the registers, of 32 bits each
  static constexpr unsigned kWdog = 0;  ///< interrupt of the watchdog
  static constexpr unsigned kRtc = 1;   ///< interrupt of the real-time counter
};

}  // namespace api

namespace vm {

/// The always-on domain of the FE310: watchdog, real-time counter, and the registers that keep
/// their contents while the rest sleeps. SiFive FE310-G002 Manual v1p0, chapters 13 to 16. The
/// power management unit's registers are there, but nothing ever sleeps.
Result<std::unique_ptr<Object>> create_sifive_e_aon(Platform& platform);

}  // namespace vm
