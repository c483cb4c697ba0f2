// Generated from schema/devices/dw-wdt.json by codegen/templates/objects.h.j2.  Do not edit.
//
// What is declared here is defined by hand in vm/devices/dw_wdt.cpp.

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

/// Properties of `dw-wdt`.
struct DwWdtProps {
  /// whether it was added after the machine was ready. False: to the guest it has always been
  /// there.
  bool hotplugged = false;

  /// of the counter (Hz, 1 to 1000000000)
  uint32_t clock_frequency = 50000000;
};

/// What a snapshot of `dw-wdt` holds.
struct DwWdtState {
  /// WDT_CR
  uint8_t control{};

  /// WDT_TORR
  uint8_t timeout_range{};

  /// guest time at which it expires, once enabled
  uint64_t deadline_ns{};

  /// the interrupt
  bool pending{};

  static const qapi::ObjectType kType;
};

/// Ports of `dw-wdt`: regions, inputs and outputs, each numbered from zero.
struct DwWdtPort {
  static constexpr unsigned kRegs = 0;  ///< the registers, 4 bytes each
  static constexpr unsigned kIrq =
      0;  ///< the first expiry, if RMOD is set; the second one in a row counts then
};

}  // namespace api

namespace vm {

/// The DesignWare watchdog of Synopsys (DW_apb_wdt), found on many RISC-V and Arm chips. Once
/// enabled it counts down from 2^(16 + TOP) clocks; what follows when the guest does not
/// restart it in time is set-action's `watchdog`.
Result<std::unique_ptr<Object>> create_dw_wdt(Platform& platform);

}  // namespace vm
