// Generated from schema/devices/goldfish-rtc.json by codegen/templates/objects.h.j2.  Do not edit.
//
// What is declared here is defined by hand in vm/devices/goldfish_rtc.cpp.

#pragma once

#include <cstdint>
#include <memory>

#include "generated/types/goldfish_rtc.h"

#include "vm/base/result.h"

namespace qapi {
class ObjectType;
}  // namespace qapi

namespace vm {
class Object;
class Platform;
}  // namespace vm

namespace api {

/// Properties of `goldfish-rtc`.
struct GoldfishRtcProps {
  /// whether it was added after the machine was ready. False: to the guest it has always been
  /// there.
  bool hotplugged = false;

  /// what it goes by
  RtcClock clock = RtcClock::Host;

  /// what is added to that (ns)
  int64_t offset = 0;
};

/// What a snapshot of `goldfish-rtc` holds.
struct GoldfishRtcState {
  /// what the guest has added to the time by setting it, modulo 2^64, in nanoseconds
  uint64_t ahead{};

  /// the upper half of the time when its lower half was last read
  uint32_t time_high{};

  /// when the alarm rings, in nanoseconds since 1970; what was last set if it is not armed
  uint64_t alarm{};

  /// whether it will ring
  bool armed{};

  /// the interrupt enable
  bool enabled{};

  /// the alarm has rung, and that has not been cleared
  bool pending{};

  static const qapi::ObjectType kType;
};

/// Ports of `goldfish-rtc`: regions, inputs and outputs, each numbered from zero.
struct GoldfishRtcPort {
  static constexpr unsigned kRegs =
      0;  ///< the registers, of 32 bits each: TIME_LOW, TIME_HIGH, ALARM_LOW, ALARM_HIGH,
          ///< IRQ_ENABLED, CLEAR_ALARM, ALARM_STATUS and CLEAR_INTERRUPT
  static constexpr unsigned kIrq = 0;  ///< the alarm has rung, and its interrupt is enabled
};

}  // namespace api

namespace vm {

/// The real-time clock of the Goldfish virtual platform: nanoseconds since 1970, with an alarm.
/// Goldfish Virtual Hardware, "RTC" (platform/external/qemu,
/// docs/GOLDFISH-VIRTUAL-HARDWARE.TXT, section IX). A half of the time, or of the alarm, that
/// is not written stays as it is. While the guest is stopped, so is its alarm.
Result<std::unique_ptr<Object>> create_goldfish_rtc(Platform& platform);

}  // namespace vm
