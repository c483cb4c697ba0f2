// Generated from schema/devices/virtio/virtio-balloon.json by codegen/templates/objects.cpp.j2.  Do
// not edit.

#include "generated/objects/virtio_balloon.h"

#include <cstddef>

#include "runtime/json/object_type.h"

namespace api {

namespace {

constexpr qapi::Member kVirtioBalloonStateMembers[] = {
    {"virtio",
     offsetof(VirtioBalloonState, virtio),
     &qapi::type<VirtioState>,
     qapi::Presence::Required},
    {"num-pages",
     offsetof(VirtioBalloonState, num_pages),
     &qapi::type<uint32_t>,
     qapi::Presence::Required},
    {"actual",
     offsetof(VirtioBalloonState, actual),
     &qapi::type<uint32_t>,
     qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType VirtioBalloonState::kType{
    qapi::kValue<VirtioBalloonState>,
    kVirtioBalloonStateMembers};

}  // namespace api
