// Generated from schema/migration.json by codegen/templates/commands.h.j2.  Do not edit.
//
// Declared here, defined by hand in vm/commands/migration.cpp.

#pragma once

#include <vector>

#include "generated/types/migration.h"

#include "runtime/base/result.h"

namespace vm {
class Vm;
}  // namespace vm

namespace vm::commands {

/// Tells how far the present migration is, outgoing or incoming, or what became of the last
/// one.
///
/// Returns the migration
qapi::Result<api::MigrationInfo> query_migrate(vm::Vm& vm);

/// Turns capabilities on and off, for the migrations that follow. All are off at the start;
/// those that are not named stay as they are.
qapi::Result<> migrate_set_capabilities(vm::Vm& vm, const api::MigrateSetCapabilitiesArgs& args);

/// Lists the capabilities.
///
/// Returns all of them, and whether they are on
qapi::Result<std::vector<api::MigrationCapabilityStatus>> query_migrate_capabilities(vm::Vm& vm);

/// Chooses what migrations go by; one that is under way too. What is not given stays as it is.
qapi::Result<> migrate_set_parameters(vm::Vm& vm, const api::MigrateSetParametersArgs& args);

/// Tells what migrations go by.
///
/// Returns the parameters
qapi::Result<api::MigrationParameters> query_migrate_parameters(vm::Vm& vm);

/// Begins to send the guest to where it is to go on, and answers at once; query-migrate and
/// MIGRATION tell how far it is. When the other side is there the guest stops, and stands in
/// finish-migrate while it goes over; in postmigrate when it has, from where it can still go on
/// here. If it cannot go over, it goes on here as if nothing had been.
qapi::Result<> migrate(vm::Vm& vm, const api::MigrateArgs& args);

/// Gives an outgoing migration up: the guest goes on here. Without one it does nothing.
qapi::Result<> migrate_cancel(vm::Vm& vm);

/// Lets a migration go on that waits in pre-switchover.
qapi::Result<> migrate_continue(vm::Vm& vm, const api::MigrateContinueArgs& args);

/// Keeps a machine that has not run from being started: a guest that was saved is to go on in
/// it, see migrate-incoming.
qapi::Result<> migrate_await(vm::Vm& vm);

/// Begins to take a guest over from the same machine elsewhere, and answers at once;
/// query-migrate and MIGRATION tell how far it is. When all of it has come the guest goes on as
/// it was: running, paused or suspended. A guest that does not fit is refused as a whole, and
/// the machine waits for another.
qapi::Result<> migrate_incoming(vm::Vm& vm, const api::MigrateIncomingArgs& args);

}  // namespace vm::commands
