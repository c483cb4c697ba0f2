// Generated from schema/devices/dw-wdt.json by codegen/templates/objects.cpp.j2.  Do not edit.

#include "generated/objects/dw_wdt.h"

#include <cstddef>

#include "runtime/json/object_type.h"

namespace api {

namespace {

constexpr qapi::Member kDwWdtStateMembers[] = {
    {"control", offsetof(DwWdtState, control), &qapi::type<uint8_t>, qapi::Presence::Required},
    {"timeout-range",
     offsetof(DwWdtState, timeout_range),
     &qapi::type<uint8_t>,
     qapi::Presence::Required},
    {"deadline-ns",
     offsetof(DwWdtState, deadline_ns),
     &qapi::type<uint64_t>,
     qapi::Presence::Required},
    {"pending", offsetof(DwWdtState, pending), &qapi::type<bool>, qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType DwWdtState::kType{qapi::kValue<DwWdtState>, kDwWdtStateMembers};

}  // namespace api
