// Generated from schema/devices/virtio/virtio-console.json by codegen/templates/objects.cpp.j2.  Do
// not edit.

#include "generated/objects/virtio_console.h"

#include <cstddef>

#include "runtime/json/object_type.h"

namespace api {

namespace {

constexpr qapi::Member kVirtioConsoleStateMembers[] = {
    {"virtio",
     offsetof(VirtioConsoleState, virtio),
     &qapi::type<VirtioState>,
     qapi::Presence::Required},
    {"opened",
     offsetof(VirtioConsoleState, opened),
     &qapi::type<std::vector<bool>>,
     qapi::Presence::Required},
    {"sent",
     offsetof(VirtioConsoleState, sent),
     &qapi::type<std::vector<uint32_t>>,
     qapi::Presence::Required},
    {"messages",
     offsetof(VirtioConsoleState, messages),
     &qapi::type<std::vector<uint64_t>>,
     qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType VirtioConsoleState::kType{
    qapi::kValue<VirtioConsoleState>,
    kVirtioConsoleStateMembers};

}  // namespace api
