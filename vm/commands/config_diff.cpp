// SPDX-License-Identifier: Apache-2.0

#include "generated/commands/config_diff.h"

#include <algorithm>

#include "generated/phases/phases.h"

#include "runtime/config/config.h"
#include "runtime/json/json.h"
#include "vm/machine/reconcile.h"
#include "vm/machine/tree.h"
#include "vm/machine/tree_diff.h"
#include "vm/machine/vm.h"
#include "vm/machine/wanted.h"

namespace vm {
namespace {

using qapi::Invocation;
using qapi::Json;

/// What makes the machine that is wanted.
Result<std::vector<Invocation>> invocations_of(Vm& vm, const api::ConfigDiffArgs& args) {
  if (args.file.has_value() == args.type.has_value())
    return fail("either 'file' or 'type' is expected");
  if (args.file && !args.params.json().empty())
    return fail("parameters are for 'type'; those of a file are in it");
  if (args.file) return qapi::read_config(vm.dispatcher(), *args.file);
  Json arguments = args.params.json();
  arguments["type"] = *args.type;
  const qapi::Origin origin{.kind = qapi::Origin::Kind::CommandLine};
  return std::vector{
      Invocation("machine-set", std::move(arguments), origin, args.params.spelling())};
}

/// The command that has made a backend there.
std::optional<api::ReconcilingCommand> made_by(Vm& vm, std::string_view path) {
  for (const auto& [number, entry] : vm.ledger().entries()) {
    if (entry.subject.size() != 1 || entry.subject.front() != path) continue;
    api::ReconcilingCommand command;
    command.execute = entry.command->name;
    command.arguments = entry.arguments;
    return command;
  }
  return std::nullopt;
}

}  // namespace

Result<api::ConfigDiff> commands::config_diff(Vm& vm, const api::ConfigDiffArgs& args) {
  const std::vector<Invocation> invocations = TRY(invocations_of(vm, args));
  WantedMachine wanted(vm);
  TRY(wanted.play(invocations));
  const api::TreeNode is_tree = tree_of(vm.root());
  const api::TreeNode wanted_tree = tree_of(wanted.vm().root());
  const TreeIndex present(is_tree, vm.factory());
  const TreeIndex aim(wanted_tree, vm.factory());
  const TreeDiff diff(present, aim);

  api::ConfigDiff result;
  result.differences = diff.differences();
  result.commands = reconcile({
      .present = present,
      .wanted = aim,
      .diff = diff,
      .is_ready = api::is_machine_ready(api::vm_phase(vm)),
      .made_by = [&](std::string_view path) { return made_by(wanted.vm(), path); },
  });
  result.needs_power_cycle =
      std::any_of(result.commands.begin(), result.commands.end(), [](const auto& command) {
        return command.needs_power_cycle.has_value();
      });
  return result;
}

}  // namespace vm
