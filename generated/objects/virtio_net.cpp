// Generated from schema/devices/virtio/virtio-net.json by codegen/templates/objects.cpp.j2.  Do not
// edit.

#include "generated/objects/virtio_net.h"

#include <cstddef>

#include "runtime/json/constraint.h"
#include "runtime/json/object_type.h"

namespace api {

namespace {

constexpr qapi::Member kVirtioNetStateMembers[] = {
    {"virtio",
     offsetof(VirtioNetState, virtio),
     &qapi::type<VirtioState>,
     qapi::Presence::Required},
    {"address", offsetof(VirtioNetState, address), &qapi::type<uint64_t>, qapi::Presence::Required},
    {"pairs", offsetof(VirtioNetState, pairs), &qapi::type<uint16_t>, qapi::Presence::Required},
    {"promiscuous",
     offsetof(VirtioNetState, promiscuous),
     &qapi::type<bool>,
     qapi::Presence::Required},
    {"all-multicast",
     offsetof(VirtioNetState, all_multicast),
     &qapi::type<bool>,
     qapi::Presence::Required},
    {"all-unicast",
     offsetof(VirtioNetState, all_unicast),
     &qapi::type<bool>,
     qapi::Presence::Required},
    {"no-multicast",
     offsetof(VirtioNetState, no_multicast),
     &qapi::type<bool>,
     qapi::Presence::Required},
    {"no-unicast",
     offsetof(VirtioNetState, no_unicast),
     &qapi::type<bool>,
     qapi::Presence::Required},
    {"no-broadcast",
     offsetof(VirtioNetState, no_broadcast),
     &qapi::type<bool>,
     qapi::Presence::Required},
    {"unicast",
     offsetof(VirtioNetState, unicast),
     &qapi::type<std::vector<uint64_t>>,
     qapi::Presence::Required},
    {"multicast",
     offsetof(VirtioNetState, multicast),
     &qapi::type<std::vector<uint64_t>>,
     qapi::Presence::Required},
    {"too-many-unicast",
     offsetof(VirtioNetState, too_many_unicast),
     &qapi::type<bool>,
     qapi::Presence::Required},
    {"too-many-multicast",
     offsetof(VirtioNetState, too_many_multicast),
     &qapi::type<bool>,
     qapi::Presence::Required},
    {"vlans",
     offsetof(VirtioNetState, vlans),
     &qapi::type<std::array<uint32_t, 128>>,
     qapi::Presence::Required},
    {"announce", offsetof(VirtioNetState, announce), &qapi::type<bool>, qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType VirtioNetState::kType{
    qapi::kValue<VirtioNetState>,
    kVirtioNetStateMembers};

}  // namespace api
