// SPDX-License-Identifier: Apache-2.0
//
// What belongs together in the Advanced Interrupt Architecture: bindings interrupt-controller/
// riscv,aplic and riscv,imsics.

#pragma once

#include <vector>

#include "vm/machine/device_tree_interrupts.h"
#include "vm/machine/device_tree_map.h"
#include "vm/machine/device_tree_node.h"

namespace vm::machine {

/// Adds to the node of a device where its messages go, and to that of a domain of an APLIC what it
/// delegates; nothing where there is no IMSIC and no APLIC.
void describe_aia(
    const Device& device,
    const std::vector<PlacedDevice>& devices,
    const Interrupts& interrupts,
    FdtNode& node
);

}  // namespace vm::machine
