// Generated from golden/phases.json by codegen/templates/types.cpp.j2.  Do not edit.

#include "generated/types/phases.h"

#include "runtime/json/enum.h"

namespace api {

namespace {
constexpr std::string_view kKilnPhaseNames[] = {
    "empty",
    "loaded",
    "heating",
    "holding",
    "cooled",
};
}  // namespace

std::string_view to_string(KilnPhase value) {
  return kKilnPhaseNames[static_cast<size_t>(value)];
}

constinit const qapi::EnumType kKilnPhaseType{kKilnPhaseNames};

namespace {
constexpr std::string_view kKilnPhaseGroupNames[] = {
    "empty",
    "loaded",
    "hot",
    "cooled",
};
}  // namespace

std::string_view to_string(KilnPhaseGroup value) {
  return kKilnPhaseGroupNames[static_cast<size_t>(value)];
}

constinit const qapi::EnumType kKilnPhaseGroupType{kKilnPhaseGroupNames};

namespace {
constexpr std::string_view kHotStateNames[] = {
    "heating",
    "holding",
};
}  // namespace

std::string_view to_string(HotState value) {
  return kHotStateNames[static_cast<size_t>(value)];
}

constinit const qapi::EnumType kHotStateType{kHotStateNames};

namespace {
constexpr std::string_view kPartLifeNames[] = {
    "made",
    "fitted",
    "gone",
};
}  // namespace

std::string_view to_string(PartLife value) {
  return kPartLifeNames[static_cast<size_t>(value)];
}

constinit const qapi::EnumType kPartLifeType{kPartLifeNames};

namespace {
constexpr std::string_view kPartLifeGroupNames[] = {
    "made",
    "fitted",
    "gone",
};
}  // namespace

std::string_view to_string(PartLifeGroup value) {
  return kPartLifeGroupNames[static_cast<size_t>(value)];
}

constinit const qapi::EnumType kPartLifeGroupType{kPartLifeGroupNames};

}  // namespace api
