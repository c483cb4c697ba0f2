// Generated from schema/devices/sifive-spi.json by codegen/templates/objects.cpp.j2.  Do not edit.

#include "generated/objects/sifive_spi.h"

#include <cstddef>

#include "runtime/json/constraint.h"
#include "runtime/json/object_type.h"

namespace api {

namespace {

constexpr qapi::Member kSifiveSpiStateMembers[] = {
    {"sckdiv", offsetof(SifiveSpiState, sckdiv), &qapi::type<uint32_t>, qapi::Presence::Required},
    {"sckmode", offsetof(SifiveSpiState, sckmode), &qapi::type<uint32_t>, qapi::Presence::Required},
    {"csid", offsetof(SifiveSpiState, csid), &qapi::type<uint32_t>, qapi::Presence::Required},
    {"csdef", offsetof(SifiveSpiState, csdef), &qapi::type<uint32_t>, qapi::Presence::Required},
    {"csmode", offsetof(SifiveSpiState, csmode), &qapi::type<uint32_t>, qapi::Presence::Required},
    {"delay0", offsetof(SifiveSpiState, delay0), &qapi::type<uint32_t>, qapi::Presence::Required},
    {"delay1", offsetof(SifiveSpiState, delay1), &qapi::type<uint32_t>, qapi::Presence::Required},
    {"fmt", offsetof(SifiveSpiState, fmt), &qapi::type<uint32_t>, qapi::Presence::Required},
    {"txmark", offsetof(SifiveSpiState, txmark), &qapi::type<uint32_t>, qapi::Presence::Required},
    {"rxmark", offsetof(SifiveSpiState, rxmark), &qapi::type<uint32_t>, qapi::Presence::Required},
    {"fctrl", offsetof(SifiveSpiState, fctrl), &qapi::type<uint32_t>, qapi::Presence::Required},
    {"ffmt", offsetof(SifiveSpiState, ffmt), &qapi::type<uint32_t>, qapi::Presence::Required},
    {"ie", offsetof(SifiveSpiState, ie), &qapi::type<uint32_t>, qapi::Presence::Required},
    {"rx-fifo",
     offsetof(SifiveSpiState, rx_fifo),
     &qapi::type<std::array<uint8_t, 8>>,
     qapi::Presence::Required},
    {"rx-count",
     offsetof(SifiveSpiState, rx_count),
     &qapi::type<uint8_t>,
     qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType SifiveSpiState::kType{
    qapi::kValue<SifiveSpiState>,
    kSifiveSpiStateMembers};

}  // namespace api
