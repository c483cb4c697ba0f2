// Generated from schema/run-state.json by codegen/templates/events.cpp.j2.  Do not edit.

#include "generated/events/run_state.h"

#include "runtime/dispatch/event.h"
#include "runtime/json/writer.h"

namespace api {

void emit_shutdown(qapi::EventBus& events, const ShutdownEvent& event) {
  events.emit("SHUTDOWN", qapi::encoded(event, events.compat()));
}

void emit_powerdown(qapi::EventBus& events) {
  events.emit("POWERDOWN");
}

void emit_reset(qapi::EventBus& events, const ResetEvent& event) {
  events.emit("RESET", qapi::encoded(event, events.compat()));
}

void emit_stop(qapi::EventBus& events) {
  events.emit("STOP");
}

void emit_resume(qapi::EventBus& events) {
  events.emit("RESUME");
}

void emit_guest_panicked(qapi::EventBus& events, const GuestPanickedEvent& event) {
  events.emit("GUEST_PANICKED", qapi::encoded(event, events.compat()));
}

void emit_suspend(qapi::EventBus& events) {
  events.emit("SUSPEND");
}

void emit_wakeup(qapi::EventBus& events) {
  events.emit("WAKEUP");
}

void emit_watchdog(qapi::EventBus& events, const WatchdogEvent& event) {
  events.emit("WATCHDOG", qapi::encoded(event, events.compat()));
}

void emit_trap_loop(qapi::EventBus& events, const TrapLoopEvent& event) {
  events.emit("TRAP_LOOP", qapi::encoded(event, events.compat()));
}

}  // namespace api
