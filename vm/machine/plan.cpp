// SPDX-License-Identifier: Apache-2.0

#include "vm/machine/plan.h"

#include <fmt/format.h>

#include "runtime/json/any.h"
#include "runtime/json/json.h"

namespace vm::machine {
namespace {

std::string path_of(const qapi::Json& arguments) {
  const auto parent = arguments.find("parent");
  return fmt::format(
      "{}/{}",
      parent == arguments.end() ? "/machine" : parent->get<std::string>(),
      arguments.at("id").get<std::string>()
  );
}

}  // namespace

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

std::string origin_of(const Plan& plan, std::string_view path) {
  std::string origin;  // what is in something comes after it
  for (const qapi::Invocation& command : plan.commands) {
    if (command.command() != "device_add") continue;
    const std::string made = path_of(command.arguments());
    const bool is_it = path.starts_with(made);
    if (is_it && (path.size() == made.size() || path[made.size()] == '/'))
      origin = command.origin().where;
  }
  return origin;
}

}  // namespace vm::machine
