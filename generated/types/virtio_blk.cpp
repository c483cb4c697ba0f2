// Generated from schema/devices/virtio/virtio-blk.json by codegen/templates/types.cpp.j2.  Do not
// edit.

#include "generated/types/virtio_blk.h"

#include <cstddef>

#include "runtime/json/object_type.h"

namespace api {

namespace {

constexpr qapi::Member kVirtioBlkFailedMembers[] = {
    {"queue", offsetof(VirtioBlkFailed, queue), &qapi::type<uint16_t>, qapi::Presence::Required},
    {"buffer",
     offsetof(VirtioBlkFailed, buffer),
     &qapi::type<VirtioBufferState>,
     qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType VirtioBlkFailed::kType{
    qapi::kValue<VirtioBlkFailed>,
    kVirtioBlkFailedMembers};

}  // namespace api
