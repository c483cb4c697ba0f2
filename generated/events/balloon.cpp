// Generated from schema/balloon.json by codegen/templates/events.cpp.j2.  Do not edit.

#include "generated/events/balloon.h"

#include "runtime/dispatch/event.h"
#include "runtime/json/writer.h"

namespace api {

void emit_balloon_change(qapi::EventBus& events, const BalloonChangeEvent& event) {
  events.emit(
      "BALLOON_CHANGE",
      qapi::encoded(event, events.compat()),
      qapi::RateLimit{.interval = std::chrono::milliseconds(1000)}
  );
}

}  // namespace api
