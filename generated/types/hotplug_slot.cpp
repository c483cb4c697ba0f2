// Generated from schema/devices/hotplug-slot.json by codegen/templates/types.cpp.j2.  Do not edit.

#include "generated/types/hotplug_slot.h"

#include <cstddef>

#include "runtime/json/object_type.h"

namespace api {

namespace {

constexpr qapi::Member kSlotStateMembers[] = {
    {"control", offsetof(SlotState, control), &qapi::type<uint16_t>, qapi::Presence::Required},
    {"status", offsetof(SlotState, status), &qapi::type<uint16_t>, qapi::Presence::Required},
    {"asked", offsetof(SlotState, asked), &qapi::type<bool>, qapi::Presence::Required},
    {"tripped", offsetof(SlotState, tripped), &qapi::type<bool>, qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType SlotState::kType{qapi::kValue<SlotState>, kSlotStateMembers};

}  // namespace api
