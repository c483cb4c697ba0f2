// SPDX-License-Identifier: Apache-2.0

#include "runtime/dispatch/dispatcher.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "runtime/dispatch/steps.h"
#include "runtime/json/json.h"
#include "runtime/json/nearest.h"
#include "runtime/json/reader.h"

namespace qapi {

/// One command, or several as one, from start to end: alone with the program, and all or nothing.
class Dispatcher::Frame {
 public:
  Frame(Dispatcher& dispatcher, std::string_view command)
      : command_(command),
        dispatcher_(dispatcher),
        outer_(dispatcher.frame_),
        lock_(outer_ == nullptr ? dispatcher.context_.exclusive() : std::unique_lock<std::mutex>()),
        scope_(dispatcher.context_.undo()) {
    dispatcher_.frame_ = this;
  }
  ~Frame() { dispatcher_.frame_ = outer_; }
  Frame(const Frame&) = delete;
  Frame& operator=(const Frame&) = delete;

  std::string_view command() const { return command_; }
  void commit() { scope_.commit(); }
  void commit_so_far() { scope_.commit_so_far(); }

 private:
  std::string_view command_;
  Dispatcher& dispatcher_;
  Frame* outer_;
  std::unique_lock<std::mutex> lock_;
  UndoLog::Scope scope_;  // after the lock, so that it is rolled back under it
};

Dispatcher::Dispatcher(Context& context, std::span<const Command> commands)
    : context_(context),
      commands_(commands) {
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
    desc += did_you_mean(name, names);
  }
  return {.error_class = ErrorClass::CommandNotFound, .desc = std::move(desc)};
}

Result<std::string> Dispatcher::dispatch(const Invocation& invocation) {
  const Command* const command = find(invocation.command());
  if (command == nullptr) {
    return tl::unexpected(unknown_command(invocation.command(), invocation.origin().kind));
  }
  Frame frame(*this, command->name);
  TRY(check_phase(*command, invocation));
  std::vector<Error> errors;
  const Reader arguments(invocation.arguments(), invocation.spelling(), errors);
  Answer answer = TRY(command->run(context_, arguments));
  advance(*command, answer);
  frame.commit();
  return std::move(answer.json);
}

Result<> Dispatcher::dispatch_all(const std::vector<Invocation>& invocations) {
  Frame frame(*this, frame_ != nullptr ? frame_->command() : std::string_view());
  for (const Invocation& invocation : invocations) {
    Result<std::string> answer = dispatch(invocation);
    if (!answer)
      return tl::unexpected(located(std::move(answer).error(), invocation.origin().where));
  }
  frame.commit();
  return {};
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
  context_.undo().add([&phases, from, name = command.name] { phases.restore(from, name); });
  phases.move(command.moves, to, command.name);
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

Result<> Dispatcher::walk_for(
    std::string_view walker,
    PhaseSet target,
    const Origin& origin,
    Frame* keeper
) {
  while (!target.contains(context_.phases().now())) {
    const Phase from = context_.phases().now();
    const Command* const step = next_step(target);
    if (step == nullptr) return fail(fmt::format("{}: {}", walker, unreachable(target)));
    if (!step->mandatory.empty()) {
      return fail(fmt::format(
          "{}: {} needs '{}'",
          walker,
          step->name,
          fmt::join(step->mandatory, "' and '")
      ));
    }
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

Error Dispatcher::out_of_phase(const Command& command) const {
  const PhaseTable& table = context_.phases().table();
  std::string desc = fmt::format(
      "{}: not in phase {}; it runs in {}",
      command.name,
      table.name_of(context_.phases().now()),
      table.describe(command.in)
  );
  const Command* const step = next_step(command.in);
  if (step != nullptr) desc += fmt::format(" (next: {})", step->name);
  return {.desc = std::move(desc)};
}

const Command* Dispatcher::next_step(PhaseSet target) const {
  const PhaseTable& table = context_.phases().table();
  const Phase now = context_.phases().now();
  const std::optional<Phase> goal = nearest_phase(table, commands_, now, target);
  if (!goal || *goal == now) return nullptr;
  const int row = table.next(now, *goal);
  return row < 0 ? nullptr : &commands_[static_cast<size_t>(row)];
}

std::string Dispatcher::unreachable(PhaseSet target) const {
  const PhaseTable& table = context_.phases().table();
  const Phase now = context_.phases().now();
  const bool behind = !target.empty() && first_of(target) < now;
  const std::string_view relation = behind ? "lies behind" : "cannot be reached by steps from";
  return fmt::format("phase {} {} {}", table.describe(target), relation, table.name_of(now));
}

}  // namespace qapi
