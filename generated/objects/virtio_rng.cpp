// Generated from schema/devices/virtio/virtio-rng.json by codegen/templates/objects.cpp.j2.  Do not
// edit.

#include "generated/objects/virtio_rng.h"

#include <cstddef>

#include "runtime/json/object_type.h"

namespace api {

namespace {

constexpr qapi::Member kVirtioRngStateMembers[] = {
    {"virtio",
     offsetof(VirtioRngState, virtio),
     &qapi::type<VirtioState>,
     qapi::Presence::Required},
    {"period-end-ns",
     offsetof(VirtioRngState, period_end_ns),
     &qapi::type<uint64_t>,
     qapi::Presence::Required},
    {"left", offsetof(VirtioRngState, left), &qapi::type<uint64_t>, qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType VirtioRngState::kType{
    qapi::kValue<VirtioRngState>,
    kVirtioRngStateMembers};

}  // namespace api
