// Generated from schema/devices/virtio/virtio.json by codegen/templates/objects.cpp.j2.  Do not
// edit.

#include "generated/objects/virtio.h"

#include <cstddef>

#include "runtime/json/object_type.h"

namespace api {

constinit const qapi::ObjectType VirtioBusState::kType{qapi::kValue<VirtioBusState>, {}};

namespace {

constexpr qapi::Member kVirtioDeviceStateMembers[] = {
    {"virtio",
     offsetof(VirtioDeviceState, virtio),
     &qapi::type<VirtioState>,
     qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType VirtioDeviceState::kType{
    qapi::kValue<VirtioDeviceState>,
    kVirtioDeviceStateMembers};

}  // namespace api
