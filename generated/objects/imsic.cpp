// Generated from schema/devices/imsic.json by codegen/templates/objects.cpp.j2.  Do not edit.

#include "generated/objects/imsic.h"

#include <cstddef>

#include "runtime/json/object_type.h"

namespace api {

namespace {

constexpr qapi::Member kImsicStateMembers[] = {
    {"pending",
     offsetof(ImsicState, pending),
     &qapi::type<std::vector<uint64_t>>,
     qapi::Presence::Required},
    {"enabled",
     offsetof(ImsicState, enabled),
     &qapi::type<std::vector<uint64_t>>,
     qapi::Presence::Required},
    {"delivery",
     offsetof(ImsicState, delivery),
     &qapi::type<std::vector<uint32_t>>,
     qapi::Presence::Required},
    {"threshold",
     offsetof(ImsicState, threshold),
     &qapi::type<std::vector<uint32_t>>,
     qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType ImsicState::kType{qapi::kValue<ImsicState>, kImsicStateMembers};

}  // namespace api
