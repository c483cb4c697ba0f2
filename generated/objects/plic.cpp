// Generated from schema/devices/plic.json by codegen/templates/objects.cpp.j2.  Do not edit.

#include "generated/objects/plic.h"

#include <cstddef>

#include "runtime/json/object_type.h"

namespace api {

namespace {

constexpr qapi::Member kPlicStateMembers[] = {
    {"priority",
     offsetof(PlicState, priority),
     &qapi::type<std::vector<uint32_t>>,
     qapi::Presence::Required},
    {"pending",
     offsetof(PlicState, pending),
     &qapi::type<std::vector<uint32_t>>,
     qapi::Presence::Required},
    {"claimed",
     offsetof(PlicState, claimed),
     &qapi::type<std::vector<uint32_t>>,
     qapi::Presence::Required},
    {"level",
     offsetof(PlicState, level),
     &qapi::type<std::vector<uint32_t>>,
     qapi::Presence::Required},
    {"enable",
     offsetof(PlicState, enable),
     &qapi::type<std::vector<uint32_t>>,
     qapi::Presence::Required},
    {"threshold",
     offsetof(PlicState, threshold),
     &qapi::type<std::vector<uint32_t>>,
     qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType PlicState::kType{qapi::kValue<PlicState>, kPlicStateMembers};

}  // namespace api
