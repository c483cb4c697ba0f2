// Generated from schema/debug.json by codegen/templates/events.h.j2.  Do not edit.

#pragma once

#include "generated/types/debug.h"

namespace qapi {
class EventBus;
}  // namespace qapi

namespace api {

/// A hart has come to a breakpoint.
void emit_breakpoint(qapi::EventBus& events, const BreakpointEvent& event);

/// A hart has come to an instruction that accesses memory which a debugger watches.
void emit_watchpoint(qapi::EventBus& events, const WatchpointEvent& event);

}  // namespace api
