// Generated from schema/devices/aplic.json by codegen/templates/objects.cpp.j2.  Do not edit.

#include "generated/objects/aplic.h"

#include <cstddef>

#include "runtime/json/constraint.h"
#include "runtime/json/object_type.h"

namespace api {

namespace {

constexpr qapi::Member kAplicStateMembers[] = {
    {"domaincfg", offsetof(AplicState, domaincfg), &qapi::type<uint32_t>, qapi::Presence::Required},
    {"sourcecfg",
     offsetof(AplicState, sourcecfg),
     &qapi::type<std::vector<uint32_t>>,
     qapi::Presence::Required},
    {"target",
     offsetof(AplicState, target),
     &qapi::type<std::vector<uint32_t>>,
     qapi::Presence::Required},
    {"pending",
     offsetof(AplicState, pending),
     &qapi::type<std::vector<uint8_t>>,
     qapi::Presence::Required},
    {"enabled",
     offsetof(AplicState, enabled),
     &qapi::type<std::vector<uint8_t>>,
     qapi::Presence::Required},
    {"inputs",
     offsetof(AplicState, inputs),
     &qapi::type<std::vector<uint8_t>>,
     qapi::Presence::Required},
    {"msiaddrcfg",
     offsetof(AplicState, msiaddrcfg),
     &qapi::type<std::array<uint32_t, 4>>,
     qapi::Presence::Required},
    {"genmsi", offsetof(AplicState, genmsi), &qapi::type<uint32_t>, qapi::Presence::Required},
    {"idelivery",
     offsetof(AplicState, idelivery),
     &qapi::type<std::vector<uint8_t>>,
     qapi::Presence::Required},
    {"iforce",
     offsetof(AplicState, iforce),
     &qapi::type<std::vector<uint8_t>>,
     qapi::Presence::Required},
    {"ithreshold",
     offsetof(AplicState, ithreshold),
     &qapi::type<std::vector<uint8_t>>,
     qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType AplicState::kType{qapi::kValue<AplicState>, kAplicStateMembers};

}  // namespace api
