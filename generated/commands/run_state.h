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

/// Starts or resumes the guest. Resuming a running guest succeeds and changes nothing.
qapi::Result<> cont(vm::Vm& vm);

/// Stops the guest; its time stands still.
qapi::Result<> stop(vm::Vm& vm);

/// Resets the machine, as its reset button would: devices and processors return to their state
/// of power-on and images are loaded again. A running guest keeps running; a guest that has
/// ended is ready to be started.
qapi::Result<> system_reset(vm::Vm& vm);

/// Chooses what follows when the guest ends. Members that are not given stay as they are; at
/// the start they are reset, poweroff and exit-failure.
qapi::Result<> set_action(vm::Vm& vm, const api::SetActionArgs& args);

}  // namespace vm::commands
