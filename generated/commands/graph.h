// Generated from schema/graph.json by codegen/templates/commands.h.j2.  Do not edit.
//
// Declared here, defined by hand in vm/commands/graph.cpp.

#pragma once

#include "generated/types/graph.h"

#include "runtime/base/result.h"

namespace vm {
class Vm;
}  // namespace vm

namespace vm::commands {

/// Reports one side of the machine.
///
/// Returns the graph
qapi::Result<api::Graph> query_graph(vm::Vm& vm, const api::QueryGraphArgs& args);

}  // namespace vm::commands
