// SPDX-License-Identifier: Apache-2.0

#include "runtime/dispatch/rights.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "runtime/json/nearest.h"

namespace qapi {
namespace {

std::string described(const Rights& rights) {
  if (rights.read_only) return "is read-only";
  if (rights.groups->empty()) return "is for no group of commands";
  return fmt::format("is for the groups {}", fmt::join(*rights.groups, ", "));
}

}  // namespace

Result<> check_rights(const Rights& rights, const Command& command) {
  if (command.read_only || !rights.are_limited()) return {};
  const bool is_in_group =
      rights.groups && std::find(rights.groups->begin(), rights.groups->end(), command.group) !=
                           rights.groups->end();
  if (!rights.read_only && is_in_group) return {};
  return fail(
      fmt::format("{}: not allowed on this monitor, which {}", command.name, described(rights))
  );
}

Result<> check_groups(const Rights& rights, std::span<const Command> commands) {
  if (!rights.groups) return {};
  std::set<std::string_view> known;
  for (const Command& command : commands) {
    if (!command.group.empty()) known.insert(command.group);
  }
  const std::vector<std::string_view> names(known.begin(), known.end());
  for (const std::string& group : *rights.groups) {
    if (known.contains(group)) continue;
    return fail(fmt::format("no group of commands '{}'{}", group, one_of(group, names)));
  }
  return {};
}

}  // namespace qapi
