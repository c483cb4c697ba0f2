// Generated from schema/debug.json by codegen/templates/commands.h.j2.  Do not edit.
//
// Declared here, defined by hand in vm/commands/debug.cpp.

#pragma once

#include <cstdint>
#include <vector>

#include "generated/types/debug.h"

#include "runtime/base/result.h"

namespace vm {
class Vm;
}  // namespace vm

namespace vm::commands {

/// Makes harts stop before they execute the instruction at an address: the machine stands in
/// debug then, with the hart's pc there, and cont goes on past it. A hart that has the
/// breakpoint already keeps it.
qapi::Result<> breakpoint_add(vm::Vm& vm, const api::BreakpointAddArgs& args);

/// Takes breakpoints away.
qapi::Result<> breakpoint_remove(vm::Vm& vm, const api::BreakpointRemoveArgs& args);

/// Lists the breakpoints.
///
/// Returns the breakpoints, by hart and address
qapi::Result<std::vector<api::BreakpointInfo>> query_breakpoints(vm::Vm& vm);

/// Listens for gdb, of which one at a time can be connected. The guest stops when gdb connects,
/// and goes on when it leaves. Of several clusters the harts of the first are its process 1,
/// and others can be attached. query-gdbservers tells the name and the port that were chosen.
///
/// Errors:
///     - If a server has the name already, or the address cannot be listened on, GenericError
qapi::Result<> gdbserver_start(vm::Vm& vm, const api::GdbserverOptions& args);

/// Stops listening for gdb. One that is connected is left as if it had detached: its
/// breakpoints go, and the guest goes on if it was gdb that stopped it.
///
/// Errors:
///     - If there is no such server, GenericError
qapi::Result<> gdbserver_stop(vm::Vm& vm, const api::GdbserverStopArgs& args);

/// Lists the servers for gdb.
///
/// Returns the servers, in the order of their creation
qapi::Result<std::vector<api::GdbserverInfo>> query_gdbservers(vm::Vm& vm);

}  // namespace vm::commands
