// SPDX-License-Identifier: Apache-2.0

#include "runtime/dispatch/phase.h"

#include <cassert>
#include <optional>

namespace qapi {

namespace {

/// "a", "a and b", "a, b and c".
std::string enumerate(const std::vector<std::string_view>& names) {
  std::string text;
  for (size_t i = 0; i < names.size(); ++i) {
    if (i > 0) text += i + 1 == names.size() ? " and " : ", ";
    text += names[i];
  }
  return text;
}

}  // namespace

std::optional<Phase> PhaseTable::find(std::string_view phase) const {
  for (size_t i = 0; i < names.size(); ++i) {
    if (names[i] == phase) return static_cast<Phase>(i);
  }
  return std::nullopt;
}

std::optional<PhaseSet> PhaseTable::find_set(std::string_view phase_or_group) const {
  for (const PhaseGroup& group : groups) {
    if (group.name == phase_or_group) return group.leaves;
  }
  const std::optional<Phase> phase = find(phase_or_group);
  if (!phase) return std::nullopt;
  return PhaseSet::of(*phase);
}

std::string_view PhaseTable::group_of(Phase phase) const {
  for (const PhaseGroup& group : groups) {
    if (group.leaves.contains(phase)) return group.name;
  }
  return name_of(phase);
}

std::string PhaseTable::describe(PhaseSet set) const {
  std::vector<std::string_view> parts;
  for (const PhaseGroup& group : groups) {
    if (group.leaves.minus(set).empty()) {
      parts.push_back(group.name);
      set = set.minus(group.leaves);
      continue;
    }
    for (size_t i = 0; i < names.size(); ++i) {
      const PhaseSet leaf = PhaseSet::of(static_cast<Phase>(i));
      if ((set & group.leaves & leaf).empty()) continue;
      parts.push_back(names[i]);
      set = set.minus(leaf);
    }
  }
  return enumerate(parts);
}

const Move* find_move(std::span<const Move> moves, Phase from) {
  for (const Move& move : moves) {
    if (move.from.contains(from)) return &move;
  }
  return nullptr;
}

void PhaseMachine::move(std::span<const Move> moves, Phase to, std::string_view cause) {
  [[maybe_unused]] const Move* const allowed = find_move(moves, now_);
  assert(
      allowed != nullptr && allowed->to.contains(to) && "a move that the schema does not declare"
  );
  set(to, cause);
}

void PhaseMachine::restore(Phase phase, std::string_view cause) {
  if (phase != now_) set(phase, cause);
}

void PhaseMachine::set(Phase to, std::string_view cause) {
  const Phase from = now_;
  now_ = to;
  for (const Listener& listener : listeners_) {
    listener(from, to, cause);
  }
}

}  // namespace qapi
