// SPDX-License-Identifier: Apache-2.0
//
// A thermostat that is told over its command line, config files, scripts and QMP what to do.

#include "generated/program/program_tables.h"

#include "runtime/program/program.h"
#include "thermostat/thermostat.h"

int main(int argc, char** argv) {
  qapi::EventLoop loop;
  thermostat::Thermostat thermostat(
      api::program_tables({.major = 1, .minor = 0, .micro = 0, .package = "thermostat"})
  );
  return qapi::Program(loop, thermostat).run({argv + 1, argv + argc});
}
