// SPDX-License-Identifier: Apache-2.0
//
// Rights limit which commands a sender of invocations may run, by what the schema says of them:
// that they change nothing, and which group they belong to. What a command runs on its own (a
// script, a walk) needs the rights of whoever sent that command.

#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "runtime/base/result.h"
#include "runtime/dispatch/command.h"

namespace qapi {

struct Rights {
  /// Nothing may be changed.
  bool read_only = false;
  /// Only commands of these groups may change anything; none: those of all groups.
  std::optional<std::vector<std::string>> groups = {};

  bool are_limited() const { return read_only || groups.has_value(); }
};

/// Fails for a command that these rights do not allow.
Result<> check_rights(const Rights& rights, const Command& command);

/// Fails for a group that no command belongs to; proposes the nearest.
Result<> check_groups(const Rights& rights, std::span<const Command> commands);

}  // namespace qapi
