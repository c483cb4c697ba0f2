// SPDX-License-Identifier: Apache-2.0

#include "vm/machine/plan.h"

#include "runtime/json/any.h"
#include "runtime/json/json.h"

namespace vm::machine {

std::vector<api::PlannedCommand> report(const Plan& plan) {
  std::vector<api::PlannedCommand> commands;
  commands.reserve(plan.commands.size());
  for (const qapi::Invocation& command : plan.commands) {
    commands.push_back(
        {.execute = command.command(),
         .arguments = qapi::Any(command.arguments()),
         .origin = command.origin().where}
    );
  }
  return commands;
}

}  // namespace vm::machine
