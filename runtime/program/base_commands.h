// SPDX-License-Identifier: Apache-2.0
//
// The commands of the schema qapigen/base.json. Its types are generated anew in each program's
// namespace, and so are its command functions, which only call these. R is what the function
// returns, a Result.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "runtime/base/result.h"
#include "runtime/config/config.h"
#include "runtime/config/export.h"
#include "runtime/dispatch/dispatcher.h"
#include "runtime/dispatch/invoke.h"
#include "runtime/program/config_text.h"
#include "runtime/program/phase_names.h"
#include "runtime/program/program_context.h"
#include "runtime/qmp/server.h"
#include "runtime/script/script.h"
#include "runtime/script/write.h"

namespace qapi::base {

template <typename R, typename Args>
R qmp_capabilities(Context&, const Args&) {
  // Monitors take it themselves while they negotiate; here it comes too late, or over a transport
  // that has nothing to negotiate.
  return fail(
      "Capabilities negotiation is already complete, command ignored",
      ErrorClass::CommandNotFound
  );
}

template <typename R>
R query_version(ProgramContext& context) {
  typename R::value_type info;
  const ProgramVersion& version = context.tables().version;
  info.qemu = {.major_ = version.major, .minor_ = version.minor, .micro = version.micro};
  info.package = version.package;
  return info;
}

template <typename R, typename Args>
R query_commands(Context& context, const Args& args) {
  const PhaseTable& table = context.phases().table();
  PhaseSet wanted;
  if (args.callable_in) wanted = wanted | TRY(find_phases(table, *args.callable_in));
  if (args.now) wanted = wanted | PhaseSet::of(context.phases().now());
  typename R::value_type list;
  for (const Command& command : context.dispatcher().commands()) {
    if (!wanted.minus(command.in).empty()) continue;
    auto& info = list.emplace_back();
    info.name = command.name;
    if (!command.group.empty()) info.group = command.group;
    info.read_only = command.read_only;
  }
  for (const CommandAlias& alias : context.dispatcher().aliases()) {
    const Command& command = *context.dispatcher().find(alias.stands_for);
    if (!wanted.minus(command.in).empty()) continue;
    auto& info = list.emplace_back();
    info.name = alias.name;
    if (!command.group.empty()) info.group = command.group;
    info.read_only = command.read_only;
    info.stands_for = alias.stands_for;
  }
  return list;
}

namespace detail {

/// The moves of a command or a transition, as the list `to` of the schema's PhaseMove.
template <typename List>
void add_moves(List& to, const PhaseTable& table, std::span<const Move> moves) {
  for (const Move& move : moves) {
    to.push_back({.from = phase_names(table, move.from), .to = phase_names(table, move.to)});
  }
}

template <typename List>
void add_groups(List& list, const PhaseTable& table) {
  for (const PhaseGroup& group : table.groups) {
    auto& info = list.emplace_back();
    info.name = group.name;
    info.phases = phase_names(table, group.leaves);
    if (!group.view.empty()) info.view = group.view;
    if (group.before) info.before = table.name_of(*group.before);
  }
}

template <typename List>
void add_rule(List& list, const PhaseTable& table, const Command& command) {
  auto& rule = list.emplace_back();
  rule.name = command.name;
  rule.in = phase_names(table, command.in);
  add_moves(rule.moves, table, command.moves);
  rule.step = command.step;
  rule.walks = command.walks;
  rule.mandatory.assign(command.mandatory.begin(), command.mandatory.end());
}

/// Of another program's command: that of ours, with the arguments that it must have itself.
template <typename List>
void add_rule(
    List& list,
    const PhaseTable& table,
    const Command& command,
    const CommandAlias& alias
) {
  add_rule(list, table, command);
  auto& rule = list.back();
  rule.name = alias.name;
  rule.mandatory.clear();
  for (const AliasParameter& parameter : alias.takes) {
    if (!parameter.is_optional) rule.mandatory.emplace_back(parameter.name);
  }
}

template <typename List>
void add_rule(List& list, const PhaseTable& table, const Transition& transition) {
  auto& rule = list.emplace_back();
  rule.name = transition.name;
  rule.in = phase_names(table, sources_of(transition.moves));
  add_moves(rule.moves, table, transition.moves);
  if (!transition.emits.empty()) rule.emits = transition.emits;
}

template <typename List>
void add_steps(List& list, const PhaseTable& table, std::span<const Command> commands) {
  for (const PhaseStep& step : phase_steps(table)) {
    list.push_back(
        {.from = std::string(table.name_of(step.from)),
         .to = std::string(table.name_of(step.to)),
         .command = std::string(commands[step.command].name)}
    );
  }
}

}  // namespace detail

template <typename R>
R query_phases(Context& context) {
  const PhaseTable& table = context.phases().table();
  auto commands = context.dispatcher().commands();
  typename R::value_type info;
  info.name = table.name;
  info.phase = table.name_of(context.phases().now());
  if (table.goal) info.goal = table.name_of(*table.goal);
  detail::add_groups(info.phases, table);
  for (const Command& command : commands) {
    detail::add_rule(info.commands, table, command);
  }
  for (const CommandAlias& alias : context.dispatcher().aliases()) {
    const Command& command = *context.dispatcher().find(alias.stands_for);
    detail::add_rule(info.commands, table, command, alias);
  }
  for (const Transition& transition : table.transitions) {
    detail::add_rule(info.transitions, table, transition);
  }
  detail::add_steps(info.steps, table, commands);
  return info;
}

template <typename R>
R query_qmp_schema(ProgramContext& context) {
  return RawJson{context.tables().introspection};
}

template <typename R>
R quit(ProgramContext& context) {
  context.undo().on_commit([&context] { context.end(EndCause::Quit); });
  return {};
}

template <typename R, typename Args>
R monitor_add(ProgramContext& context, const Args& args) {
  std::optional<std::vector<std::string>> groups = args.groups;
  const Monitor* const added = TRY(context.server().add({
      .id = args.id.value_or(std::string()),
      .listen = args.listen,
      .rights = {.read_only = args.read_only, .groups = std::move(groups)},
      .pretty = args.pretty,
      .reach = args.insecure || args.tls ? Reach::Anywhere : Reach::Loopback,
      .tls = args.tls,
  }));
  // By the name that was chosen for it; a file leaves the choice to whoever loads it.
  context.ledger().note({added->settings().id});
  return {};
}

template <typename R, typename Args>
R monitor_del(ProgramContext& context, const Args& args) {
  return context.server().remove(args.id);
}

template <typename R>
R query_monitors(ProgramContext& context) {
  typename R::value_type list;
  for (const auto& monitor : context.server().monitors()) {
    const MonitorSettings& settings = monitor->settings();
    auto& info = list.emplace_back();
    info.id = settings.id;
    info.listen = settings.listen;
    info.read_only = settings.rights.read_only;
    info.groups = settings.rights.groups;
    info.pretty = settings.pretty;
    info.tls = settings.tls;
    for (const ClientInfo& client : monitor->clients()) {
      info.clients.push_back(
          {.name = client.name,
           .peer = client.peer,
           .negotiated = client.is_negotiated,
           .oob = client.is_oob}
      );
    }
  }
  return list;
}

template <typename R, typename Args>
R getfd(Context& context, const Args& args) {
  return context.descriptors().name(args.fdname);
}

template <typename R, typename Args>
R closefd(Context& context, const Args& args) {
  return context.descriptors().close(args.fdname);
}

template <typename R, typename Args>
R add_fd(Context& context, const Args& args) {
  const Descriptors::Place place =
      TRY(context.descriptors().add(args.fdset_id, args.opaque, args.inherited));
  return typename R::value_type{.fdset_id = place.set, .fd = place.fd};
}

template <typename R, typename Args>
R remove_fd(Context& context, const Args& args) {
  return context.descriptors().remove(args.fdset_id, args.fd);
}

template <typename R>
R query_fdsets(Context& context) {
  typename R::value_type list;
  for (const auto& [id, entries] : context.descriptors().sets()) {
    auto& info = list.emplace_back();
    info.fdset_id = id;
    for (const FdsetEntry& entry : entries) {
      info.fds.push_back({.fd = entry.fd->get(), .opaque = entry.opaque});
    }
  }
  return list;
}

template <typename R, typename Args>
R until_phase(Context& context, const Args& args) {
  PhaseSet target = TRY(find_phases(context.phases().table(), args.phase));
  return context.dispatcher().walk(target, {});
}

template <typename R, typename Args>
R script_run(Context& context, const Args& args) {
  return run_script(context.dispatcher(), args.file);
}

template <typename R, typename Args>
R query_config(ProgramContext& context, const Args& args) {
  typename R::value_type exported;
  const auto form = static_cast<ConfigForm>(args.as);
  if (form == ConfigForm::Config) {
    exported.config = config_document(context.dispatcher());
  } else {
    exported.text = config_text(context, form);
  }
  return exported;
}

template <typename R>
R query_journal(Context& context) {
  const PhaseTable& table = context.phases().table();
  const Journal& journal = context.journal();
  typename R::value_type info;
  info.dropped = static_cast<int64_t>(journal.dropped());
  int64_t number = info.dropped;
  for (const Journal::Entry& entry : journal.entries()) {
    auto& shown = info.entries.emplace_back();
    shown.number = ++number;
    shown.execute = entry.command;
    shown.arguments = Any::parsed(entry.arguments);
    shown.origin = entry.origin;
    if (!entry.client.empty()) shown.client = entry.client;
    if (!entry.peer.empty()) shown.peer = entry.peer;
    shown.from = table.name_of(entry.from);
    shown.to = table.name_of(entry.to);
    shown.seconds = entry.seconds;
    shown.microseconds = entry.microseconds;
  }
  return info;
}

template <typename R, typename Args>
R journal_open(Context& context, const Args& args) {
  return context.journal().open(args.file, &journal_lines);
}

template <typename R, typename Args>
R config_load(Context& context, const Args& args) {
  return apply_config(context.dispatcher(), args.file);
}

}  // namespace qapi::base
