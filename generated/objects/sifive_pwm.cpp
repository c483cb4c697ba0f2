// Generated from schema/devices/sifive-pwm.json by codegen/templates/objects.cpp.j2.  Do not edit.

#include "generated/objects/sifive_pwm.h"

#include <cstddef>

#include "runtime/json/constraint.h"
#include "runtime/json/object_type.h"

namespace api {

namespace {

constexpr qapi::Member kSifivePwmStateMembers[] = {
    {"cfg", offsetof(SifivePwmState, cfg), &qapi::type<uint32_t>, qapi::Presence::Required},
    {"cmp",
     offsetof(SifivePwmState, cmp),
     &qapi::type<std::array<uint32_t, 4>>,
     qapi::Presence::Required},
    {"ip", offsetof(SifivePwmState, ip), &qapi::type<uint8_t>, qapi::Presence::Required},
    {"running", offsetof(SifivePwmState, running), &qapi::type<bool>, qapi::Presence::Required},
    {"base", offsetof(SifivePwmState, base), &qapi::type<uint64_t>, qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType SifivePwmState::kType{
    qapi::kValue<SifivePwmState>,
    kSifivePwmStateMembers};

}  // namespace api
