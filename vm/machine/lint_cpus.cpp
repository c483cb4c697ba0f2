// SPDX-License-Identifier: Apache-2.0
//
// Harts that have nothing to execute.

#include <fmt/format.h>

#include "vm/devices/device.h"
#include "vm/devices/riscv_cluster.h"
#include "vm/machine/dry_run.h"
#include "vm/machine/lint.h"
#include "vm/machine/resolve.h"
#include "vm/machine/seen.h"
#include "vm/object/gather.h"

namespace vm::machine {
namespace {

/// Who puts code where the harts start: something that knows the cluster, or fills its memory.
bool has_boot_code(Object& machine, const RiscvCluster& cluster, const AddressSpace& space) {
  for (Device* device : gather<Device>(machine)) {
    for (Object* linked : linked_objects(*device, "riscv-cluster")) {
      if (linked == &cluster) return true;
    }
    if (device->type().is_a("loader") && space_of(*device) == &space) return true;
  }
  return has_memory(space, MemoryKind::ReadOnly);
}

}  // namespace

void lint_cpus(DryRun& trial, const Warn& warn) {
  for (RiscvCluster* cluster : gather<RiscvCluster>(trial.machine())) {
    const AddressSpace* space = space_of(*cluster);
    if (space == nullptr || has_boot_code(trial.machine(), *cluster, *space)) continue;
    warn(*cluster, fmt::format("the harts of '{}' have nothing to run", machine_path(*cluster)));
  }
}

}  // namespace vm::machine
