// Generated from schema/startup.json by codegen/templates/commands.h.j2.  Do not edit.
//
// Declared here, defined by hand in vm/commands/startup.cpp.

#pragma once

#include "generated/types/startup.h"

#include "runtime/base/result.h"

namespace vm {
class Vm;
}  // namespace vm

namespace vm::commands {

/// Walks towards a phase: takes, one by one, the steps that lead there and need no arguments.
/// Stops where one does, and says what is missing. The steps taken before it stay taken.
qapi::Result<> until_phase(vm::Vm& vm, const api::UntilPhaseArgs& args);

/// Builds the machine and starts it, for clients that know the older two-step start.
qapi::Result<> x_exit_preconfig(vm::Vm& vm);

/// Runs the commands of a script, a line each, in the form that qmp-shell takes. Stops at the
/// first that fails.
qapi::Result<> script_run(vm::Vm& vm, const api::ScriptRunArgs& args);

/// Applies a configuration file: JSON, comments allowed, a section for each kind of thing. The
/// sections are applied in the order of the phases they need, whole or not at all.
qapi::Result<> config_load(vm::Vm& vm, const api::ConfigLoadArgs& args);

}  // namespace vm::commands
