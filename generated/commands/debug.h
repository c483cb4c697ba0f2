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

}  // namespace vm::commands
