// Generated from qapigen/qmp.json by codegen/templates/events.cpp.j2.  Do not edit.

#include "generated/events/qmp.h"

#include "runtime/dispatch/event.h"
#include "runtime/json/writer.h"

namespace api {

void emit_phase_changed(qapi::EventBus& events, const PhaseChangedEvent& event) {
  events.emit("PHASE_CHANGED", qapi::encoded(event, events.compat()));
}

}  // namespace api
