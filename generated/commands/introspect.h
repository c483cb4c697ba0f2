// Generated from qapigen/introspect.json by codegen/templates/commands.h.j2.  Do not edit.
//
// Declared here, defined by hand in runtime/program/base_commands.h.

#pragma once

#include "generated/types/introspect.h"

#include "runtime/base/result.h"
#include "runtime/dispatch/invoke.h"

namespace vm {
class Vm;
}  // namespace vm

namespace vm::commands {

/// Describes all commands and events, and the types they use.
///
/// Returns the entities
qapi::Result<qapi::RawJson> query_qmp_schema(vm::Vm& vm);

}  // namespace vm::commands
