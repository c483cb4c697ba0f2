// Generated from golden/everything.json by codegen/templates/events.h.j2.  Do not edit.

#pragma once

#include "generated/types/everything.h"

namespace qapi {
class EventBus;
}  // namespace qapi

namespace api {

/// The curve has come to its end.
void emit_ready(qapi::EventBus& events, const ReadyEvent& event);

/// A zone has another temperature. Sent once in 1000 ms at most, for each 'zone'.
void emit_zone_changed(qapi::EventBus& events, const ZoneChangedEvent& event);

/// There is smoke. Sent once in 5000 ms at most.
void emit_smoke(qapi::EventBus& events);

/// Other fuel heats.
void emit_fuel_changed(qapi::EventBus& events, const Fuel& event);

#if defined(CONFIG_DOOR)
/// Somebody looked inside.
void emit_door_opened(qapi::EventBus& events);
#endif

}  // namespace api
