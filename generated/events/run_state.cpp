// Generated from schema/run-state.json by codegen/templates/events.cpp.j2.  Do not edit.

#include "generated/events/run_state.h"

#include "runtime/json/writer.h"

namespace api {

void emit_shutdown(qapi::EventBus& events, const ShutdownEvent& event) {
  events.emit("SHUTDOWN", qapi::encoded(event));
}

void emit_reset(qapi::EventBus& events, const ResetEvent& event) {
  events.emit("RESET", qapi::encoded(event));
}

void emit_stop(qapi::EventBus& events) {
  events.emit("STOP");
}

void emit_resume(qapi::EventBus& events) {
  events.emit("RESUME");
}

void emit_guest_panicked(qapi::EventBus& events, const GuestPanickedEvent& event) {
  events.emit("GUEST_PANICKED", qapi::encoded(event));
}

}  // namespace api
