// Generated from golden/everything.json by codegen/templates/events.cpp.j2.  Do not edit.

#include "generated/events/everything.h"

#include "runtime/json/writer.h"

namespace api {

void emit_ready(qapi::EventBus& events, const ReadyEvent& event) {
  events.emit("READY", qapi::encoded(event));
}

void emit_fuel_changed(qapi::EventBus& events, const Fuel& event) {
  events.emit("FUEL_CHANGED", qapi::encoded(event));
}

#if defined(CONFIG_DOOR)
void emit_door_opened(qapi::EventBus& events) {
  events.emit("DOOR_OPENED");
}
#endif

}  // namespace api
