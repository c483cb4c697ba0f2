// Generated from schema/preconfig.json by codegen/templates/commands.h.j2.  Do not edit.
//
// Declared here, defined by hand in vm/commands/preconfig.cpp.

#pragma once

#include "runtime/base/result.h"

namespace vm {
class Vm;
}  // namespace vm

namespace vm::commands {

/// Builds the machine and starts it, for clients that know the older two-step start. The
/// machine may be built already: scripts that put one together say this when they are done.
qapi::Result<> x_exit_preconfig(vm::Vm& vm);

}  // namespace vm::commands
