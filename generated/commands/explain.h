// Generated from schema/explain.json by codegen/templates/commands.h.j2.  Do not edit.
//
// Declared here, defined by hand in vm/commands/explain.cpp.

#pragma once

#include "generated/types/explain.h"

#include "runtime/base/result.h"

namespace vm {
class Vm;
}  // namespace vm

namespace vm::commands {

/// Tells why an object is there, and where each of its values comes from: from the type, from
/// which line of which description, by way of which parameters, or from which command.
///
/// Returns the origins
qapi::Result<api::ObjectOrigin> explain(vm::Vm& vm, const api::ExplainArgs& args);

}  // namespace vm::commands
