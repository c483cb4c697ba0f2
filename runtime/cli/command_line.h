// SPDX-License-Identifier: Apache-2.0
//
// The command line: turns argv into invocations, in the order in which they are to run, from the
// generated table of options.
//
//   CommandLine line = TRY(parse_command_line(api::cli_table(), arguments, "example 1.0"));
//   if (!line.text.empty()) print(line.text);                        // --help and the like:
//   nothing is to be done TRY(run_command_line(dispatcher, line, print));

#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/base/result.h"
#include "runtime/cli/options.h"
#include "runtime/cli/output.h"
#include "runtime/cli/style.h"
#include "runtime/dispatch/dispatcher.h"
#include "runtime/dispatch/invocation.h"

namespace qapi {

/// What is to be done with the invocations.
enum class CliMode {
  Run,
  Explain,  ///< show what each option became
  DryRun,   ///< check all, and show the plan
};

/// A call for help with what an option can choose from, which only the program knows.
struct CliChoice {
  const CliCommand* command;
  std::string name;  ///< the one asked about; empty: all of them
};

struct CommandLine {
  std::string text =
      {};  ///< to be printed, when help or the version was asked for; then nothing is to be run
  std::optional<CliChoice> choice = {};  ///< to be described behind `text`
  std::vector<Invocation> invocations = {};
  bool explicit_phases = false;  ///< nothing walks by itself
  size_t default_end =
      0;  ///< so many at the end nobody asked for: not if a file says where to stop
  CliMode mode = CliMode::Run;
  std::optional<OutputFormat> output = {};  ///< of answers, if it was chosen
};

/// `arguments` without the program's name; help is laid out in that style. Errors begin with the
/// option; nothing has been run then.
Result<CommandLine> parse_command_line(
    const CliTable& table,
    std::span<const std::string> arguments,
    std::string_view version,
    const Style& style = {}
);

/// Runs them, left to right, until one fails or `is_over` (a `quit`) says so; hands each answer
/// that is not empty to `print`, as a line of JSON; if that fails, it stops there.
Result<> run_command_line(
    Dispatcher& dispatcher,
    const CommandLine& line,
    const std::function<Result<>(std::string_view)>& print,
    const std::function<bool()>& is_over = [] { return false; }
);

}  // namespace qapi
