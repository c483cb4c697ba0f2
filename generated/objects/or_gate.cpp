// Generated from schema/devices/or-gate.json by codegen/templates/objects.cpp.j2.  Do not edit.

#include "generated/objects/or_gate.h"

#include <cstddef>

#include "runtime/json/object_type.h"

namespace api {

namespace {

constexpr qapi::Member kOrGateStateMembers[] = {
    {"level",
     offsetof(OrGateState, level),
     &qapi::type<std::vector<uint8_t>>,
     qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType OrGateState::kType{qapi::kValue<OrGateState>, kOrGateStateMembers};

}  // namespace api
