// Generated from schema/device.json by codegen/templates/events.h.j2.  Do not edit.

#pragma once

#include "generated/types/device.h"

namespace qapi {
class EventBus;
}  // namespace qapi

namespace api {

/// A device, or a part, has been removed from a machine that is ready.
void emit_device_deleted(qapi::EventBus& events, const DeviceDeletedEvent& event);

/// The guest does not let go of a device that it was asked for.
void emit_device_unplug_guest_error(
    qapi::EventBus& events,
    const DeviceUnplugGuestErrorEvent& event
);

}  // namespace api
