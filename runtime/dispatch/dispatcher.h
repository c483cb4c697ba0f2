// SPDX-License-Identifier: Apache-2.0
//
// Dispatcher is the only way to a command function: look up, check the phase, decode, call, advance
// the phase, encode. The command line, config files, scripts and monitors all come here.
//
//   Dispatcher dispatcher(vm, api::command_table());
//   Result<std::string> json = dispatcher.dispatch(Invocation("query-status", {}, origin));

#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/base/result.h"
#include "runtime/dispatch/command.h"
#include "runtime/dispatch/command_alias.h"
#include "runtime/dispatch/context.h"
#include "runtime/dispatch/invocation.h"
#include "runtime/dispatch/transaction.h"

namespace qapi {

/// What an invocation in the words of another program comes to.
struct OwnWords {
  Invocation invocation;
  std::vector<Invocation> needed;         ///< to be run before it
  const CommandAlias* command = nullptr;  ///< null when its command is one of ours
};

class Dispatcher {
 public:
  Dispatcher(
      Context& context,
      std::span<const Command> commands,
      std::span<const CommandAlias> aliases = {}
  );

  Context& context() { return context_; }
  const Context& context() const { return context_; }
  std::span<const Command> commands() const { return commands_; }

  /// Commands of other programs that stand for one of these; none of them is one itself.
  std::span<const CommandAlias> aliases() const { return aliases_; }

  /// Null when there is none of that name.
  const Command* find(std::string_view name) const;

  /// What an invocation in the words of another program is in ours, and what has to be run before
  /// it; none when it is in our words.
  Result<std::optional<OwnWords>> in_own_words(const Invocation& invocation) const;

  /// The JSON text of what the command returns. A command that fails leaves the phase and, through
  /// the undo log, everything else as it was; nobody hears of its events.
  Result<std::string> dispatch(const Invocation& invocation);

  /// For commands that the schema allows to overtake others: runs one at once, on any thread, while
  /// the main thread may be in the middle of another. It cannot be taken back, so one that changes
  /// something is refused while there is a transaction, whosever it is. What it did stands in the
  /// journal when the main thread next ends a command or calls settle().
  Result<std::string> dispatch_out_of_band(const Invocation& invocation);

  /// Between commands: makes final what nothing can take back any more.
  void settle();

  /// Says where the invocation of that index came from.
  using Locate = std::function<Error(Error error, size_t index)>;

  /// Runs all or none of them. The error is that of the one that failed, as `locate` gives it back.
  Result<> dispatch_all(const std::vector<Invocation>& invocations, const Locate& locate);

  /// As above; the error begins with the origin.
  Result<> dispatch_all(const std::vector<Invocation>& invocations);

  /// Runs them until one fails; what those before it did stays, also when the command that calls
  /// this fails for it. The error begins with the origin of the one that failed.
  Result<> dispatch_each(const std::vector<Invocation>& invocations);

  /// Walks the steps towards a phase, or into a set of phases; stops at the first that needs
  /// arguments or fails. The steps before it stay taken, also when the command that calls this
  /// fails for it.
  Result<> walk(PhaseSet target, const Origin& origin);

  /// The same, to where a start goes if it is not told otherwise; nowhere if the schema names no
  /// such phase.
  Result<> walk_to_goal(const Origin& origin);

  /// For the commands that begin and end a transaction: in the name of whoever sent the one that is
  /// running. A transaction stays within the phases that the command which begins it may run in.
  Result<> begin_transaction();
  Result<> commit_transaction();
  Result<> abort_transaction();

  /// Nothing more will come from there: its transaction is aborted, if there is one.
  void abort_transaction_of(std::string_view owner);

  /// Null when there is none.
  const Transaction* transaction() const { return transaction_.get(); }

  /// The error for a command that is not in the table; proposes the nearest name to people.
  Error unknown_command(std::string_view name, Origin::Kind kind) const;

  /// Turns off walking by itself (--explicit-phases).
  void set_explicit_phases(bool explicit_phases) { explicit_phases_ = explicit_phases; }

  /// A configuration file has said in which phase it ends: the start goes no further by itself.
  void rest_here() { is_at_rest_ = true; }
  bool is_at_rest() const { return is_at_rest_; }

  /// The phase from which to start anew for the same: the present one, or if no steps lead there
  /// from the beginning, the last one before the step that led on.
  Phase phase_by_steps() const;

 private:
  class Frame;

  Result<const Command*> expect(const Invocation& invocation) const;
  Result<> check_transaction(const Command& command) const;
  Result<> check_no_transaction(const Command& command) const;
  void end_transaction();
  Result<> check_leads(const Command& command) const;
  Result<> check_phase(const Command& command, const Invocation& invocation);
  Result<> expect_own_transaction() const;
  std::string_view current_command() const;
  Result<> walk_for(std::string_view walker, PhaseSet target, const Origin& origin, Frame* keeper);
  void advance(const Command& command, const Answer& answer);
  Result<std::string> dispatch_own(const OwnWords& own);
  void remember(
      const Command& command,
      const Invocation& invocation,
      const std::vector<Any>& own_arguments,
      Phase from
  );
  Journal::Entry journal_entry(const Invocation& invocation, const Origin& sender, Phase from)
      const;
  Error out_of_phase(const Command& command) const;
  const Command* next_step(PhaseSet target) const;

  Context& context_;
  std::span<const Command> commands_;
  std::span<const CommandAlias> aliases_;
  std::vector<const Command*> by_name_;  // sorted
  bool explicit_phases_ = false;
  bool is_at_rest_ = false;
  Phase before_step_{};  // where the last step began
  std::unique_ptr<Transaction> transaction_;
  std::atomic<bool> has_transaction_ = false;  // for other threads
  Frame* frame_ = nullptr;                     // innermost; null while nothing runs
  const Origin* sender_ = nullptr;             // of the outermost command, while one runs
};

}  // namespace qapi
