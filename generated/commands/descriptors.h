// Generated from qapigen/descriptors.json by codegen/templates/commands.h.j2.  Do not edit.
//
// Declared here, defined by hand in runtime/program/base_commands.h.

#pragma once

#include <vector>

#include "generated/types/descriptors.h"

#include "runtime/base/result.h"

namespace vm {
class Vm;
}  // namespace vm

namespace vm::commands {

/// Gives the descriptor that was handed over a name. Other commands refer to it by this name
/// (`fd:NAME`, an address of type `fd`), and take it away with that. Only this client knows the
/// name; when it hangs up, what it named is closed.
///
/// Errors:
///     - If no descriptor was handed over, GenericError
qapi::Result<> getfd(vm::Vm& vm, const api::GetfdArgs& args);

/// Closes a descriptor by the name that getfd gave it.
///
/// Errors:
///     - If nothing has this name, GenericError
qapi::Result<> closefd(vm::Vm& vm, const api::ClosefdArgs& args);

/// Adds the descriptor that was handed over to a set. Wherever a file is opened, the path
/// `/dev/fdset/N` stands for that of set N which is open for what is wanted. Sets belong to all
/// clients, and stay until they are removed.
///
/// Errors:
///     - If no descriptor was handed over, GenericError
///     - If `fdset-id` is negative, GenericError
///
/// Returns the set, and the descriptor's number
qapi::Result<api::AddfdInfo> add_fd(vm::Vm& vm, const api::AddFdArgs& args);

/// Removes a descriptor from a set, and closes it. What was opened through it stays open.
///
/// Errors:
///     - If there is no such set, or no such descriptor in it, GenericError
qapi::Result<> remove_fd(vm::Vm& vm, const api::RemoveFdArgs& args);

/// Lists the sets of descriptors.
///
/// Returns the sets, by their numbers
qapi::Result<std::vector<api::FdsetInfo>> query_fdsets(vm::Vm& vm);

}  // namespace vm::commands
