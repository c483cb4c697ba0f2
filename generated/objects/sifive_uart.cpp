// Generated from schema/devices/sifive-uart.json by codegen/templates/objects.cpp.j2.  Do not edit.

#include "generated/objects/sifive_uart.h"

#include <cstddef>

#include "runtime/json/constraint.h"
#include "runtime/json/object_type.h"

namespace api {

namespace {

constexpr qapi::Member kSifiveUartStateMembers[] = {
    {"txctrl", offsetof(SifiveUartState, txctrl), &qapi::type<uint32_t>, qapi::Presence::Required},
    {"rxctrl", offsetof(SifiveUartState, rxctrl), &qapi::type<uint32_t>, qapi::Presence::Required},
    {"ie", offsetof(SifiveUartState, ie), &qapi::type<uint8_t>, qapi::Presence::Required},
    {"div", offsetof(SifiveUartState, div), &qapi::type<uint16_t>, qapi::Presence::Required},
    {"rx-fifo",
     offsetof(SifiveUartState, rx_fifo),
     &qapi::type<std::array<uint8_t, 8>>,
     qapi::Presence::Required},
    {"rx-count",
     offsetof(SifiveUartState, rx_count),
     &qapi::type<uint8_t>,
     qapi::Presence::Required},
    {"tx-fifo",
     offsetof(SifiveUartState, tx_fifo),
     &qapi::type<std::array<uint8_t, 8>>,
     qapi::Presence::Required},
    {"tx-count",
     offsetof(SifiveUartState, tx_count),
     &qapi::type<uint8_t>,
     qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType SifiveUartState::kType{
    qapi::kValue<SifiveUartState>,
    kSifiveUartStateMembers};

}  // namespace api
