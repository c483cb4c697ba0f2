// SPDX-License-Identifier: Apache-2.0
//
// The host bridge of PCI in the device tree: binding pci/host-generic-pci, and IEEE Std 1275 PCI
// Bus Binding 2.1 for how addresses and interrupts are written.

#pragma once

#include "vm/machine/device_tree_interrupts.h"
#include "vm/machine/device_tree_node.h"
#include "vm/memory/address_space.h"

namespace vm {

class PcieHost;

namespace machine {

/// Adds to the node what a `pcie-host` has beside registers; `space` is where its windows are.
void describe_pcie_host(
    PcieHost& host,
    const AddressSpace& space,
    const Interrupts& interrupts,
    FdtNode& node
);

}  // namespace machine
}  // namespace vm
