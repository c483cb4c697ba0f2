// Generated from schema/devices/ibex-uart.json by codegen/templates/objects.cpp.j2.  Do not edit.

#include "generated/objects/ibex_uart.h"

#include <cstddef>

#include "runtime/json/constraint.h"
#include "runtime/json/object_type.h"

namespace api {

namespace {

constexpr qapi::Member kIbexUartStateMembers[] = {
    {"intr-state",
     offsetof(IbexUartState, intr_state),
     &qapi::type<uint32_t>,
     qapi::Presence::Required},
    {"intr-enable",
     offsetof(IbexUartState, intr_enable),
     &qapi::type<uint32_t>,
     qapi::Presence::Required},
    {"ctrl", offsetof(IbexUartState, ctrl), &qapi::type<uint32_t>, qapi::Presence::Required},
    {"fifo-ctrl",
     offsetof(IbexUartState, fifo_ctrl),
     &qapi::type<uint32_t>,
     qapi::Presence::Required},
    {"ovrd", offsetof(IbexUartState, ovrd), &qapi::type<uint32_t>, qapi::Presence::Required},
    {"timeout-ctrl",
     offsetof(IbexUartState, timeout_ctrl),
     &qapi::type<uint32_t>,
     qapi::Presence::Required},
    {"rx-fifo",
     offsetof(IbexUartState, rx_fifo),
     &qapi::type<std::array<uint8_t, 32>>,
     qapi::Presence::Required},
    {"rx-count", offsetof(IbexUartState, rx_count), &qapi::type<uint8_t>, qapi::Presence::Required},
    {"tx-fifo",
     offsetof(IbexUartState, tx_fifo),
     &qapi::type<std::array<uint8_t, 32>>,
     qapi::Presence::Required},
    {"tx-count", offsetof(IbexUartState, tx_count), &qapi::type<uint8_t>, qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType IbexUartState::kType{
    qapi::kValue<IbexUartState>,
    kIbexUartStateMembers};

}  // namespace api
