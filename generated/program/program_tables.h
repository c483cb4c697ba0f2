// Generated from schema/ by codegen/templates/program_tables.h.j2.  Do not edit.

#pragma once

#include <string>
#include <utility>

#include "generated/cli/options.h"
#include "generated/commands/command_table.h"
#include "generated/events/qmp.h"
#include "generated/introspect/introspection.h"
#include "generated/phases/phases.h"

#include "runtime/program/program_context.h"

namespace api {

/// What the schema says of this program.
inline qapi::ProgramTables program_tables(const qapi::ProgramVersion& version) {
  return {
      .version = version,
      .phases = phase_table(),
      .commands = command_table(),
      .command_aliases = command_aliases(),
      .cli = cli_table(),
      .introspection = introspection_json(),
      .tell_phase =
          [](qapi::EventBus& events, std::string from, std::string to, std::string cause) {
            emit_phase_changed(
                events,
                {.from = std::move(from), .to = std::move(to), .cause = std::move(cause)}
            );
          },
  };
}

}  // namespace api
