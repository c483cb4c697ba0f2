// Generated from schema/devices/virtio/virtio-keyboard.json by codegen/templates/types.cpp.j2.  Do
// not edit.

#include "generated/types/virtio_keyboard.h"

#include <cstddef>

#include "runtime/json/object_type.h"

namespace api {

namespace {

constexpr qapi::Member kVirtioHeldKeyMembers[] = {
    {"code", offsetof(VirtioHeldKey, code), &qapi::type<uint16_t>, qapi::Presence::Required},
    {"until-ns",
     offsetof(VirtioHeldKey, until_ns),
     &qapi::type<uint64_t>,
     qapi::Presence::Required},
    {"told", offsetof(VirtioHeldKey, told), &qapi::type<bool>, qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType VirtioHeldKey::kType{
    qapi::kValue<VirtioHeldKey>,
    kVirtioHeldKeyMembers};

}  // namespace api
