// Generated from schema/devices/hotplug-slot.json by codegen/templates/objects.cpp.j2.  Do not
// edit.

#include "generated/objects/hotplug_slot.h"

#include <cstddef>

#include "runtime/json/object_type.h"

namespace api {

namespace {

constexpr qapi::Member kHotplugSlotStateMembers[] = {
    {"slot", offsetof(HotplugSlotState, slot), &qapi::type<SlotState>, qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType HotplugSlotState::kType{
    qapi::kValue<HotplugSlotState>,
    kHotplugSlotStateMembers};

}  // namespace api
