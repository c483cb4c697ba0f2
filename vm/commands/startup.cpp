// SPDX-License-Identifier: Apache-2.0

#include "generated/commands/startup.h"

#include "generated/phases/phases.h"

#include "runtime/dispatch/dispatcher.h"
#include "runtime/program/base_commands.h"
#include "vm/machine/vm.h"

namespace vm {

Result<> commands::until_phase(Vm& vm, const api::UntilPhaseArgs& args) {
  return qapi::base::until_phase<Result<>>(vm, args);
}

Result<> commands::x_exit_preconfig(Vm& vm) {
  return vm.dispatcher().walk(api::in(api::VmPhase::Running), {});
}

Result<> commands::script_run(Vm& vm, const api::ScriptRunArgs& args) {
  return qapi::base::script_run<Result<>>(vm, args);
}

Result<> commands::config_load(Vm& vm, const api::ConfigLoadArgs& args) {
  return qapi::base::config_load<Result<>>(vm, args);
}

}  // namespace vm
