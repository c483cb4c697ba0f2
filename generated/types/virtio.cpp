// Generated from schema/devices/virtio/virtio.json by codegen/templates/types.cpp.j2.  Do not edit.

#include "generated/types/virtio.h"

#include <cstddef>

#include "runtime/json/object_type.h"

namespace api {

namespace {

constexpr qapi::Member kVirtioQueueStateMembers[] = {
    {"size", offsetof(VirtioQueueState, size), &qapi::type<uint16_t>, qapi::Presence::Required},
    {"ready", offsetof(VirtioQueueState, ready), &qapi::type<bool>, qapi::Presence::Required},
    {"descriptor-area",
     offsetof(VirtioQueueState, descriptor_area),
     &qapi::type<uint64_t>,
     qapi::Presence::Required},
    {"driver-area",
     offsetof(VirtioQueueState, driver_area),
     &qapi::type<uint64_t>,
     qapi::Presence::Required},
    {"device-area",
     offsetof(VirtioQueueState, device_area),
     &qapi::type<uint64_t>,
     qapi::Presence::Required},
    {"next-available",
     offsetof(VirtioQueueState, next_available),
     &qapi::type<uint16_t>,
     qapi::Presence::Required},
    {"available-wrap",
     offsetof(VirtioQueueState, available_wrap),
     &qapi::type<bool>,
     qapi::Presence::Required},
    {"next-used",
     offsetof(VirtioQueueState, next_used),
     &qapi::type<uint16_t>,
     qapi::Presence::Required},
    {"used-wrap",
     offsetof(VirtioQueueState, used_wrap),
     &qapi::type<bool>,
     qapi::Presence::Required},
    {"unannounced",
     offsetof(VirtioQueueState, unannounced),
     &qapi::type<uint16_t>,
     qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType VirtioQueueState::kType{
    qapi::kValue<VirtioQueueState>,
    kVirtioQueueStateMembers};

namespace {

constexpr qapi::Member kVirtioStateMembers[] = {
    {"status", offsetof(VirtioState, status), &qapi::type<uint8_t>, qapi::Presence::Required},
    {"features", offsetof(VirtioState, features), &qapi::type<uint64_t>, qapi::Presence::Required},
    {"generation",
     offsetof(VirtioState, generation),
     &qapi::type<uint32_t>,
     qapi::Presence::Required},
    {"queues",
     offsetof(VirtioState, queues),
     &qapi::type<std::vector<VirtioQueueState>>,
     qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType VirtioState::kType{qapi::kValue<VirtioState>, kVirtioStateMembers};

namespace {

constexpr qapi::Member kVirtioSegmentStateMembers[] = {
    {"at", offsetof(VirtioSegmentState, at), &qapi::type<uint64_t>, qapi::Presence::Required},
    {"size", offsetof(VirtioSegmentState, size), &qapi::type<uint32_t>, qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType VirtioSegmentState::kType{
    qapi::kValue<VirtioSegmentState>,
    kVirtioSegmentStateMembers};

namespace {

constexpr qapi::Member kVirtioBufferStateMembers[] = {
    {"id", offsetof(VirtioBufferState, id), &qapi::type<uint16_t>, qapi::Presence::Required},
    {"descriptors",
     offsetof(VirtioBufferState, descriptors),
     &qapi::type<uint16_t>,
     qapi::Presence::Required},
    {"readable",
     offsetof(VirtioBufferState, readable),
     &qapi::type<std::vector<VirtioSegmentState>>,
     qapi::Presence::Required},
    {"writable",
     offsetof(VirtioBufferState, writable),
     &qapi::type<std::vector<VirtioSegmentState>>,
     qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType VirtioBufferState::kType{
    qapi::kValue<VirtioBufferState>,
    kVirtioBufferStateMembers};

}  // namespace api
