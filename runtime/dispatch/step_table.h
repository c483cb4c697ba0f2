// SPDX-License-Identifier: Apache-2.0
//
// PhaseTable::next_step from rows that a person can read. Generated code makes its table with it,
// at compile time.

#pragma once

#include <array>
#include <bit>
#include <initializer_list>
#include <span>

#include "runtime/dispatch/phase.h"

namespace qapi {

/// In phase `from`, on the way to any phase of `towards`, the next step is row `command` of the
/// command table.
struct NextStep {
  Phase from;
  PhaseSet towards;
  int16_t command;
};

/// The table for `Count` phases; -1 where no row leads.
template <size_t Count>
constexpr std::array<int16_t, Count * Count> step_table(std::initializer_list<NextStep> steps) {
  std::array<int16_t, Count * Count> table{};
  table.fill(-1);
  for (const NextStep& step : steps) {
    for (size_t to = 0; to < Count; ++to) {
      if (!step.towards.contains(static_cast<Phase>(to))) continue;
      table[static_cast<size_t>(step.from) * Count + to] = step.command;
    }
  }
  return table;
}

/// Where `moves` lead from a phase; the phase itself when they do not name it. Of several phases
/// the first.
constexpr Phase target(std::span<const Move> moves, Phase from) {
  for (const Move& move : moves) {
    if (move.from.contains(from)) return static_cast<Phase>(std::countr_zero(move.to.bits()));
  }
  return from;
}

}  // namespace qapi
