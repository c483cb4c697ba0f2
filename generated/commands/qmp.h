// Generated from qapigen/qmp.json by codegen/templates/commands.h.j2.  Do not edit.
//
// Declared here, defined by hand in runtime/program/base_commands.h.

#pragma once

#include <vector>

#include "generated/types/qmp.h"

#include "runtime/base/result.h"

namespace vm {
class Vm;
}  // namespace vm

namespace vm::commands {

/// Ends the negotiation that each connection begins with. No other command is taken before it.
qapi::Result<> qmp_capabilities(vm::Vm& vm, const api::QmpCapabilitiesArgs& args);

/// Reports the version of the program.
///
/// Returns the version
qapi::Result<api::VersionInfo> query_version(vm::Vm& vm);

/// Lists commands: all, or those that may run in a phase.
///
/// Returns the commands
qapi::Result<std::vector<api::CommandInfo>> query_commands(
    vm::Vm& vm,
    const api::QueryCommandsArgs& args
);

/// Reports the whole phase machine as data: what may run when, and where it leads.
///
/// Returns the phase machine
qapi::Result<api::PhasesInfo> query_phases(vm::Vm& vm);

/// Ends the process. The answer is sent before it does.
qapi::Result<> quit(vm::Vm& vm);

}  // namespace vm::commands
