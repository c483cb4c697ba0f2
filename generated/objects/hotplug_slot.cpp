// Generated from schema/devices/hotplug-slot.json by codegen/templates/objects.cpp.j2.  Do not
// edit.

#include "generated/objects/hotplug_slot.h"

#include <cstddef>

#include "runtime/json/object_type.h"

namespace api {

namespace {

constexpr qapi::Member kHotplugSlotStateMembers[] = {
    {"control",
     offsetof(HotplugSlotState, control),
     &qapi::type<uint16_t>,
     qapi::Presence::Required},
    {"status", offsetof(HotplugSlotState, status), &qapi::type<uint16_t>, qapi::Presence::Required},
    {"asked", offsetof(HotplugSlotState, asked), &qapi::type<bool>, qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType HotplugSlotState::kType{
    qapi::kValue<HotplugSlotState>,
    kHotplugSlotStateMembers};

}  // namespace api
