// SPDX-License-Identifier: Apache-2.0

#include "runtime/program/config_text.h"

#include <fmt/format.h>

#include "runtime/cli/write.h"
#include "runtime/config/export.h"
#include "runtime/dispatch/dispatcher.h"
#include "runtime/script/write.h"

namespace qapi {

namespace {

/// Options walk by themselves; but what a start ends in has to be said.
std::string command_line(ProgramContext& context) {
  const CliTable& table = context.tables().cli;
  const Dispatcher& dispatcher = context.dispatcher();
  std::string text(table.program);
  for (const Invocation& invocation : config_invocations(dispatcher)) {
    text += fmt::format(" \\\n  {}", to_shell(to_argv(table, invocation)));
  }
  const Phase phase = dispatcher.phase_by_steps();
  return text + fmt::format(" \\\n  --until {}\n", context.phases().table().name_of(phase));
}

std::string lines(
    ProgramContext& context,
    std::string (*line)(std::string_view command, const Json& arguments)
) {
  std::string text;
  for (const Invocation& invocation : explicit_invocations(context.dispatcher())) {
    text += line(invocation.command(), invocation.arguments()) + "\n";
  }
  return text;
}

}  // namespace

std::string config_text(ProgramContext& context, ConfigForm form) {
  switch (form) {
    case ConfigForm::Config: break;
    case ConfigForm::Cli: return command_line(context);
    case ConfigForm::Qmp: return lines(context, &request_line);
    case ConfigForm::Script: return lines(context, &script_line);
  }
  return {};
}

}  // namespace qapi
