// Generated from schema/run-state.json by codegen/templates/commands.h.j2.  Do not edit.
//
// Declared here, defined by hand in vm/commands/run_state.cpp.

#pragma once

#include "generated/types/run_state.h"

#include "runtime/base/result.h"

namespace vm {
class Vm;
}  // namespace vm

namespace vm::commands {

/// Reports what the machine is doing.
///
/// Returns the run state
qapi::Result<api::StatusInfo> query_status(vm::Vm& vm);

/// Reports where the machine stands.
///
/// Returns the phase
qapi::Result<api::MachinePhaseStatus> query_machine_phase(vm::Vm& vm);

/// Starts or resumes the guest. Resuming a running guest succeeds and changes nothing. A hart
/// that stands at a breakpoint goes past it; a backend that could not write tries again.
qapi::Result<> cont(vm::Vm& vm);

/// Stops the guest; its time stands still.
qapi::Result<> stop(vm::Vm& vm);

/// Wakes a guest that sleeps, as its power button would.
qapi::Result<> system_wakeup(vm::Vm& vm);

/// Resets the machine, as its reset button would: devices and processors return to their state
/// of power-on and images are loaded again. A running guest keeps running; one that has ended,
/// sleeps or was stopped by something other than a command is ready to be started.
qapi::Result<> system_reset(vm::Vm& vm);

/// Presses the power key, which asks the guest to power off: it decides whether it does, and
/// when. Of several devices with a power key each is pressed, because a guest need not have a
/// driver for all of them. A guest that stands still finds the key pressed when it goes on.
///
/// Errors: if the machine has no power key
qapi::Result<> system_powerdown(vm::Vm& vm);

/// Chooses what follows when the guest ends, or comes to nothing. Members that are not given
/// stay as they are; at the start they are reset, poweroff, exit-failure, reset and none.
qapi::Result<> set_action(vm::Vm& vm, const api::SetActionArgs& args);

/// Chooses what follows when the guest lets a watchdog expire; set-action says the same.
qapi::Result<> watchdog_set_action(vm::Vm& vm, const api::WatchdogSetActionArgs& args);

}  // namespace vm::commands
