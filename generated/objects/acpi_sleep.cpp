// Generated from schema/devices/acpi-sleep.json by codegen/templates/objects.cpp.j2.  Do not edit.

#include "generated/objects/acpi_sleep.h"

#include <cstddef>

#include "runtime/json/object_type.h"

namespace api {

namespace {

constexpr qapi::Member kAcpiSleepStateMembers[] = {
    {"asleep", offsetof(AcpiSleepState, asleep), &qapi::type<bool>, qapi::Presence::Required},
    {"woken", offsetof(AcpiSleepState, woken), &qapi::type<bool>, qapi::Presence::Required},
    {"level", offsetof(AcpiSleepState, level), &qapi::type<bool>, qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType AcpiSleepState::kType{
    qapi::kValue<AcpiSleepState>,
    kAcpiSleepStateMembers};

}  // namespace api
