// Generated from qapigen/monitors.json by codegen/templates/commands.h.j2.  Do not edit.
//
// Declared here, defined by hand in runtime/program/base_commands.h.

#pragma once

#include <vector>

#include "generated/types/monitors.h"

#include "runtime/base/result.h"

namespace vm {
class Vm;
}  // namespace vm

namespace vm::commands {

/// Opens a monitor, on which QMP is spoken. query-monitors tells the name and the port that
/// were chosen.
///
/// Errors:
///     - If a monitor has the name already, or the address cannot be listened on, GenericError
qapi::Result<> monitor_add(vm::Vm& vm, const api::MonitorOptions& args);

/// Closes a monitor and hangs up on its clients, after the answers that are due.
///
/// Errors:
///     - If there is no such monitor, GenericError
qapi::Result<> monitor_del(vm::Vm& vm, const api::MonitorDelArgs& args);

/// Lists the monitors.
///
/// Returns the monitors, in the order of their creation
qapi::Result<std::vector<api::MonitorInfo>> query_monitors(vm::Vm& vm);

}  // namespace vm::commands
