// Generated from schema/block-core.json by codegen/templates/commands.h.j2.  Do not edit.
//
// Declared here, defined by hand in vm/commands/block_core.cpp.

#pragma once

#include <vector>

#include "generated/types/block_core.h"

#include "runtime/base/result.h"

namespace vm {
class Vm;
}  // namespace vm

namespace vm::commands {

/// Creates a node, under /objects, with those that are defined inside of it.
qapi::Result<> blockdev_add(vm::Vm& vm, const api::BlockdevOptions& args);

/// Lets a node grow, and the file under it. It cannot shrink.
qapi::Result<> block_resize(vm::Vm& vm, const api::BlockResizeArgs& args);

/// Lists the nodes.
///
/// Returns the nodes
qapi::Result<std::vector<api::BlockDeviceInfo>> query_named_block_nodes(vm::Vm& vm);

/// Reports what the nodes were asked for.
///
/// Returns the nodes
qapi::Result<std::vector<api::BlockStats>> query_blockstats(vm::Vm& vm);

/// Destroys a node, with those that were defined inside of it. Nothing may be using it.
qapi::Result<> blockdev_del(vm::Vm& vm, const api::BlockdevDelArgs& args);

}  // namespace vm::commands
