// Generated from schema/debug.json by codegen/templates/events.cpp.j2.  Do not edit.

#include "generated/events/debug.h"

#include "runtime/dispatch/event.h"
#include "runtime/json/writer.h"

namespace api {

void emit_breakpoint(qapi::EventBus& events, const BreakpointEvent& event) {
  events.emit("BREAKPOINT", qapi::encoded(event, events.compat()));
}

void emit_watchpoint(qapi::EventBus& events, const WatchpointEvent& event) {
  events.emit("WATCHPOINT", qapi::encoded(event, events.compat()));
}

}  // namespace api
