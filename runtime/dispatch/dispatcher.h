// SPDX-License-Identifier: Apache-2.0
//
// Dispatcher is the only way to a command function: look up, check the phase, decode, call, advance
// the phase, encode. The command line, config files, scripts and monitors all come here.
//
//   Dispatcher dispatcher(vm, api::command_table());
//   Result<std::string> json = dispatcher.dispatch(Invocation("query-status", {}, origin));

#pragma once

#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/base/result.h"
#include "runtime/dispatch/command.h"
#include "runtime/dispatch/context.h"
#include "runtime/dispatch/invocation.h"

namespace qapi {

class Dispatcher {
 public:
  Dispatcher(Context& context, std::span<const Command> commands);

  Context& context() { return context_; }
  std::span<const Command> commands() const { return commands_; }

  /// Null when there is none of that name.
  const Command* find(std::string_view name) const;

  /// The JSON text of what the command returns. A command that fails leaves the phase and, through
  /// the undo log, everything else as it was.
  Result<std::string> dispatch(const Invocation& invocation);

  /// Runs all or none of them. The error begins with the origin of the one that failed.
  Result<> dispatch_all(const std::vector<Invocation>& invocations);

  /// Runs them until one fails; what those before it did stays, also when the command that calls
  /// this fails for it. The error begins with the origin of the one that failed.
  Result<> dispatch_each(const std::vector<Invocation>& invocations);

  /// Walks the steps towards a phase, or into a set of phases; stops at the first that needs
  /// arguments or fails. The steps before it stay taken, also when the command that calls this
  /// fails for it.
  Result<> walk(PhaseSet target, const Origin& origin);

  /// The error for a command that is not in the table; proposes the nearest name to people.
  Error unknown_command(std::string_view name, Origin::Kind kind) const;

  /// Turns off walking by itself (--explicit-phases).
  void set_explicit_phases(bool explicit_phases) { explicit_phases_ = explicit_phases; }

 private:
  class Frame;

  Result<> check_phase(const Command& command, const Invocation& invocation);
  Result<> walk_for(std::string_view walker, PhaseSet target, const Origin& origin, Frame* keeper);
  void advance(const Command& command, const Answer& answer);
  Error out_of_phase(const Command& command) const;
  const Command* next_step(PhaseSet target) const;
  std::string unreachable(PhaseSet target) const;

  Context& context_;
  std::span<const Command> commands_;
  std::vector<const Command*> by_name_;  // sorted
  bool explicit_phases_ = false;
  Frame* frame_ = nullptr;  // innermost; null while nothing runs
};

}  // namespace qapi
