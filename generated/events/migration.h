// Generated from schema/migration.json by codegen/templates/events.h.j2.  Do not edit.

#pragma once

#include "generated/types/migration.h"

namespace qapi {
class EventBus;
}  // namespace qapi

namespace api {

/// A migration has come to another state. Sent when the capability `events` is on.
void emit_migration(qapi::EventBus& events, const MigrationEvent& event);

}  // namespace api
