// Generated from schema/devices/virtio/virtio-blk.json by codegen/templates/objects.cpp.j2.  Do not
// edit.

#include "generated/objects/virtio_blk.h"

#include <cstddef>

#include "runtime/json/object_type.h"

namespace api {

namespace {

constexpr qapi::Member kVirtioBlkStateMembers[] = {
    {"virtio",
     offsetof(VirtioBlkState, virtio),
     &qapi::type<VirtioState>,
     qapi::Presence::Required},
    {"writeback", offsetof(VirtioBlkState, writeback), &qapi::type<bool>, qapi::Presence::Required},
    {"failed",
     offsetof(VirtioBlkState, failed),
     &qapi::type<std::vector<VirtioBlkFailed>>,
     qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType VirtioBlkState::kType{
    qapi::kValue<VirtioBlkState>,
    kVirtioBlkStateMembers};

}  // namespace api
