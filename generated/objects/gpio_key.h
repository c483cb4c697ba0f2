// Generated from schema/devices/gpio-key.json by codegen/templates/objects.h.j2.  Do not edit.
//
// What is declared here is defined by hand in vm/devices/gpio_key.cpp.

#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "vm/base/result.h"

namespace qapi {
class ObjectType;
}  // namespace qapi

namespace vm {
class Object;
class Platform;
}  // namespace vm

namespace api {

/// Properties of `gpio-key`.
struct GpioKeyProps {
  /// whether it was added after the machine was ready. False: to the guest it has always been
  /// there.
  bool hotplugged = false;

  /// what is written on it
  std::string label;

  /// which key it is: a code of linux/input-event-codes.h (1 to 767) (1 to 767)
  uint16_t linux_code{};

  /// whether the line is low while it is pressed, and high otherwise
  bool active_low = false;

  /// for how long the guest is to wait until the line is at rest (ms, 0 to 10000)
  uint32_t debounce_interval = 5;
};

/// What a snapshot of `gpio-key` holds.
struct GpioKeyState {
  /// whether it is down
  bool pressed{};

  /// until when it is, in guest time
  uint64_t release_at_ns{};

  static const qapi::ObjectType kType;
};

/// Ports of `gpio-key`: regions, inputs and outputs, each numbered from zero.
struct GpioKeyPort {
  static constexpr unsigned kOut = 0;  ///< the line
};

}  // namespace api

namespace vm {

/// A key that drives a line, which belongs on a pin of a GPIO controller. The guest's device
/// tree has one node `gpio-keys` with all those that are (binding input/gpio-keys). `send-key`
/// presses it, and `system_powerdown` if its code is 116, KEY_POWER.
Result<std::unique_ptr<Object>> create_gpio_key(Platform& platform);

}  // namespace vm
