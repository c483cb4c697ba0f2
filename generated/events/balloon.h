// Generated from schema/balloon.json by codegen/templates/events.h.j2.  Do not edit.

#pragma once

#include "generated/types/balloon.h"

namespace qapi {
class EventBus;
}  // namespace qapi

namespace api {

/// The guest has given memory back, or taken some. Sent once in 1000 ms at most.
void emit_balloon_change(qapi::EventBus& events, const BalloonChangeEvent& event);

}  // namespace api
