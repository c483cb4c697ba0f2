// SPDX-License-Identifier: Apache-2.0

#include "vm/machine/device_tree_clocks.h"

#include <fmt/format.h>

namespace vm::machine {

uint32_t FixedClocks::of(uint32_t hz) {
  const auto [found, is_new] = by_rate_.try_emplace(hz);
  if (!is_new) return found->second;
  found->second = phandles_.new_phandle();
  FdtNode& node = root_.child("clocks").child(fmt::format("clock-{}", hz));
  node.set("compatible", "fixed-clock");
  node.set_cells("#clock-cells", {0});
  node.set_cells("clock-frequency", {hz});
  node.set_cells("phandle", {found->second});
  return found->second;
}

}  // namespace vm::machine
