// SPDX-License-Identifier: Apache-2.0

#include "runtime/program/phase_names.h"

#include <fmt/format.h>

#include "runtime/json/nearest.h"

namespace qapi {

std::vector<std::string> phase_names(const PhaseTable& table, PhaseSet set) {
  std::vector<std::string> list;
  for (size_t i = 0; i < table.names.size(); ++i) {
    if (set.contains(static_cast<Phase>(i))) list.emplace_back(table.names[i]);
  }
  return list;
}

PhaseSet sources_of(std::span<const Move> moves) {
  PhaseSet set;
  for (const Move& move : moves) {
    set = set | move.from;
  }
  return set;
}

std::vector<PhaseStep> phase_steps(const PhaseTable& table) {
  std::vector<PhaseStep> list;
  for (size_t i = 0; i < table.next_step.size(); ++i) {
    auto from = static_cast<Phase>(i / table.names.size());
    auto to = static_cast<Phase>(i % table.names.size());
    int step = table.next(from, to);
    if (step >= 0) list.push_back({.from = from, .to = to, .command = static_cast<size_t>(step)});
  }
  return list;
}

Result<PhaseSet> find_phases(const PhaseTable& table, std::string_view name) {
  if (auto found = table.find_set(name)) return *found;
  std::vector<std::string_view> known(table.names.begin(), table.names.end());
  for (const PhaseGroup& group : table.groups) {
    known.push_back(group.name);
  }
  return fail(fmt::format("no phase '{}'{}", name, did_you_mean(name, known)));
}

}  // namespace qapi
