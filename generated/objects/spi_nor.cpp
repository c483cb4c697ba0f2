// Generated from schema/devices/spi-nor.json by codegen/templates/objects.cpp.j2.  Do not edit.

#include "generated/objects/spi_nor.h"

#include <cstddef>

#include "runtime/json/object_type.h"

namespace api {

namespace {

constexpr qapi::Member kSpiNorStateMembers[] = {
    {"blank", offsetof(SpiNorState, blank), &qapi::type<bool>, qapi::Presence::Required},
    {"write-enabled",
     offsetof(SpiNorState, write_enabled),
     &qapi::type<bool>,
     qapi::Presence::Required},
    {"command", offsetof(SpiNorState, command), &qapi::type<uint8_t>, qapi::Presence::Required},
    {"received", offsetof(SpiNorState, received), &qapi::type<uint32_t>, qapi::Presence::Required},
    {"place", offsetof(SpiNorState, place), &qapi::type<uint32_t>, qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType SpiNorState::kType{qapi::kValue<SpiNorState>, kSpiNorStateMembers};

}  // namespace api
