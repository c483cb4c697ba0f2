// Generated from schema/devices/sifive-gpio.json by codegen/templates/objects.cpp.j2.  Do not edit.

#include "generated/objects/sifive_gpio.h"

#include <cstddef>

#include "runtime/json/constraint.h"
#include "runtime/json/object_type.h"

namespace api {

namespace {

constexpr qapi::Member kSifiveGpioStateMembers[] = {
    {"level", offsetof(SifiveGpioState, level), &qapi::type<uint32_t>, qapi::Presence::Required},
    {"value", offsetof(SifiveGpioState, value), &qapi::type<uint32_t>, qapi::Presence::Required},
    {"input-en",
     offsetof(SifiveGpioState, input_en),
     &qapi::type<uint32_t>,
     qapi::Presence::Required},
    {"output-en",
     offsetof(SifiveGpioState, output_en),
     &qapi::type<uint32_t>,
     qapi::Presence::Required},
    {"output-val",
     offsetof(SifiveGpioState, output_val),
     &qapi::type<uint32_t>,
     qapi::Presence::Required},
    {"pue", offsetof(SifiveGpioState, pue), &qapi::type<uint32_t>, qapi::Presence::Required},
    {"ds", offsetof(SifiveGpioState, ds), &qapi::type<uint32_t>, qapi::Presence::Required},
    {"out-xor",
     offsetof(SifiveGpioState, out_xor),
     &qapi::type<uint32_t>,
     qapi::Presence::Required},
    {"iof-en", offsetof(SifiveGpioState, iof_en), &qapi::type<uint32_t>, qapi::Presence::Required},
    {"iof-sel",
     offsetof(SifiveGpioState, iof_sel),
     &qapi::type<uint32_t>,
     qapi::Presence::Required},
    {"ie",
     offsetof(SifiveGpioState, ie),
     &qapi::type<std::array<uint32_t, 4>>,
     qapi::Presence::Required},
    {"ip",
     offsetof(SifiveGpioState, ip),
     &qapi::type<std::array<uint32_t, 4>>,
     qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType SifiveGpioState::kType{
    qapi::kValue<SifiveGpioState>,
    kSifiveGpioStateMembers};

}  // namespace api
