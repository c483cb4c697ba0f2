// SPDX-License-Identifier: Apache-2.0
//
// Software interrupts and timers of the harts. Next to each other they are what SiFive's CLINT is,
// which all guests know; elsewhere they are the two devices of the ACLINT.

#pragma once

#include <vector>

#include "vm/machine/device_tree_interrupts.h"
#include "vm/machine/device_tree_map.h"
#include "vm/machine/device_tree_node.h"

namespace vm::machine {

/// Adds the node of an aclint-mswi, aclint-mtimer or aclint-sswi, or the one for the first two;
/// false for other devices.
bool add_clint(
    const PlacedDevice& placed,
    const std::vector<PlacedDevice>& devices,
    const Interrupts& interrupts,
    FdtNode& soc
);

}  // namespace vm::machine
