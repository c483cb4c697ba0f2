// Generated from golden/devices/objects.json by codegen/templates/types.cpp.j2.  Do not edit.

#include "generated/types/objects.h"

#include <cstddef>

#include "runtime/json/constraint.h"
#include "runtime/json/object_type.h"

namespace api {

namespace {
constexpr qapi::InRange<uint32_t> kSensorOptionsRateRange{{1, 1000, "Hz"}};

constexpr qapi::Member kSensorOptionsMembers[] = {
    {"rate",
     offsetof(SensorOptions, rate),
     &qapi::type<uint32_t>,
     qapi::Presence::Optional,
     &kSensorOptionsRateRange},
    {"label", offsetof(SensorOptions, label), &qapi::type<std::optional<std::string>>},
};

}  // namespace

constinit const qapi::ObjectType SensorOptions::kType{
    qapi::kValue<SensorOptions>,
    kSensorOptionsMembers};

}  // namespace api
