// Generated from schema/devices/pflash.json by codegen/templates/objects.cpp.j2.  Do not edit.

#include "generated/objects/pflash.h"

#include <cstddef>

#include "runtime/json/object_type.h"

namespace api {

namespace {

constexpr qapi::Member kPflashStateMembers[] = {
    {"mode", offsetof(PflashState, mode), &qapi::type<uint8_t>, qapi::Presence::Required},
    {"command", offsetof(PflashState, command), &qapi::type<uint8_t>, qapi::Presence::Required},
    {"status", offsetof(PflashState, status), &qapi::type<uint8_t>, qapi::Presence::Required},
    {"blank", offsetof(PflashState, blank), &qapi::type<bool>, qapi::Presence::Required},
    {"expected", offsetof(PflashState, expected), &qapi::type<uint32_t>, qapi::Presence::Required},
    {"buffer-at",
     offsetof(PflashState, buffer_at),
     &qapi::type<uint64_t>,
     qapi::Presence::Required},
    {"buffer",
     offsetof(PflashState, buffer),
     &qapi::type<std::vector<uint8_t>>,
     qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType PflashState::kType{qapi::kValue<PflashState>, kPflashStateMembers};

}  // namespace api
