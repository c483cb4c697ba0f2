// SPDX-License-Identifier: Apache-2.0
//
// ProgramContext is a Context for programs that speak to the world as the schema qapigen/base.json
// says: it knows what that schema's commands tell and do. A program derives its own from it, and
// gives it the generated tables.

#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "runtime/base/result.h"
#include "runtime/cli/options.h"
#include "runtime/dispatch/command.h"
#include "runtime/dispatch/command_alias.h"
#include "runtime/dispatch/context.h"
#include "runtime/dispatch/invocation.h"
#include "runtime/qmp/line.h"
#include "runtime/qmp/reply.h"

namespace qapi {

class QmpServer;

/// What a program is made of: generated, but for the version.
struct ProgramTables {
  ProgramVersion version;
  const PhaseTable& phases;                            ///< api::phase_table()
  std::span<const Command> commands;                   ///< api::command_table()
  std::span<const CommandAlias> command_aliases = {};  ///< api::command_aliases()
  const CliTable& cli;                                 ///< api::cli_table()
  std::string_view introspection;                      ///< api::introspection_json()
  /// Emits PHASE_CHANGED; null when the schema has no such event.
  void (*tell_phase
  )(EventBus& events, std::string from, std::string to, std::string cause) = nullptr;
};

/// Why a program is to end.
enum class EndCause {
  Quit,    ///< the command
  Signal,  ///< from the host
};

class ProgramContext : public Context {
 public:
  /// What of the program around it a command may need. Set by the Program's constructor.
  struct Hooks {
    QmpServer* server = nullptr;
    std::function<void(int exit_status)> end;  ///< after answers that are due have been sent
  };

  explicit ProgramContext(const ProgramTables& tables) : Context(tables.phases), tables_(tables) {
    if (tables_.tell_phase == nullptr) return;
    phases().subscribe([this](Phase from, Phase to, std::string_view cause) {
      const PhaseTable& table = phases().table();
      tables_.tell_phase(
          events(),
          std::string(table.name_of(from)),
          std::string(table.name_of(to)),
          std::string(cause)
      );
    });
  }

  const ProgramTables& tables() const { return tables_; }
  const Hooks& hooks() const { return hooks_; }
  QmpServer& server() { return *hooks_.server; }

  /// Ends the program, whatever it is doing. Whoever has something to put away overrides it.
  virtual void end(EndCause) { hooks_.end(0); }

  /// Whether something goes on that can have an end of its own. The program then stays, even if
  /// nobody is there who could tell it anything further.
  virtual bool is_at_work() const { return false; }

  /// What a person wants to know of a program that has started, each with its name.
  virtual std::vector<std::pair<std::string, std::string>> summary() const { return {}; }

  /// A connection of the program's own that a monitor is to be at: see OpenLine.
  virtual std::optional<Result<Line>> open_line(std::string_view, std::string_view) {
    return std::nullopt;
  }

  /// From here on nothing outside of the program is touched: --dry-run runs commands that the
  /// schema says can do without, to find what is wrong with them.
  virtual void begin_rehearsal() {}

  /// Where a command would walk to, for --explain and --dry-run; none for one that does not walk to
  /// a phase. Whoever has commands that do, beside until-phase, overrides it.
  virtual Result<std::optional<PhaseSet>> walk_target(const Invocation& invocation) const;

 protected:
  /// Where a start goes if it is not told otherwise; the schema must say it.
  PhaseSet goal() const { return PhaseSet::of(*phases().table().goal); }

 private:
  friend class Program;

  ProgramTables tables_;
  Hooks hooks_;
};

}  // namespace qapi
