// Generated from schema/devices/virtio/virtio-keyboard.json by codegen/templates/objects.cpp.j2. Do
// not edit.

#include "generated/objects/virtio_keyboard.h"

#include <cstddef>

#include "runtime/json/object_type.h"

namespace api {

namespace {

constexpr qapi::Member kVirtioKeyboardStateMembers[] = {
    {"virtio",
     offsetof(VirtioKeyboardState, virtio),
     &qapi::type<VirtioState>,
     qapi::Presence::Required},
    {"select",
     offsetof(VirtioKeyboardState, select),
     &qapi::type<uint8_t>,
     qapi::Presence::Required},
    {"subsel",
     offsetof(VirtioKeyboardState, subsel),
     &qapi::type<uint8_t>,
     qapi::Presence::Required},
    {"held",
     offsetof(VirtioKeyboardState, held),
     &qapi::type<std::vector<VirtioHeldKey>>,
     qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType VirtioKeyboardState::kType{
    qapi::kValue<VirtioKeyboardState>,
    kVirtioKeyboardStateMembers};

}  // namespace api
