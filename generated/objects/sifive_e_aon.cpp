// Generated from schema/devices/sifive-e-aon.json by codegen/templates/objects.cpp.j2.  Do not
// edit.

#include "generated/objects/sifive_e_aon.h"

#include <cstddef>

#include "runtime/json/constraint.h"
#include "runtime/json/object_type.h"

namespace api {

namespace {

constexpr qapi::Member kSifiveEAonStateMembers[] = {
    {"wdogcfg",
     offsetof(SifiveEAonState, wdogcfg),
     &qapi::type<uint32_t>,
     qapi::Presence::Required},
    {"wdogcmp",
     offsetof(SifiveEAonState, wdogcmp),
     &qapi::type<uint16_t>,
     qapi::Presence::Required},
    {"wdog-running",
     offsetof(SifiveEAonState, wdog_running),
     &qapi::type<bool>,
     qapi::Presence::Required},
    {"wdog-base",
     offsetof(SifiveEAonState, wdog_base),
     &qapi::type<uint64_t>,
     qapi::Presence::Required},
    {"unlocked", offsetof(SifiveEAonState, unlocked), &qapi::type<bool>, qapi::Presence::Required},
    {"rtccfg", offsetof(SifiveEAonState, rtccfg), &qapi::type<uint32_t>, qapi::Presence::Required},
    {"rtccmp", offsetof(SifiveEAonState, rtccmp), &qapi::type<uint32_t>, qapi::Presence::Required},
    {"rtc-running",
     offsetof(SifiveEAonState, rtc_running),
     &qapi::type<bool>,
     qapi::Presence::Required},
    {"rtc-base",
     offsetof(SifiveEAonState, rtc_base),
     &qapi::type<uint64_t>,
     qapi::Presence::Required},
    {"lfrosccfg",
     offsetof(SifiveEAonState, lfrosccfg),
     &qapi::type<uint32_t>,
     qapi::Presence::Required},
    {"lfclkmux",
     offsetof(SifiveEAonState, lfclkmux),
     &qapi::type<uint32_t>,
     qapi::Presence::Required},
    {"backup",
     offsetof(SifiveEAonState, backup),
     &qapi::type<std::array<uint32_t, 16>>,
     qapi::Presence::Required},
    {"pmu",
     offsetof(SifiveEAonState, pmu),
     &qapi::type<std::array<uint32_t, 20>>,
     qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType SifiveEAonState::kType{
    qapi::kValue<SifiveEAonState>,
    kSifiveEAonStateMembers};

}  // namespace api
