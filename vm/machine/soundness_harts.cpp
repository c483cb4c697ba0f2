// SPDX-License-Identifier: Apache-2.0
//
// Harts that could not run, or be told apart: mhartid is unique among those that share an execution
// environment (privileged specification 20240411, 3.1.5), which here is an address space.

#include <map>
#include <utility>

#include <fmt/format.h>

#include "vm/devices/riscv_cluster.h"
#include "vm/machine/resolve.h"
#include "vm/machine/seen.h"
#include "vm/machine/soundness.h"
#include "vm/object/gather.h"

namespace vm::machine {
namespace {

/// Who has the hart of a number in a space.
using Claims = std::map<std::pair<const AddressSpace*, uint64_t>, const RiscvCluster*>;

/// Of several harts that are there twice, the first: the rest follows from it.
void check_hartids(
    const RiscvCluster& cluster,
    const AddressSpace& space,
    Claims& claims,
    const Fault& fault
) {
  for (uint64_t i = 0; i < cluster.props().count; ++i) {
    const uint64_t hartid = cluster.props().hartid_base + i;
    const auto [claim, is_new] = claims.emplace(std::pair(&space, hartid), &cluster);
    if (is_new) continue;
    return fault(
        cluster,
        fmt::format(
            "'{}' has a hart {}, and so has '{}' in the same address space; see hartid-base",
            machine_path(cluster),
            hartid,
            machine_path(*claim->second)
        )
    );
  }
}

}  // namespace

void check_harts(Object& machine, const Fault& fault) {
  Claims claims;
  for (RiscvCluster* cluster : gather<RiscvCluster>(machine)) {
    const AddressSpace* space = space_of(*cluster);
    if (space == nullptr) continue;
    if (!has_memory(*space, MemoryKind::Writable)) {
      fault(
          *cluster,
          fmt::format(
              "the harts of '{}' see no RAM: none is mapped into '{}'",
              machine_path(*cluster),
              space->name()
          )
      );
    }
    check_hartids(*cluster, *space, claims, fault);
  }
}

}  // namespace vm::machine
