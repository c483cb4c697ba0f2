// SPDX-License-Identifier: Apache-2.0

#include "runtime/program/rehearsal.h"

#include <algorithm>
#include <utility>

#include "runtime/base/file.h"
#include "runtime/cli/spelling.h"
#include "runtime/config/config.h"
#include "runtime/dispatch/call.h"
#include "runtime/dispatch/dispatcher.h"
#include "runtime/dispatch/steps.h"
#include "runtime/json/json.h"
#include "runtime/json/writer.h"
#include "runtime/program/phase_names.h"
#include "runtime/script/script.h"

namespace qapi {

namespace {

/// The argument of a command that has only this one, which has been checked.
const std::string& text_argument(const Invocation& invocation, std::string_view name) {
  return invocation.arguments().at(std::string(name)).get_ref<const std::string&>();
}

/// A name, or a list of several.
Json one_or_more(const std::vector<std::string>& names) {
  return names.size() == 1 ? Json(names.front()) : Json(names);
}

Json qmp_arguments(const Invocation& invocation, const CliTable& table) {
  if (invocation.spelling() == Spelling::Json) return invocation.arguments();
  for (const CliCommand& row : table.commands) {
    if (row.command == invocation.command()) return spelled_as_json(row, invocation.arguments());
  }
  return invocation.arguments();
}

}  // namespace

Rehearsal::Rehearsal(ProgramContext& context, bool explicit_phases, Check check)
    : context_(context),
      explicit_phases_(explicit_phases),
      check_(std::move(check)),
      now_(context.phases().now()) {}

void Rehearsal::play(const Invocation& invocation) {
  if (is_over_) return;
  Result<> played = play_one(invocation);
  if (!played) report(std::move(played).error(), invocation.origin().where);
}

Result<> Rehearsal::play_one(const Invocation& invocation) {
  const Dispatcher& dispatcher = context_.dispatcher();
  if (const auto own = TRY(dispatcher.in_own_words(invocation))) {
    for (const Invocation& each : own->needed) {
      if (!was_played(each)) TRY(play_one(each));
    }
    return play_one(own->invocation);
  }
  const Command* const command = dispatcher.find(invocation.command());
  if (command == nullptr) {
    const Origin::Kind kind = invocation.origin().kind;
    return tl::unexpected(dispatcher.unknown_command(invocation.command(), kind));
  }
  std::vector<Error> ignored;
  const Reader arguments(invocation.arguments(), invocation.spelling(), ignored);
  TRY(check_arguments(*command, arguments));
  if (!command->in.contains(now_)) {
    const PhaseTable& table = context_.phases().table();
    const bool walks = invocation.walks() && !explicit_phases_;
    if (!walks || next_step(table, dispatcher.commands(), now_, command->in) == nullptr) {
      return tl::unexpected(out_of_phase(table, dispatcher.commands(), now_, *command));
    }
    TRY(reach(command->in, command->name, invocation.origin()));
  }
  TRY(take(*command, invocation, {}));
  return play_parts(*command, invocation);
}

/// What was only read is not there, so that it would be needed again and again.
bool Rehearsal::was_played(const Invocation& invocation) const {
  return std::ranges::any_of(steps_, [&](const RehearsedStep& step) {
    return step.invocation.command() == invocation.command() &&
           step.invocation.arguments() == invocation.arguments();
  });
}

Result<> Rehearsal::reach(PhaseSet target, std::string_view walker, const Origin& origin) {
  const PhaseTable& table = context_.phases().table();
  const std::span<const Command> commands = context_.dispatcher().commands();
  while (!target.contains(now_)) {
    const Command* const step = next_step(table, commands, now_, target);
    if (step == nullptr) {
      return fail(std::string(walker) + ": " + unreachable(table, now_, target));
    }
    if (!step->mandatory.empty()) return tl::unexpected(lacks_arguments(walker, *step));
    TRY(take(*step, Invocation(std::string(step->name), {}, origin), walker));
  }
  return {};
}

Result<> Rehearsal::take(
    const Command& command,
    const Invocation& invocation,
    std::string_view walks_for
) {
  steps_.push_back({&command, invocation, walks_for, now_});
  const Move* const move = find_move(command.moves, now_);
  if (move != nullptr) now_ = first_of(move->to);
  if (check_) TRY(check_(steps_.back()));
  return {};
}

Result<> Rehearsal::play_parts(const Command& command, const Invocation& invocation) {
  if (const std::optional<PhaseSet> target = TRY(context_.walk_target(invocation))) {
    return reach(*target, command.name, invocation.origin());
  }
  if (command.name == "quit") is_over_ = true;
  std::vector<Invocation> parts;
  if (command.name == "config-load") {
    parts = TRY(read_config(context_.dispatcher(), text_argument(invocation, "file")));
  } else if (command.name == "script-run") {
    const std::string& file = text_argument(invocation, "file");
    const std::string text = TRY(read_file(file));
    parts = TRY(parse_script(text, file));
  }
  for (const Invocation& part : parts) {
    play(part);
  }
  return {};
}

void Rehearsal::report(Error error, std::string_view where) {
  std::vector<Error> more = std::exchange(error.more, {});
  faults_.push_back(located(std::move(error), where));
  for (Error& further : more) {
    faults_.push_back(located(std::move(further), where));
  }
}

std::string describe(const RehearsedStep& step, const ProgramTables& tables) {
  Json json = {{"option", step.invocation.origin().where}};
  if (!step.walks_for.empty()) json["walks-for"] = step.walks_for;
  json["execute"] = step.command->name;
  json["arguments"] = qmp_arguments(step.invocation, tables.cli);
  json["runs-in"] = phase_names(tables.phases, step.command->in);
  json["phase"] = tables.phases.name_of(step.from);
  const Move* const move = find_move(step.command->moves, step.from);
  if (move != nullptr) json["leads-to"] = one_or_more(phase_names(tables.phases, move->to));
  return encoded(json);
}

}  // namespace qapi
