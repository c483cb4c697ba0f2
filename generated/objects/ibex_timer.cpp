// Generated from schema/devices/ibex-timer.json by codegen/templates/objects.cpp.j2.  Do not edit.

#include "generated/objects/ibex_timer.h"

#include <cstddef>

#include "runtime/json/object_type.h"

namespace api {

namespace {

constexpr qapi::Member kIbexTimerStateMembers[] = {
    {"active", offsetof(IbexTimerState, active), &qapi::type<bool>, qapi::Presence::Required},
    {"base", offsetof(IbexTimerState, base), &qapi::type<uint64_t>, qapi::Presence::Required},
    {"start", offsetof(IbexTimerState, start), &qapi::type<uint64_t>, qapi::Presence::Required},
    {"cfg", offsetof(IbexTimerState, cfg), &qapi::type<uint32_t>, qapi::Presence::Required},
    {"compare", offsetof(IbexTimerState, compare), &qapi::type<uint64_t>, qapi::Presence::Required},
    {"intr-state",
     offsetof(IbexTimerState, intr_state),
     &qapi::type<bool>,
     qapi::Presence::Required},
    {"intr-enable",
     offsetof(IbexTimerState, intr_enable),
     &qapi::type<bool>,
     qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType IbexTimerState::kType{
    qapi::kValue<IbexTimerState>,
    kIbexTimerStateMembers};

}  // namespace api
