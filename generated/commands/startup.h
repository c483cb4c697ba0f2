// Generated from qapigen/startup.json by codegen/templates/commands.h.j2.  Do not edit.
//
// Declared here, defined by hand in runtime/program/base_commands.h.

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

/// Runs the commands of a script, a line each, in the form that qmp-shell takes. Stops at the
/// first that fails.
qapi::Result<> script_run(vm::Vm& vm, const api::ScriptRunArgs& args);

/// Applies a configuration file: JSON, comments allowed, a section for each kind of thing. The
/// sections are applied in the order of the phases they need, whole or not at all. `extends`
/// names files to start from, and `${env:NAME}` in a string stands for what the environment
/// says.
qapi::Result<> config_load(vm::Vm& vm, const api::ConfigLoadArgs& args);

}  // namespace vm::commands
