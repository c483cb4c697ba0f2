// SPDX-License-Identifier: Apache-2.0

#include "runtime/dispatch/dispatcher.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "runtime/dispatch/call.h"
#include "runtime/dispatch/rights.h"
#include "runtime/dispatch/steps.h"
#include "runtime/json/json.h"
#include "runtime/json/nearest.h"
#include "runtime/json/reader.h"
#include "runtime/json/writer.h"

namespace qapi {

namespace {

const Origin kNobody;

/// Whether it is for the journal.
bool leaves_a_trace(const Command& command) {
  return !command.read_only && !command.transient && !command.walks;
}

/// Where an invocation says that it comes from; what the program does for another comes from there.
const Origin& origin_of(const Invocation& invocation, const Origin& sender) {
  return invocation.origin().where.empty() ? sender : invocation.origin();
}

}  // namespace

/// One command, or several as one, from start to end: alone with the program, and all or nothing.
class Dispatcher::Frame {
 public:
  Frame(Dispatcher& dispatcher, std::string_view command, const Origin& origin)
      : command_(command),
        dispatcher_(dispatcher),
        outer_(dispatcher.frame_),
        lock_(outer_ == nullptr ? dispatcher.context_.exclusive() : std::unique_lock<std::mutex>()),
        events_(dispatcher.context_.events()),
        settlement_(*this),
        scope_(dispatcher.context_.undo()) {
    if (outer_ == nullptr) dispatcher_.sender_ = &origin;
    dispatcher_.frame_ = this;
    if (outer_ == nullptr) dispatcher_.context_.descriptors().set_client(origin.client);
  }
  ~Frame() {
    dispatcher_.frame_ = outer_;
    if (outer_ == nullptr) dispatcher_.context_.descriptors().set_client(nullptr);
  }
  Frame(const Frame&) = delete;
  Frame& operator=(const Frame&) = delete;

  std::string_view command() const { return command_; }

  /// Fails for what whoever sent the outermost command may not do.
  Result<> check_rights(const Command& command) const {
    const Rights* const rights = dispatcher_.sender_->rights.get();
    return rights == nullptr ? Result<>() : qapi::check_rights(*rights, command);
  }

  void commit() {
    scope_.commit();
    events_.commit();
  }
  void commit_so_far() {
    scope_.commit_so_far();
    events_.commit_so_far();
  }

 private:
  /// When the outermost command is over, what is still in the journal is final.
  struct Settlement {
    explicit Settlement(const Frame& frame) : frame_(frame) {}
    ~Settlement() {
      if (frame_.outer_ == nullptr) frame_.dispatcher_.settle();
    }
    Settlement(const Settlement&) = delete;
    Settlement& operator=(const Settlement&) = delete;

   private:
    const Frame& frame_;
  };

  std::string_view command_;
  Dispatcher& dispatcher_;
  Frame* outer_;
  std::unique_lock<std::mutex> lock_;
  // In this order: it is rolled back first, then what is left is final, then what is left to tell
  // is told, all under the lock.
  EventBus::Hold events_;
  Settlement settlement_;
  UndoLog::Scope scope_;
};

Dispatcher::Dispatcher(
    Context& context,
    std::span<const Command> commands,
    std::span<const CommandAlias> aliases
)
    : context_(context),
      commands_(commands),
      aliases_(aliases) {
  context_.dispatcher_ = this;
  by_name_.reserve(commands.size());
  for (const Command& command : commands) {
    by_name_.push_back(&command);
  }
  std::sort(by_name_.begin(), by_name_.end(), [](const Command* a, const Command* b) {
    return a->name < b->name;
  });
}

const Command* Dispatcher::find(std::string_view name) const {
  const auto found = std::lower_bound(
      by_name_.begin(),
      by_name_.end(),
      name,
      [](const Command* command, std::string_view wanted) { return command->name < wanted; }
  );
  return found != by_name_.end() && (*found)->name == name ? *found : nullptr;
}

Error Dispatcher::unknown_command(std::string_view name, Origin::Kind kind) const {
  std::string desc = fmt::format("The command {} has not been found", name);
  if (kind != Origin::Kind::Qmp) {
    std::vector<std::string_view> names;
    for (const Command* command : by_name_) {
      names.push_back(command->name);
    }
    for (const CommandAlias& alias : aliases_) {
      names.push_back(alias.name);
    }
    desc += did_you_mean(name, names);
  }
  return {.error_class = ErrorClass::CommandNotFound, .desc = std::move(desc)};
}

/// The command, if there is one of that name that the policy takes.
Result<const Command*> Dispatcher::expect(const Invocation& invocation) const {
  const Command* const command = find(invocation.command());
  if (command == nullptr) {
    return tl::unexpected(unknown_command(invocation.command(), invocation.origin().kind));
  }
  const CompatPolicy compat = context_.compat();
  if (!compat.rejects(command->special)) return command;
  return fail(
      fmt::format("The command {} is {}", command->name, compat.why_rejected(command->special)),
      ErrorClass::CommandNotFound
  );
}

Result<std::optional<OwnWords>> Dispatcher::in_own_words(const Invocation& invocation) const {
  const CommandAlias* const alias = find_alias(aliases_, invocation.command());
  std::optional<Invocation> own;
  if (alias != nullptr) {
    own = TRY(own_words(*alias, invocation, context_.compat()));
  } else {
    own = TRY(context_.in_own_words(invocation));
  }
  if (!own) return std::nullopt;
  std::vector<Invocation> needed = context_.needed_for(*own);
  return OwnWords{*std::move(own), std::move(needed), alias};
}

/// Runs what is needed and the invocation itself: both, or nothing.
Result<std::string> Dispatcher::dispatch_own(const OwnWords& own) {
  Command said = *TRY(expect(own.invocation));
  if (own.command != nullptr) said.name = own.command->name;
  Frame frame(*this, said.name, own.invocation.origin());
  // Before what is needed, so that it is this command that is out of its phase, under the name that
  // it was called by.
  TRY(check_phase(said, own.invocation));
  for (const Invocation& each : own.needed) {
    TRY(dispatch(each));
  }
  Result<std::string> answer = dispatch(own.invocation);
  if (answer) {
    frame.commit();
  } else if (own.command != nullptr) {
    return tl::unexpected(meant(std::move(answer).error(), *own.command));
  }
  return answer;
}

Result<std::string> Dispatcher::dispatch(const Invocation& invocation) {
  if (const auto own = TRY(in_own_words(invocation))) return dispatch_own(*own);
  const Command* const command = TRY(expect(invocation));
  Frame frame(*this, command->name, invocation.origin());
  TRY(frame.check_rights(*command));
  TRY(check_transaction(*command));
  TRY(check_phase(*command, invocation));
  TRY(check_leads(*command));
  const Phase from = context_.phases().now();
  std::vector<Error> errors;
  const Reader arguments(invocation.arguments(), invocation.spelling(), errors, context_.compat());
  Ledger::Listener notes(context_.ledger());
  Answer answer = TRY(call(*command, context_, arguments));
  advance(*command, answer);
  const std::vector<Any> own_arguments = notes.own_arguments();
  notes.enter(*command, arguments, origin_of(invocation, *sender_).where);
  remember(*command, invocation, own_arguments, from);
  frame.commit();
  return std::move(answer.json);
}

Result<std::string> Dispatcher::dispatch_out_of_band(const Invocation& invocation) {
  if (const CommandAlias* const alias = find_alias(aliases_, invocation.command())) {
    return dispatch_out_of_band(TRY(own_words(*alias, invocation, context_.compat())));
  }
  const Command* const command = TRY(expect(invocation));
  if (!command->allow_oob) {
    return fail(fmt::format("The command {} does not support OOB", command->name));
  }
  const Rights* const rights = invocation.origin().rights.get();
  if (rights != nullptr) TRY(check_rights(*rights, *command));
  const Phase now = context_.phases().now();
  if (!command->in.contains(now)) return tl::unexpected(out_of_phase(*command));
  TRY(check_no_transaction(*command));
  std::vector<Error> errors;
  const Reader arguments(invocation.arguments(), invocation.spelling(), errors, context_.compat());
  const Journal::Place place(context_.journal());
  Answer answer = TRY(call(*command, context_, arguments));
  if (leaves_a_trace(*command)) {
    context_.journal().add_out_of_band(journal_entry(invocation, invocation.origin(), now), place);
  }
  return std::move(answer.json);
}

void Dispatcher::settle() {
  if (transaction_ == nullptr) context_.journal().settle();
}

Result<> Dispatcher::dispatch_all(
    const std::vector<Invocation>& invocations,
    const Locate& locate
) {
  Frame frame(*this, current_command(), kNobody);
  for (size_t i = 0; i < invocations.size(); ++i) {
    Result<std::string> answer = dispatch(invocations[i]);
    if (!answer) return tl::unexpected(locate(std::move(answer).error(), i));
  }
  frame.commit();
  return {};
}

Result<> Dispatcher::dispatch_all(const std::vector<Invocation>& invocations) {
  return dispatch_all(invocations, [&invocations](Error error, size_t index) {
    return located(std::move(error), invocations[index].origin().where);
  });
}

Result<> Dispatcher::dispatch_each(const std::vector<Invocation>& invocations) {
  for (const Invocation& invocation : invocations) {
    Result<std::string> answer = dispatch(invocation);
    if (!answer)
      return tl::unexpected(located(std::move(answer).error(), invocation.origin().where));
    if (frame_ != nullptr) frame_->commit_so_far();
  }
  return {};
}

void Dispatcher::advance(const Command& command, const Answer& answer) {
  PhaseMachine& phases = context_.phases();
  const Phase from = phases.now();
  const Move* const move = find_move(command.moves, from);
  if (move == nullptr) return;
  const Phase to = answer.to.value_or(first_of(move->to));
  if (to == from) return;
  context_.undo().add([this, &phases, from, before = before_step_, name = command.name] {
    phases.restore(from, name);
    before_step_ = before;
  });
  if (command.step) before_step_ = from;
  phases.move(command.moves, to, command.name);
}

/// Enters a command that has succeeded into the journal, in our words.
void Dispatcher::remember(
    const Command& command,
    const Invocation& invocation,
    const std::vector<Any>& own_arguments,
    Phase from
) {
  if (!leaves_a_trace(command)) return;
  if (own_arguments.empty()) {
    context_.journal().add(journal_entry(invocation, *sender_, from));
  }
  for (const Any& own : own_arguments) {
    const Invocation each(invocation.command(), own.json(), invocation.origin(), Spelling::Json);
    context_.journal().add(journal_entry(each, *sender_, from));
  }
}

Journal::Entry Dispatcher::journal_entry(
    const Invocation& invocation,
    const Origin& sender,
    Phase from
) const {
  const Origin& origin = origin_of(invocation, sender);
  const bool is_for_client = sender.kind == Origin::Kind::Qmp && sender.where != origin.where;
  return {
      .command = invocation.command(),
      .arguments = encoded(invocation.arguments()),
      .spelling = invocation.spelling(),
      .origin = origin.where,
      .client = is_for_client ? sender.where : std::string(),
      .peer = sender.peer != nullptr ? *sender.peer : std::string(),
      .from = from,
      .to = context_.phases().now(),
  };
}

Result<> Dispatcher::check_phase(const Command& command, const Invocation& invocation) {
  if (command.in.contains(context_.phases().now())) return {};
  const bool walks = invocation.walks() && !explicit_phases_;
  if (!walks || next_step(command.in) == nullptr) return tl::unexpected(out_of_phase(command));
  return walk_for(command.name, command.in, invocation.origin(), nullptr);
}

Result<> Dispatcher::walk(PhaseSet target, const Origin& origin) {
  const std::string_view walker = frame_ != nullptr ? frame_->command() : "until-phase";
  return walk_for(walker, target, origin, frame_);
}

Result<> Dispatcher::walk_to_goal(const Origin& origin) {
  const PhaseTable& table = context_.phases().table();
  if (!table.goal) return {};
  return walk(PhaseSet::of(*table.goal), origin);
}

Result<> Dispatcher::walk_for(
    std::string_view walker,
    PhaseSet target,
    const Origin& origin,
    Frame* keeper
) {
  while (!target.contains(context_.phases().now())) {
    const Phase from = context_.phases().now();
    const Command* const step = next_step(target);
    if (step == nullptr) {
      const PhaseTable& table = context_.phases().table();
      return fail(fmt::format("{}: {}", walker, unreachable(table, from, target)));
    }
    if (!step->mandatory.empty()) return tl::unexpected(lacks_arguments(walker, *step));
    Result<std::string> answer = dispatch(Invocation(std::string(step->name), {}, origin));
    if (!answer) return tl::unexpected(located(std::move(answer).error(), step->name));
    if (context_.phases().now() == from) {
      const std::string_view phase = context_.phases().table().name_of(from);
      return fail(fmt::format("{}: {} did not lead out of {}", walker, step->name, phase));
    }
    if (keeper != nullptr) keeper->commit_so_far();
  }
  return {};
}

std::string_view Dispatcher::current_command() const {
  return frame_ != nullptr ? frame_->command() : std::string_view();
}

Phase Dispatcher::phase_by_steps() const {
  const PhaseTable& table = context_.phases().table();
  const Phase now = context_.phases().now();
  const bool is_reached = now == Phase{} || table.next(Phase{}, now) >= 0;
  return is_reached ? now : before_step_;
}

Error Dispatcher::out_of_phase(const Command& command) const {
  const PhaseMachine& phases = context_.phases();
  return qapi::out_of_phase(phases.table(), commands_, phases.now(), command);
}

const Command* Dispatcher::next_step(PhaseSet target) const {
  const PhaseMachine& phases = context_.phases();
  return qapi::next_step(phases.table(), commands_, phases.now(), target);
}

}  // namespace qapi
