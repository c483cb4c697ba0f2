// Generated from schema/devices/at24c256.json by codegen/templates/objects.cpp.j2.  Do not edit.

#include "generated/objects/at24c256.h"

#include <cstddef>

#include "runtime/json/object_type.h"

namespace api {

namespace {

constexpr qapi::Member kAt24c256StateMembers[] = {
    {"pointer", offsetof(At24c256State, pointer), &qapi::type<uint16_t>, qapi::Presence::Required},
    {"received", offsetof(At24c256State, received), &qapi::type<uint8_t>, qapi::Presence::Required},
    {"contents",
     offsetof(At24c256State, contents),
     &qapi::type<std::vector<uint8_t>>,
     qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType At24c256State::kType{
    qapi::kValue<At24c256State>,
    kAt24c256StateMembers};

}  // namespace api
