// Generated from schema/snapshots.json by codegen/templates/commands.h.j2.  Do not edit.
//
// Declared here, defined by hand in vm/commands/snapshots.cpp.

#pragma once

#include <vector>

#include "generated/types/snapshots.h"

#include "runtime/base/result.h"

namespace vm {
class Vm;
}  // namespace vm

namespace vm::commands {

/// Begins to write a snapshot, as a job. The guest stands still in save-vm meanwhile and goes
/// on as it was.
qapi::Result<> snapshot_save(vm::Vm& vm, const api::SnapshotSaveArgs& args);

/// Begins to go back to a snapshot, as a job. The guest stands still in restore-vm meanwhile.
/// It runs then if the machine ran when it was told to go back, and is paused otherwise. If the
/// snapshot cannot be read, all stays as it was. A guest that has ended must be reset first:
/// there is nothing else to lose then.
qapi::Result<> snapshot_load(vm::Vm& vm, const api::SnapshotLoadArgs& args);

/// Deletes a snapshot, as a job.
qapi::Result<> snapshot_delete(vm::Vm& vm, const api::SnapshotDeleteArgs& args);

/// Lists the snapshots in a folder.
///
/// Returns the snapshots, by their names
qapi::Result<std::vector<api::SnapshotInfo>> query_snapshots(
    vm::Vm& vm,
    const api::QuerySnapshotsArgs& args
);

}  // namespace vm::commands
