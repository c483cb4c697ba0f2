// SPDX-License-Identifier: Apache-2.0
//
// The guest's device tree, made of the machine's objects: what they are from the schema
// (`compatible`, `fdt`), where they are from the map, and whom they interrupt from the wires. The
// same machine gives the same bytes.
//
// Specifications: Devicetree Specification 0.4; the bindings riscv/cpus, sifive,plic-1.0.0,
// sifive,clint, riscv,aclint and syscon-reboot.

#pragma once

#include <cstdint>
#include <vector>

#include "vm/base/result.h"

namespace vm {

class Object;
class RiscvBoot;

namespace machine {

/// As the harts see it that `boot` starts: their cluster and their address space.
Result<std::vector<uint8_t>> device_tree(Object& machine, const RiscvBoot& boot);

}  // namespace machine
}  // namespace vm
