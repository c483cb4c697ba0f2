// Generated from schema/devices/goldfish-rtc.json by codegen/templates/objects.cpp.j2.  Do not
// edit.

#include "generated/objects/goldfish_rtc.h"

#include <cstddef>

#include "runtime/json/object_type.h"

namespace api {

namespace {

constexpr qapi::Member kGoldfishRtcStateMembers[] = {
    {"ahead", offsetof(GoldfishRtcState, ahead), &qapi::type<uint64_t>, qapi::Presence::Required},
    {"time-high",
     offsetof(GoldfishRtcState, time_high),
     &qapi::type<uint32_t>,
     qapi::Presence::Required},
    {"alarm", offsetof(GoldfishRtcState, alarm), &qapi::type<uint64_t>, qapi::Presence::Required},
    {"armed", offsetof(GoldfishRtcState, armed), &qapi::type<bool>, qapi::Presence::Required},
    {"enabled", offsetof(GoldfishRtcState, enabled), &qapi::type<bool>, qapi::Presence::Required},
    {"pending", offsetof(GoldfishRtcState, pending), &qapi::type<bool>, qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType GoldfishRtcState::kType{
    qapi::kValue<GoldfishRtcState>,
    kGoldfishRtcStateMembers};

}  // namespace api
