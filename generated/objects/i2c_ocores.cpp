// Generated from schema/devices/i2c-ocores.json by codegen/templates/objects.cpp.j2.  Do not edit.

#include "generated/objects/i2c_ocores.h"

#include <cstddef>

#include "runtime/json/object_type.h"

namespace api {

namespace {

constexpr qapi::Member kI2cOcoresStateMembers[] = {
    {"prescale",
     offsetof(I2cOcoresState, prescale),
     &qapi::type<uint16_t>,
     qapi::Presence::Required},
    {"control", offsetof(I2cOcoresState, control), &qapi::type<uint8_t>, qapi::Presence::Required},
    {"transmit",
     offsetof(I2cOcoresState, transmit),
     &qapi::type<uint8_t>,
     qapi::Presence::Required},
    {"receive", offsetof(I2cOcoresState, receive), &qapi::type<uint8_t>, qapi::Presence::Required},
    {"status", offsetof(I2cOcoresState, status), &qapi::type<uint8_t>, qapi::Presence::Required},
    {"target", offsetof(I2cOcoresState, target), &qapi::type<uint8_t>, qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType I2cOcoresState::kType{
    qapi::kValue<I2cOcoresState>,
    kI2cOcoresStateMembers};

}  // namespace api
