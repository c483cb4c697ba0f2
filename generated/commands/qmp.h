// Generated from schema/qmp.json by codegen/templates/commands.h.j2.  Do not edit.
//
// Declared here, defined by hand in vm/commands/qmp.cpp.

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

/// Lists all commands, whether or not they may run in the present phase: query-phases says
/// which may.
///
/// Returns the commands
qapi::Result<std::vector<api::CommandInfo>> query_commands(vm::Vm& vm);

/// Reports where the machine stands.
///
/// Returns the phase
qapi::Result<api::MachinePhaseStatus> query_machine_phase(vm::Vm& vm);

/// Reports the whole phase machine as data: what may run when, and where it leads.
///
/// Returns the phase machine
qapi::Result<api::PhasesInfo> query_phases(vm::Vm& vm);

/// Ends the process. The answer is sent before it does.
qapi::Result<> quit(vm::Vm& vm);

/// Opens a monitor, on which QMP is spoken.
qapi::Result<> monitor_add(vm::Vm& vm, const api::MonitorAddArgs& args);

}  // namespace vm::commands
