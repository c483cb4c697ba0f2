// Generated from golden/everything.json by codegen/templates/events.cpp.j2.  Do not edit.

#include "generated/events/everything.h"

#include "runtime/dispatch/event.h"
#include "runtime/json/writer.h"

namespace api {

void emit_ready(qapi::EventBus& events, const ReadyEvent& event) {
  events.emit("READY", qapi::encoded(event, events.compat()));
}

void emit_zone_changed(qapi::EventBus& events, const ZoneChangedEvent& event) {
  events.emit(
      "ZONE_CHANGED",
      qapi::encoded(event, events.compat()),
      qapi::RateLimit{.interval = std::chrono::milliseconds(1000), .key = qapi::encoded(event.zone)}
  );
}

void emit_smoke(qapi::EventBus& events) {
  if (events.compat().hides(qapi::Special::Unstable)) return;
  events.emit("SMOKE", {}, qapi::RateLimit{.interval = std::chrono::milliseconds(5000)});
}

void emit_fuel_changed(qapi::EventBus& events, const Fuel& event) {
  events.emit("FUEL_CHANGED", qapi::encoded(event, events.compat()));
}

#if defined(CONFIG_DOOR)
void emit_door_opened(qapi::EventBus& events) {
  events.emit("DOOR_OPENED");
}
#endif

}  // namespace api
