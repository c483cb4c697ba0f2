// Generated from golden/devices/objects.json by codegen/templates/objects.h.j2.  Do not edit.
//
// What is declared here is defined by hand in kiln/devices/objects.cpp.

#pragma once

#include <cstdint>
#include <memory>
#include <optional>
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

/// Properties of `part`.
struct PartProps {
  /// hours since it was made (h)
  uint64_t fitted_at{};
};

/// What a snapshot of `part` holds.
struct PartState {
  static const qapi::ObjectType kType;
};

/// Properties of `sensor`.
struct SensorProps {
  /// hours since it was made (h)
  uint64_t fitted_at{};

  /// measurements in a second (Hz, 1 to 1000)
  uint32_t rate = 10;

  /// written on it
  std::optional<std::string> label;
};

/// What a snapshot of `sensor` holds.
struct SensorState {
  static const qapi::ObjectType kType;
};

}  // namespace api

namespace vm {

/// Measures a temperature.
Result<std::unique_ptr<Object>> create_sensor(Platform& platform);

}  // namespace vm
