// Generated from golden/devices/objects.json by codegen/templates/types.h.j2.  Do not edit.

#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace qapi {
class ObjectReader;
class ObjectWriter;
class Reader;
class Writer;
}  // namespace qapi

namespace api {

/// How a sensor measures.
struct SensorOptions {
  /// measurements in a second (Hz, 1 to 1000)
  uint32_t rate = 10;

  /// written on it
  std::optional<std::string> label;

  bool operator==(const SensorOptions&) const = default;
};

bool decode(const qapi::Reader& in, SensorOptions& value);
void encode(qapi::Writer& out, const SensorOptions& value);

}  // namespace api
