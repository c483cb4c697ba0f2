// Generated from schema/devices/uart16550.json by codegen/templates/objects.cpp.j2.  Do not edit.

#include "generated/objects/uart16550.h"

#include <cstddef>

#include "runtime/json/constraint.h"
#include "runtime/json/object_type.h"

namespace api {

namespace {

constexpr qapi::Member kUart16550StateMembers[] = {
    {"divisor", offsetof(Uart16550State, divisor), &qapi::type<uint16_t>, qapi::Presence::Required},
    {"ier", offsetof(Uart16550State, ier), &qapi::type<uint8_t>, qapi::Presence::Required},
    {"fcr", offsetof(Uart16550State, fcr), &qapi::type<uint8_t>, qapi::Presence::Required},
    {"lcr", offsetof(Uart16550State, lcr), &qapi::type<uint8_t>, qapi::Presence::Required},
    {"mcr", offsetof(Uart16550State, mcr), &qapi::type<uint8_t>, qapi::Presence::Required},
    {"scr", offsetof(Uart16550State, scr), &qapi::type<uint8_t>, qapi::Presence::Required},
    {"msr-delta",
     offsetof(Uart16550State, msr_delta),
     &qapi::type<uint8_t>,
     qapi::Presence::Required},
    {"rx-fifo",
     offsetof(Uart16550State, rx_fifo),
     &qapi::type<std::array<uint8_t, 16>>,
     qapi::Presence::Required},
    {"rx-count",
     offsetof(Uart16550State, rx_count),
     &qapi::type<uint8_t>,
     qapi::Presence::Required},
    {"tx-fifo",
     offsetof(Uart16550State, tx_fifo),
     &qapi::type<std::array<uint8_t, 16>>,
     qapi::Presence::Required},
    {"tx-count",
     offsetof(Uart16550State, tx_count),
     &qapi::type<uint8_t>,
     qapi::Presence::Required},
    {"overrun-error",
     offsetof(Uart16550State, overrun_error),
     &qapi::type<bool>,
     qapi::Presence::Required},
    {"thre-pending",
     offsetof(Uart16550State, thre_pending),
     &qapi::type<bool>,
     qapi::Presence::Required},
    {"timeout-pending",
     offsetof(Uart16550State, timeout_pending),
     &qapi::type<bool>,
     qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType Uart16550State::kType{
    qapi::kValue<Uart16550State>,
    kUart16550StateMembers};

}  // namespace api
