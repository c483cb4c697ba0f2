// SPDX-License-Identifier: Apache-2.0

#include "runtime/dispatch/steps.h"

#include <bit>

namespace qapi {

namespace {

/// All phases that one step leads to from any phase of `from`.
PhaseSet step_from(std::span<const Command> commands, PhaseSet from) {
  PhaseSet reached;
  for (const Command& command : commands) {
    if (!command.step) continue;
    for (const Move& move : command.moves) {
      if (!(move.from & from).empty()) reached = reached | move.to;
    }
  }
  return reached;
}

}  // namespace

Phase first_of(PhaseSet set) {
  return static_cast<Phase>(std::countr_zero(set.bits()));
}

std::optional<Phase> nearest_phase(
    const PhaseTable& table,
    std::span<const Command> commands,
    Phase from,
    PhaseSet target
) {
  PhaseSet reached = PhaseSet::of(from);
  PhaseSet frontier = reached;
  while ((reached & target).empty()) {
    frontier = step_from(commands, frontier).minus(reached);
    if (frontier.empty()) return std::nullopt;
    reached = reached | frontier;
  }
  return first_of(reached & target & table.all());
}

}  // namespace qapi
