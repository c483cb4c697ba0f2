// Generated from schema/char.json by codegen/templates/events.h.j2.  Do not edit.

#pragma once

#include "generated/types/char.h"

namespace qapi {
class EventBus;
}  // namespace qapi

namespace api {

/// What a guest sent cannot be written.
void emit_chardev_io_error(qapi::EventBus& events, const ChardevIoErrorEvent& event);

}  // namespace api
