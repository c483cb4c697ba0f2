// Generated from schema/devices/virtio/virtio-mmio.json by codegen/templates/objects.cpp.j2.  Do
// not edit.

#include "generated/objects/virtio_mmio.h"

#include <cstddef>

#include "runtime/json/object_type.h"

namespace api {

namespace {

constexpr qapi::Member kVirtioMmioStateMembers[] = {
    {"device-features-sel",
     offsetof(VirtioMmioState, device_features_sel),
     &qapi::type<uint32_t>,
     qapi::Presence::Required},
    {"driver-features-sel",
     offsetof(VirtioMmioState, driver_features_sel),
     &qapi::type<uint32_t>,
     qapi::Presence::Required},
    {"queue-sel",
     offsetof(VirtioMmioState, queue_sel),
     &qapi::type<uint32_t>,
     qapi::Presence::Required},
    {"interrupt-status",
     offsetof(VirtioMmioState, interrupt_status),
     &qapi::type<uint8_t>,
     qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType VirtioMmioState::kType{
    qapi::kValue<VirtioMmioState>,
    kVirtioMmioStateMembers};

}  // namespace api
