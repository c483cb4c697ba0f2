// Generated from golden/devices/objects.json by codegen/templates/types.h.j2.  Do not edit.

#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace qapi {
class EnumType;
class ObjectType;
}  // namespace qapi

namespace api {

/// How a sensor measures.
struct SensorOptions {
  /// measurements in a second (Hz, 1 to 1000)
  uint32_t rate = 10;

  /// written on it
  std::optional<std::string> label;

  bool operator==(const SensorOptions&) const = default;

  static const qapi::ObjectType kType;
};

}  // namespace api
