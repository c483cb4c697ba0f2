// SPDX-License-Identifier: Apache-2.0

#include "generated/commands/startup.h"

#include <fmt/format.h>

#include "generated/phases/phases.h"

#include "runtime/config/config.h"
#include "runtime/dispatch/dispatcher.h"
#include "runtime/json/nearest.h"
#include "runtime/script/script.h"
#include "vm/machine/vm.h"

namespace vm {
namespace {

/// A phase by its name, or an entry of the list that stands for several.
Result<qapi::PhaseSet> find_phases(const qapi::PhaseTable& table, std::string_view name) {
  std::vector<std::string_view> known;
  for (size_t i = 0; i < table.names.size(); ++i) {
    if (table.names[i] == name) return qapi::PhaseSet::of(static_cast<qapi::Phase>(i));
    known.push_back(table.names[i]);
  }
  for (const qapi::PhaseGroup& group : table.groups) {
    if (group.name == name) return group.leaves;
    known.push_back(group.name);
  }
  return fail(fmt::format("no phase '{}'{}", name, qapi::did_you_mean(name, known)));
}

}  // namespace

Result<> commands::until_phase(Vm& vm, const api::UntilPhaseArgs& args) {
  qapi::PhaseSet target = TRY(find_phases(vm.phases().table(), args.phase));
  return vm.dispatcher().walk(target, {});
}

Result<> commands::x_exit_preconfig(Vm& vm) {
  return vm.dispatcher().walk(api::in(api::VmPhase::Running), {});
}

Result<> commands::script_run(Vm& vm, const api::ScriptRunArgs& args) {
  return qapi::run_script(vm.dispatcher(), args.file);
}

Result<> commands::config_load(Vm& vm, const api::ConfigLoadArgs& args) {
  return qapi::apply_config(vm.dispatcher(), args.file);
}

}  // namespace vm
