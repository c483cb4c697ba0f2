// Generated from schema/device.json by codegen/templates/events.cpp.j2.  Do not edit.

#include "generated/events/device.h"

#include "runtime/dispatch/event.h"
#include "runtime/json/writer.h"

namespace api {

void emit_device_deleted(qapi::EventBus& events, const DeviceDeletedEvent& event) {
  events.emit("DEVICE_DELETED", qapi::encoded(event, events.compat()));
}

void emit_device_unplug_guest_error(
    qapi::EventBus& events,
    const DeviceUnplugGuestErrorEvent& event
) {
  events.emit("DEVICE_UNPLUG_GUEST_ERROR", qapi::encoded(event, events.compat()));
}

}  // namespace api
