// SPDX-License-Identifier: Apache-2.0
//
// A thermostat that is told over its command line, config files, scripts and QMP what to do.

#include "generated/cli/options.h"
#include "generated/commands/command_table.h"
#include "generated/introspect/introspection.h"
#include "generated/phases/phases.h"

#include "runtime/program/program.h"
#include "thermostat/thermostat.h"

int main(int argc, char** argv) {
  qapi::EventLoop loop;
  thermostat::Thermostat thermostat({
      .version = {.major = 1, .minor = 0, .micro = 0, .package = "thermostat"},
      .phases = api::phase_table(),
      .commands = api::command_table(),
      .cli = api::cli_table(),
      .introspection = api::introspection_json(),
  });
  return qapi::Program(loop, thermostat).run({argv + 1, argv + argc});
}
