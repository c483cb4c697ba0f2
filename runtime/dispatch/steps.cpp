// SPDX-License-Identifier: Apache-2.0

#include "runtime/dispatch/steps.h"

#include <bit>
#include <utility>

#include <fmt/format.h>

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

const Command* next_step(
    const PhaseTable& table,
    std::span<const Command> commands,
    Phase now,
    PhaseSet target
) {
  const std::optional<Phase> goal = nearest_phase(table, commands, now, target);
  if (!goal || *goal == now) return nullptr;
  const int row = table.next(now, *goal);
  return row < 0 ? nullptr : &commands[static_cast<size_t>(row)];
}

Error out_of_phase(
    const PhaseTable& table,
    std::span<const Command> commands,
    Phase now,
    const Command& command
) {
  std::string desc = fmt::format(
      "{}: not in phase {}; it runs in {}",
      command.name,
      table.name_of(now),
      table.describe(command.in, now)
  );
  const Command* const step = next_step(table, commands, now, command.in);
  if (step != nullptr) desc += fmt::format(" (next: {})", step->name);
  return {.desc = std::move(desc)};
}

std::string unreachable(const PhaseTable& table, Phase now, PhaseSet target) {
  const bool behind = !target.empty() && first_of(target) < now;
  const std::string_view relation = behind ? "lies behind" : "cannot be reached by steps from";
  return fmt::format("phase {} {} {}", table.describe(target), relation, table.name_of(now));
}

Error lacks_arguments(std::string_view walker, const Command& step) {
  return {
      .desc = fmt::format(
          "{}: {} comes first, and needs '{}'",
          walker,
          step.name,
          fmt::join(step.mandatory, "' and '")
      )};
}

}  // namespace qapi
