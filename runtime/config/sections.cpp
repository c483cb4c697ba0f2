// SPDX-License-Identifier: Apache-2.0

#include "runtime/config/sections.h"

#include <algorithm>
#include <tuple>

#include "runtime/dispatch/steps.h"

namespace qapi {

namespace {

// Rows of the table, so their addresses tell which comes first.
auto order_of(const Command* command) {
  const bool adds = command->removes.empty();
  return std::tuple(command->config.when, first_of(command->in), adds);
}

}  // namespace

std::vector<const Command*> section_commands(std::span<const Command> commands) {
  std::vector<const Command*> ordered;
  for (const Command& command : commands) {
    if (command.config.name.empty()) continue;
    // Removals are undone in the order in which the other ones are done.
    const auto place = command.removes.empty() ? ordered.end() : ordered.begin();
    ordered.insert(place, &command);
  }
  std::stable_sort(ordered.begin(), ordered.end(), [](const Command* a, const Command* b) {
    return order_of(a) < order_of(b);
  });
  return ordered;
}

}  // namespace qapi
