// Generated from schema/char.json by codegen/templates/events.cpp.j2.  Do not edit.

#include "generated/events/char.h"

#include "runtime/dispatch/event.h"
#include "runtime/json/writer.h"

namespace api {

void emit_chardev_io_error(qapi::EventBus& events, const ChardevIoErrorEvent& event) {
  events.emit("CHARDEV_IO_ERROR", qapi::encoded(event, events.compat()));
}

}  // namespace api
