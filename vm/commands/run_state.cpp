// SPDX-License-Identifier: Apache-2.0

#include "generated/commands/run_state.h"

#include "generated/events/run_state.h"
#include "generated/phases/phases.h"

#include "vm/machine/vm.h"

namespace vm {

Result<api::StatusInfo> commands::query_status(Vm& vm) {
  auto status = api::run_state(api::to_vm_phase(vm.phases().now()));
  return api::StatusInfo{.running = status == api::RunState::Running, .status = status};
}

Result<> commands::cont(Vm& vm) {
  if (vm.accelerator()->is_running()) return {};
  TRY(vm.start_guest());
  api::emit_resume(vm.events());
  return {};
}

Result<> commands::stop(Vm& vm) {
  vm.stop_guest();
  api::emit_stop(vm.events());
  return {};
}

Result<> commands::system_reset(Vm& vm) {
  GuestPause pause(vm);
  vm.reset_machine();
  auto reason = api::ShutdownCause::HostQmpSystemReset;
  api::emit_reset(vm.events(), {.guest = false, .reason = reason});
  return {};
}

Result<> commands::set_action(Vm& vm, const api::SetActionArgs& args) {
  EndActions& actions = vm.end_actions();
  vm.undo().add([&actions, before = actions] { actions = before; });
  actions.reboot = args.reboot.value_or(actions.reboot);
  actions.shutdown = args.shutdown.value_or(actions.shutdown);
  actions.panic = args.panic.value_or(actions.panic);
  return {};
}

}  // namespace vm
