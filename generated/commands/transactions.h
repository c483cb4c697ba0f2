// Generated from schema/transactions.json by codegen/templates/commands.h.j2.  Do not edit.
//
// Declared here, defined by hand in vm/commands/transactions.cpp.

#pragma once

#include "runtime/base/result.h"

namespace vm {
class Vm;
}  // namespace vm

namespace vm::commands {

/// Begins a transaction. Until its end only the client that began it can change anything;
/// others can look, and see what is there so far. It ends by config-commit, by config-abort, or
/// when the client is gone, which is an abort. No command in it leads to a machine that is
/// ready, and none that changes something runs out of band meanwhile, since that could not be
/// taken back.
///
/// Errors:
///     - If there is a transaction already, GenericError
qapi::Result<> config_begin(vm::Vm& vm);

/// Ends the transaction; what was done in it stays.
///
/// Errors:
///     - If the client has not begun one, GenericError
qapi::Result<> config_commit(vm::Vm& vm);

/// Ends the transaction and takes back all that was done in it: objects, wires, monitors and
/// the phase are as they were when it began.
///
/// Errors:
///     - If the client has not begun one, GenericError
qapi::Result<> config_abort(vm::Vm& vm);

}  // namespace vm::commands
