// Generated from golden/phases.json by codegen/templates/types.h.j2.  Do not edit.

#pragma once

#include <string_view>

namespace qapi {
class ObjectReader;
class ObjectWriter;
class Reader;
class Writer;
}  // namespace qapi

namespace api {

/// Where a kiln stands.
enum class KilnPhase {
  Empty,    ///< nothing is in it
  Loaded,   ///< something is in it
  Heating,  ///< it gets hotter
  Holding,  ///< it keeps its temperature
  Cooled,   ///< it can be opened
};

std::string_view to_string(KilnPhase value);
bool decode(const qapi::Reader& in, KilnPhase& value);
void encode(qapi::Writer& out, KilnPhase value);

/// Where a kiln stands.
enum class KilnPhaseGroup {
  Empty,   ///< nothing is in it
  Loaded,  ///< something is in it
  Hot,     ///< the door is locked
  Cooled,  ///< it can be opened
};

std::string_view to_string(KilnPhaseGroup value);
bool decode(const qapi::Reader& in, KilnPhaseGroup& value);
void encode(qapi::Writer& out, KilnPhaseGroup value);

/// Where a kiln stands.
enum class HotState {
  Heating,  ///< it gets hotter
  Holding,  ///< it keeps its temperature
};

std::string_view to_string(HotState value);
bool decode(const qapi::Reader& in, HotState& value);
void encode(qapi::Writer& out, HotState value);

/// Where a part stands.
enum class PartLife {
  Made,    ///< it exists
  Fitted,  ///< it works
  Gone,    ///< it is no more
};

std::string_view to_string(PartLife value);
bool decode(const qapi::Reader& in, PartLife& value);
void encode(qapi::Writer& out, PartLife value);

/// Where a part stands.
enum class PartLifeGroup {
  Made,    ///< it exists
  Fitted,  ///< it works
  Gone,    ///< it is no more
};

std::string_view to_string(PartLifeGroup value);
bool decode(const qapi::Reader& in, PartLifeGroup& value);
void encode(qapi::Writer& out, PartLifeGroup value);

}  // namespace api
