// SPDX-License-Identifier: Apache-2.0

#include "generated/commands/qmp.h"

#include "generated/phases/phases.h"

#include "runtime/program/base_commands.h"
#include "vm/base/version.h"
#include "vm/machine/vm.h"

namespace vm {

Result<> commands::qmp_capabilities(Vm& vm, const api::QmpCapabilitiesArgs& args) {
  return qapi::base::qmp_capabilities<Result<>>(vm, args);
}

Result<api::VersionInfo> commands::query_version(Vm&) {
  return version();
}

Result<std::vector<api::CommandInfo>> commands::query_commands(Vm& vm) {
  return qapi::base::query_commands<Result<std::vector<api::CommandInfo>>>(vm);
}

Result<api::MachinePhaseStatus> commands::query_machine_phase(Vm& vm) {
  auto phase = api::to_vm_phase(vm.phases().now());
  return api::MachinePhaseStatus{.phase = api::group(phase), .state = phase};
}

Result<api::PhasesInfo> commands::query_phases(Vm& vm) {
  return qapi::base::query_phases<Result<api::PhasesInfo>>(vm);
}

Result<> commands::quit(Vm& vm) {
  vm.end(0, api::ShutdownCause::HostQmpQuit, false);
  return {};
}

Result<> commands::monitor_add(Vm& vm, const api::MonitorAddArgs& args) {
  return vm.hooks().add_monitor(args.listen);
}

}  // namespace vm
