// SPDX-License-Identifier: Apache-2.0

#include "runtime/cli/options.h"

#include <algorithm>

namespace qapi {

bool takes_value(const CliCommand& command) {
  return !command.members.empty() || !command.branches.empty() || command.is_open;
}

bool needs_value(const CliCommand& command) {
  return std::any_of(command.members.begin(), command.members.end(), [](const CliMember& member) {
    return member.mandatory && member.name.find('.') == member.name.npos;
  });
}

std::string with_dashes(std::string_view name) {
  return (name.size() == 1 ? "-" : "--") + std::string(name);
}

}  // namespace qapi
