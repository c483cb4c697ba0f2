// SPDX-License-Identifier: Apache-2.0

#include "generated/commands/snapshots.h"

#include "vm/machine/snapshots.h"
#include "vm/machine/vm.h"

namespace vm {

Result<> commands::snapshot_save(Vm& vm, const api::SnapshotSaveArgs& args) {
  return vm.snapshots().save(args);
}

Result<> commands::snapshot_load(Vm& vm, const api::SnapshotLoadArgs& args) {
  return vm.snapshots().load(args);
}

Result<> commands::snapshot_delete(Vm& vm, const api::SnapshotDeleteArgs& args) {
  return vm.snapshots().remove(args);
}

Result<std::vector<api::SnapshotInfo>> commands::query_snapshots(
    Vm&,
    const api::QuerySnapshotsArgs& args
) {
  return Snapshots::list(args.vmstate);
}

}  // namespace vm
