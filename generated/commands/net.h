// Generated from schema/net.json by codegen/templates/commands.h.j2.  Do not edit.
//
// Declared here, defined by hand in vm/commands/net.cpp.

#pragma once

#include <vector>

#include "generated/types/net.h"

#include "runtime/base/result.h"

namespace vm {
class Vm;
}  // namespace vm

namespace vm::commands {

/// Creates a network backend, under /objects.
qapi::Result<> netdev_add(vm::Vm& vm, const api::Netdev& args);

/// Plugs or unplugs the cable between a network backend and its card.
qapi::Result<> set_link(vm::Vm& vm, const api::SetLinkArgs& args);

/// Lists the network backends.
///
/// Returns the backends
qapi::Result<std::vector<api::NetdevInfo>> query_netdevs(vm::Vm& vm);

/// Destroys a network backend. Nothing may be using it.
qapi::Result<> netdev_del(vm::Vm& vm, const api::NetdevDelArgs& args);

}  // namespace vm::commands
