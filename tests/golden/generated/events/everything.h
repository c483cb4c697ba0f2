// Generated from golden/everything.json by codegen/templates/events.h.j2.  Do not edit.

#pragma once

#include "generated/types/everything.h"

#include "runtime/dispatch/event.h"

namespace api {

/// The curve has come to its end.
void emit_ready(qapi::EventBus& events, const ReadyEvent& event);

/// Other fuel heats.
void emit_fuel_changed(qapi::EventBus& events, const Fuel& event);

#if defined(CONFIG_DOOR)
/// Somebody looked inside.
void emit_door_opened(qapi::EventBus& events);
#endif

}  // namespace api
