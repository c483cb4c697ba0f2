// SPDX-License-Identifier: Apache-2.0

#include "runtime/config/export.h"

#include <optional>
#include <utility>

#include "runtime/config/environment.h"
#include "runtime/config/sections.h"
#include "runtime/dispatch/steps.h"
#include "runtime/json/json.h"

namespace qapi {

namespace {

/// `${` in a file would mean the environment.
void escape_all(Json& json) {
  if (json.is_string()) {
    json = escape_environment(json.get_ref<const std::string&>());
  } else if (json.is_structured()) {
    for (Json& part : json) {
      escape_all(part);
    }
  }
}

Invocation walk_to(const PhaseTable& table, Phase phase) {
  Json arguments = Json::object();
  arguments[std::string(kWalkerPhase)] = table.name_of(phase);
  return Invocation(std::string(kWalker), std::move(arguments), {});
}

}  // namespace

std::vector<Invocation> config_invocations(const Dispatcher& dispatcher) {
  std::vector<Invocation> invocations;
  const auto& entries = dispatcher.context().ledger().entries();
  for (const Command* command : section_commands(dispatcher.commands())) {
    for (const auto& [number, entry] : entries) {
      if (entry.command != command) continue;
      invocations.emplace_back(std::string(command->name), entry.arguments.json(), Origin{});
    }
  }
  return invocations;
}

Any config_document(const Dispatcher& dispatcher) {
  Any document = Any::object();
  Json& json = document.json();
  for (const Invocation& invocation : config_invocations(dispatcher)) {
    const ConfigSection& section = dispatcher.find(invocation.command())->config;
    Json arguments = invocation.arguments();
    escape_all(arguments);
    if (section.list) {
      json[std::string(section.name)].push_back(std::move(arguments));
    } else {
      json[std::string(section.name)] = std::move(arguments);
    }
  }
  const Command* const walker = dispatcher.find(kWalker);
  const Phase phase = dispatcher.phase_by_steps();
  if (walker != nullptr && phase != Phase{}) {
    const PhaseTable& table = dispatcher.context().phases().table();
    json[std::string(walker->config.name)] = walk_to(table, phase).arguments();
  }
  return document;
}

std::vector<Invocation> explicit_invocations(const Dispatcher& dispatcher) {
  const PhaseTable& table = dispatcher.context().phases().table();
  std::vector<Invocation> invocations;
  Phase phase{};
  const auto go_to = [&](PhaseSet target) {
    const std::optional<Phase> next = nearest_phase(table, dispatcher.commands(), phase, target);
    if (!next || *next == phase) return;
    invocations.push_back(walk_to(table, *next));
    phase = *next;
  };
  for (Invocation& invocation : config_invocations(dispatcher)) {
    const Command& command = *dispatcher.find(invocation.command());
    go_to(command.in);
    if (const Move* const move = find_move(command.moves, phase)) phase = first_of(move->to);
    invocations.push_back(std::move(invocation));
  }
  go_to(PhaseSet::of(dispatcher.phase_by_steps()));
  return invocations;
}

}  // namespace qapi
