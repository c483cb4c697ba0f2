// Generated from schema/devices/gpio-key.json by codegen/templates/objects.cpp.j2.  Do not edit.

#include "generated/objects/gpio_key.h"

#include <cstddef>

#include "runtime/json/object_type.h"

namespace api {

namespace {

constexpr qapi::Member kGpioKeyStateMembers[] = {
    {"pressed", offsetof(GpioKeyState, pressed), &qapi::type<bool>, qapi::Presence::Required},
    {"release-at-ns",
     offsetof(GpioKeyState, release_at_ns),
     &qapi::type<uint64_t>,
     qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType GpioKeyState::kType{
    qapi::kValue<GpioKeyState>,
    kGpioKeyStateMembers};

}  // namespace api
