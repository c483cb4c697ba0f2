// SPDX-License-Identifier: Apache-2.0
//
// The clocks of devices. A type whose `fdt` says `clocks` of so many Hz, as a number or a property,
// gets a clock that always runs: one for each rate, below /clocks.

#pragma once

#include <cstdint>
#include <map>

#include "vm/machine/device_tree_interrupts.h"
#include "vm/machine/device_tree_node.h"

namespace vm::machine {

class FixedClocks {
 public:
  FixedClocks(Interrupts& phandles, FdtNode& root) : phandles_(phandles), root_(root) {}

  /// The phandle of a clock of that rate.
  uint32_t of(uint32_t hz);

 private:
  Interrupts& phandles_;
  FdtNode& root_;
  std::map<uint32_t, uint32_t> by_rate_;
};

}  // namespace vm::machine
