// Generated from golden/devices/heater.json by codegen/templates/objects.cpp.j2.  Do not edit.

#include "generated/objects/heater.h"

#include <cstddef>

#include "runtime/json/constraint.h"
#include "runtime/json/object_type.h"

namespace api {

namespace {
constexpr qapi::InRange<std::optional<uint8_t>> kHeaterStateFanRange{{0, 100, ""}};

constexpr qapi::Member kHeaterStateMembers[] = {
    {"control", offsetof(HeaterState, control), &qapi::type<uint8_t>, qapi::Presence::Required},
    {"setpoint",
     offsetof(HeaterState, setpoint),
     &qapi::type<std::vector<int32_t>>,
     qapi::Presence::Required},
    {"history",
     offsetof(HeaterState, history),
     &qapi::type<std::array<uint16_t, 16>>,
     qapi::Presence::Required},
    {"log",
     offsetof(HeaterState, log),
     &qapi::type<std::vector<std::string>>,
     qapi::Presence::Required},
    {"fans", offsetof(HeaterState, fans), &qapi::type<std::vector<uint8_t>>},
    {"fan",
     offsetof(HeaterState, fan),
     &qapi::type<std::optional<uint8_t>>,
     qapi::Presence::Retired,
     &kHeaterStateFanRange},
    {"last-alarms",
     offsetof(HeaterState, last_alarms),
     &qapi::type<std::optional<std::array<uint32_t, 4>>>,
     qapi::Presence::Retired},
};

}  // namespace

constinit const qapi::ObjectType HeaterState::kType{qapi::kValue<HeaterState>, kHeaterStateMembers};

void drop_retired(HeaterState& value) {
  value.fan = {};
  value.last_alarms = {};
}

}  // namespace api
