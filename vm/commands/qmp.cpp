// SPDX-License-Identifier: Apache-2.0

#include "generated/commands/qmp.h"

#include "generated/phases/phases.h"

#include "runtime/dispatch/dispatcher.h"
#include "vm/base/version.h"
#include "vm/machine/vm.h"

namespace vm {
namespace {

std::vector<std::string> names(const qapi::PhaseTable& table, qapi::PhaseSet set) {
  std::vector<std::string> list;
  for (size_t i = 0; i < table.names.size(); ++i) {
    if (set.contains(static_cast<qapi::Phase>(i))) list.emplace_back(table.names[i]);
  }
  return list;
}

std::vector<api::PhaseMove> moves(
    const qapi::PhaseTable& table,
    std::span<const qapi::Move> moves
) {
  std::vector<api::PhaseMove> list;
  for (const qapi::Move& move : moves) {
    list.push_back({.from = names(table, move.from), .to = names(table, move.to)});
  }
  return list;
}

qapi::PhaseSet sources(std::span<const qapi::Move> moves) {
  qapi::PhaseSet set;
  for (const qapi::Move& move : moves) {
    set = set | move.from;
  }
  return set;
}

std::vector<api::PhaseStep> steps(
    const qapi::PhaseTable& table,
    std::span<const qapi::Command> commands
) {
  std::vector<api::PhaseStep> list;
  for (size_t from = 0; from < table.names.size(); ++from) {
    for (size_t to = 0; to < table.names.size(); ++to) {
      int step = table.next(static_cast<qapi::Phase>(from), static_cast<qapi::Phase>(to));
      if (step < 0) continue;
      list.push_back(
          {.from = std::string(table.names[from]),
           .to = std::string(table.names[to]),
           .command = std::string(commands[static_cast<size_t>(step)].name)}
      );
    }
  }
  return list;
}

}  // namespace

Result<> commands::qmp_capabilities(Vm&, const api::QmpCapabilitiesArgs&) {
  // Monitors take it themselves while they negotiate; here it comes too late, or over a transport
  // that has nothing to negotiate.
  return fail(
      "Capabilities negotiation is already complete, command ignored",
      ErrorClass::CommandNotFound
  );
}

Result<api::VersionInfo> commands::query_version(Vm&) {
  return version();
}

Result<std::vector<api::CommandInfo>> commands::query_commands(Vm& vm) {
  std::vector<api::CommandInfo> list;
  for (const qapi::Command& command : vm.dispatcher().commands()) {
    list.push_back({.name = std::string(command.name)});
  }
  return list;
}

Result<api::MachinePhaseStatus> commands::query_machine_phase(Vm& vm) {
  auto phase = api::to_vm_phase(vm.phases().now());
  return api::MachinePhaseStatus{.phase = api::group(phase), .state = phase};
}

Result<api::PhasesInfo> commands::query_phases(Vm& vm) {
  const qapi::PhaseTable& table = vm.phases().table();
  auto commands = vm.dispatcher().commands();
  api::PhasesInfo info;
  info.phase = table.name_of(vm.phases().now());
  for (const qapi::PhaseGroup& group : table.groups) {
    info.phases.push_back({.name = std::string(group.name), .phases = names(table, group.leaves)});
  }
  for (const qapi::Command& command : commands) {
    info.commands.push_back(
        {.name = std::string(command.name),
         .in = names(table, command.in),
         .moves = moves(table, command.moves)}
    );
  }
  for (const qapi::Transition& transition : table.transitions) {
    info.transitions.push_back(
        {.name = std::string(transition.name),
         .in = names(table, sources(transition.moves)),
         .moves = moves(table, transition.moves)}
    );
  }
  info.steps = steps(table, commands);
  return info;
}

Result<> commands::quit(Vm& vm) {
  vm.end(0, api::ShutdownCause::HostQmpQuit, false);
  return {};
}

Result<> commands::monitor_add(Vm& vm, const api::MonitorAddArgs& args) {
  return vm.hooks().add_monitor(args.listen);
}

}  // namespace vm
