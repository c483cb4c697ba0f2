// Generated from schema/devices/acpi-sleep.json by codegen/templates/objects.h.j2.  Do not edit.
//
// What is declared here is defined by hand in vm/devices/acpi_sleep.cpp.

#pragma once

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

/// Properties of `acpi-sleep`.
struct AcpiSleepProps {
  /// whether it was added after the machine was ready. False: to the guest it has always been
  /// there.
  bool hotplugged = false;
};

/// What a snapshot of `acpi-sleep` holds.
struct AcpiSleepState {
  /// the machine was sent to sleep
  bool asleep{};

  /// WAK_STS
  bool woken{};

  /// level of the input
  bool level{};

  static const qapi::ObjectType kType;
};

/// Ports of `acpi-sleep`: regions, inputs and outputs, each numbered from zero.
struct AcpiSleepPort {
  static constexpr unsigned kRegs =
      0;  ///< control at offset 0, status at offset 1: bit 7 (WAK_STS) says that the machine has
          ///< slept, and is cleared by writing it
  static constexpr unsigned kWake = 0;  ///< while it is high, the machine does not sleep
};

}  // namespace api

namespace vm {

/// The sleep registers of hardware-reduced ACPI (ACPI 6.5, 4.8.3.7). Writing to the control
/// register with bit 5 (SLP_EN) set makes the machine go to where bits 2 to 4 (SLP_TYP) say: 1
/// is S1, in which harts stand still with all they hold, until `wake` or system_wakeup lets
/// them go on; 5 is S5, off.
Result<std::unique_ptr<Object>> create_acpi_sleep(Platform& platform);

}  // namespace vm
