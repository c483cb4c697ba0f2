// SPDX-License-Identifier: Apache-2.0
//
// ProgramContext is a Context for programs that speak to the world as the schema qapigen/base.json
// says: it knows what that schema's commands tell and do. A program derives its own from it, and
// gives it the generated tables.

#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "runtime/base/result.h"
#include "runtime/cli/options.h"
#include "runtime/dispatch/command.h"
#include "runtime/dispatch/context.h"
#include "runtime/qmp/reply.h"

namespace qapi {

/// What a program is made of: generated, but for the version.
struct ProgramTables {
  ProgramVersion version;
  const PhaseTable& phases;           ///< api::phase_table()
  std::span<const Command> commands;  ///< api::command_table()
  const CliTable& cli;                ///< api::cli_table()
  std::string_view introspection;     ///< api::introspection_json()
};

class ProgramContext : public Context {
 public:
  /// What of the program around it a command may need. Set by the Program's constructor.
  struct Hooks {
    std::function<Result<>(const std::string& listen)> add_monitor;
    std::function<void(int exit_status)> end;  ///< after answers that are due have been sent
  };

  explicit ProgramContext(const ProgramTables& tables) : Context(tables.phases), tables_(tables) {}

  const ProgramTables& tables() const { return tables_; }
  const Hooks& hooks() const { return hooks_; }

 private:
  friend class Program;

  ProgramTables tables_;
  Hooks hooks_;
};

}  // namespace qapi
