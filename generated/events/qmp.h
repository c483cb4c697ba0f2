// Generated from qapigen/qmp.json by codegen/templates/events.h.j2.  Do not edit.

#pragma once

#include "generated/types/qmp.h"

namespace qapi {
class EventBus;
}  // namespace qapi

namespace api {

/// The program moved from one phase to another. Nobody hears of a move that was taken back
/// because its command failed. Of a command the event comes before its answer, and behind the
/// events of what it did; of a transition, before the event that goes with it.
void emit_phase_changed(qapi::EventBus& events, const PhaseChangedEvent& event);

}  // namespace api
