// SPDX-License-Identifier: Apache-2.0
//
// Harts that could not run: without memory, without anything to execute, or with the number of
// another one in the same address space.

#include <map>

#include <fmt/format.h>

#include "vm/devices/device.h"
#include "vm/devices/riscv_cluster.h"
#include "vm/machine/dry_run.h"
#include "vm/machine/lint.h"
#include "vm/machine/resolve.h"

namespace vm::machine {
namespace {

bool has_memory(const AddressSpace& space, bool writable) {
  for (const Mapping& window : space.mappings()) {
    if (window.space != nullptr && has_memory(*window.space, writable)) return true;
    if (window.region == nullptr || window.region->host == nullptr) continue;
    if (window.region->readonly != writable) return true;
  }
  return false;
}

/// Who puts code where the harts start: something that knows the cluster, or fills its memory.
bool has_boot_code(Object& machine, const RiscvCluster& cluster, const AddressSpace& space) {
  for (Device* device : devices_of(machine)) {
    for (Object* linked : linked_objects(*device, "riscv-cluster")) {
      if (linked == &cluster) return true;
    }
    if (device->type().is_a("loader") && space_of(*device) == &space) return true;
  }
  return has_memory(space, false);
}

using Claims = std::map<std::pair<const AddressSpace*, uint64_t>, const RiscvCluster*>;

void check_hartids(
    const RiscvCluster& cluster,
    const AddressSpace& space,
    Claims& claims,
    const Warn& warn
) {
  for (uint64_t i = 0; i < cluster.props().count; ++i) {
    const uint64_t hartid = cluster.props().hartid_base + i;
    const auto [claim, is_new] = claims.emplace(std::pair(&space, hartid), &cluster);
    if (is_new) continue;
    warn(
        cluster,
        fmt::format(
            "'{}' has a hart {}, and so has '{}' in the same address space; see hartid-base",
            machine_path(cluster),
            hartid,
            machine_path(*claim->second)
        )
    );
    return;
  }
}

}  // namespace

void lint_cpus(DryRun& trial, const Warn& warn) {
  Claims claims;
  for (RiscvCluster* cluster : clusters_of(trial.machine())) {
    const AddressSpace* space = space_of(*cluster);
    if (space == nullptr) continue;
    if (!has_memory(*space, true)) {
      warn(*cluster, fmt::format("the harts of '{}' see no memory", machine_path(*cluster)));
    }
    if (!has_boot_code(trial.machine(), *cluster, *space)) {
      warn(*cluster, fmt::format("the harts of '{}' have nothing to run", machine_path(*cluster)));
    }
    check_hartids(*cluster, *space, claims, warn);
  }
}

}  // namespace vm::machine
