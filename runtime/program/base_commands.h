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
#include "runtime/dispatch/dispatcher.h"
#include "runtime/dispatch/invoke.h"
#include "runtime/program/phase_names.h"
#include "runtime/program/program_context.h"
#include "runtime/script/script.h"

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

template <typename R>
R query_commands(Context& context) {
  typename R::value_type list;
  for (const Command& command : context.dispatcher().commands()) {
    list.push_back({.name = std::string(command.name)});
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
  info.phase = table.name_of(context.phases().now());
  for (const PhaseGroup& group : table.groups) {
    info.phases.push_back(
        {.name = std::string(group.name), .phases = phase_names(table, group.leaves)}
    );
  }
  for (const Command& command : commands) {
    auto& rule = info.commands.emplace_back();
    rule.name = command.name;
    rule.in = phase_names(table, command.in);
    detail::add_moves(rule.moves, table, command.moves);
  }
  for (const Transition& transition : table.transitions) {
    auto& rule = info.transitions.emplace_back();
    rule.name = transition.name;
    rule.in = phase_names(table, sources_of(transition.moves));
    detail::add_moves(rule.moves, table, transition.moves);
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
  context.hooks().end(0);
  return {};
}

template <typename R, typename Args>
R monitor_add(ProgramContext& context, const Args& args) {
  return context.hooks().add_monitor(args.listen);
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
R config_load(Context& context, const Args& args) {
  return apply_config(context.dispatcher(), args.file);
}

}  // namespace qapi::base
