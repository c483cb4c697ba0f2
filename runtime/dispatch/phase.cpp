// SPDX-License-Identifier: Apache-2.0

#include "runtime/dispatch/phase.h"

#include <bit>
#include <cassert>
#include <optional>

namespace qapi {

namespace {

/// "a", "a and b", "a, b and c".
std::string enumerate(const std::vector<std::string>& names) {
  std::string text;
  for (size_t i = 0; i < names.size(); ++i) {
    if (i > 0) text += i + 1 == names.size() ? " and " : ", ";
    text += names[i];
  }
  return text;
}

/// Whether a group goes by its name, with exceptions if need be.
bool is_almost_all(PhaseSet leaves, PhaseSet missing) {
  return std::popcount(missing.bits()) * 4 <= std::popcount(leaves.bits());
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

std::vector<std::string_view> PhaseTable::names_of(PhaseSet set) const {
  std::vector<std::string_view> list;
  for (size_t i = 0; i < names.size(); ++i) {
    if (set.contains(static_cast<Phase>(i))) list.push_back(names[i]);
  }
  return list;
}

std::string PhaseTable::describe(PhaseSet set, std::optional<Phase> now) const {
  std::vector<std::string> parts;
  for (const PhaseGroup& group : groups) {
    const PhaseSet missing = group.leaves.minus(set);
    if (!is_almost_all(group.leaves, missing)) {
      const std::vector<std::string_view> inside = names_of(group.leaves & set);
      parts.insert(parts.end(), inside.begin(), inside.end());
      continue;
    }
    std::string& part = parts.emplace_back(group.name);
    const bool is_outside = now && !group.leaves.contains(*now);
    if (missing.empty() || is_outside) continue;
    const std::vector<std::string_view> exceptions = names_of(missing);
    part += " (except " + enumerate({exceptions.begin(), exceptions.end()}) + ")";
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
  [[maybe_unused]] const Move* const allowed = find_move(moves, now());
  assert(
      allowed != nullptr && allowed->to.contains(to) && "a move that the schema does not declare"
  );
  set(to, cause);
}

void PhaseMachine::restore(Phase phase, std::string_view cause) {
  set(phase, cause);
}

void PhaseMachine::set(Phase to, std::string_view cause) {
  const Phase from = now();
  if (to == from) return;
  now_ = to;
  for (const Listener& listener : listeners_) {
    listener(from, to, cause);
  }
}

}  // namespace qapi
