// SPDX-License-Identifier: Apache-2.0
//
// Plan is what a description comes to: the ordinary commands that build the machine, in order. Each
// says in its origin which line of which description it comes from.

#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "generated/types/machine.h"

#include "runtime/dispatch/invocation.h"
#include "runtime/json/any.h"
#include "vm/machine/builder.h"

namespace vm::machine {

struct Plan {
  std::string machine;
  qapi::Any params = qapi::Any::object();  ///< those that were given, with the types they have
  std::vector<qapi::Invocation> commands;
  /// Of values that do not stand where their object does: what changes set, and exposed properties.
  /// By the number of the command.
  std::unordered_map<size_t, PropertyOrigins> property_origins = {};
};

/// The line of the description that the object of that path comes from, or what it is in; empty for
/// what the plan does not make.
std::string origin_of(const Plan& plan, std::string_view path);

/// As query-machine-plan reports it.
std::vector<api::PlannedCommand> report(const Plan& plan);

}  // namespace vm::machine
