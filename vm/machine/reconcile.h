// SPDX-License-Identifier: Apache-2.0
//
// Finds the commands that make a machine of one tree the machine of another.

#pragma once

#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "generated/types/config_diff.h"

#include "vm/machine/tree_diff.h"
#include "vm/machine/tree_index.h"

namespace vm {

struct Reconciliation {
  const TreeIndex& present;
  const TreeIndex& wanted;
  const TreeDiff& diff;

  /// Devices come and go by hot plugging, which not all types can.
  bool is_ready = false;

  /// How a backend is made, for those that more than object-add can make; nothing when that does.
  std::function<std::optional<api::ReconcilingCommand>(std::string_view path)> made_by;
};

/// In an order in which they can be run: what is used is made first and removed last.
std::vector<api::ReconcilingCommand> reconcile(const Reconciliation& given);

}  // namespace vm
