// Generated from schema/migration.json by codegen/templates/events.cpp.j2.  Do not edit.

#include "generated/events/migration.h"

#include "runtime/dispatch/event.h"
#include "runtime/json/writer.h"

namespace api {

void emit_migration(qapi::EventBus& events, const MigrationEvent& event) {
  events.emit("MIGRATION", qapi::encoded(event, events.compat()));
}

}  // namespace api
