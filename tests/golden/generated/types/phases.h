// Generated from golden/phases.json by codegen/templates/types.h.j2.  Do not edit.

#pragma once

#include <string_view>

namespace qapi {
class EnumType;
class ObjectType;
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
extern const qapi::EnumType kKilnPhaseType;
constexpr const qapi::EnumType& type_of(KilnPhase) {
  return kKilnPhaseType;
}

/// Where a kiln stands.
enum class KilnPhaseGroup {
  Empty,   ///< nothing is in it
  Loaded,  ///< something is in it
  Hot,     ///< the door is locked
  Cooled,  ///< it can be opened
};

std::string_view to_string(KilnPhaseGroup value);
extern const qapi::EnumType kKilnPhaseGroupType;
constexpr const qapi::EnumType& type_of(KilnPhaseGroup) {
  return kKilnPhaseGroupType;
}

/// Where a kiln stands.
enum class HotState {
  Heating,  ///< it gets hotter
  Holding,  ///< it keeps its temperature
};

std::string_view to_string(HotState value);
extern const qapi::EnumType kHotStateType;
constexpr const qapi::EnumType& type_of(HotState) {
  return kHotStateType;
}

/// Where a part stands.
enum class PartLife {
  Made,    ///< it exists
  Fitted,  ///< it works
  Gone,    ///< it is no more
};

std::string_view to_string(PartLife value);
extern const qapi::EnumType kPartLifeType;
constexpr const qapi::EnumType& type_of(PartLife) {
  return kPartLifeType;
}

/// Where a part stands.
enum class PartLifeGroup {
  Made,    ///< it exists
  Fitted,  ///< it works
  Gone,    ///< it is no more
};

std::string_view to_string(PartLifeGroup value);
extern const qapi::EnumType kPartLifeGroupType;
constexpr const qapi::EnumType& type_of(PartLifeGroup) {
  return kPartLifeGroupType;
}

}  // namespace api
