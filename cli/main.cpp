// SPDX-License-Identifier: Apache-2.0
//
// Builds the parts, hands each what it needs, and runs the command line.

#include "generated/program/program_tables.h"

#include "runtime/base/print.h"
#include "runtime/loop/event_loop.h"
#include "runtime/program/program.h"
#include "vm/machine/vm.h"

int main(int argc, char** argv) {
  qapi::keep_standard_streams();
  qapi::EventLoop loop;
  vm::Vm vm(
      loop,
      api::program_tables(
          {.major = COLDPLUG_MAJOR,
           .minor = COLDPLUG_MINOR,
           .micro = COLDPLUG_MICRO,
           .package = "coldplug"}
      )
  );
  return qapi::Program(loop, vm).run({argv + 1, argv + argc});
}
