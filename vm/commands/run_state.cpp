// SPDX-License-Identifier: Apache-2.0

#include "generated/commands/run_state.h"

#include <fmt/format.h>
#include <linux/input-event-codes.h>

#include "generated/events/run_state.h"
#include "generated/phases/phases.h"

#include "vm/base/must.h"
#include "vm/devices/keyboard.h"
#include "vm/machine/vm.h"

namespace vm {
namespace {

// As short as a person's: some guests do something else when it is held for seconds.
constexpr uint64_t kPowerKeyNs = 100'000'000;

}  // namespace

Result<api::StatusInfo> commands::query_status(Vm& vm) {
  const api::VmPhase phase = api::vm_phase(vm);
  return api::StatusInfo{.running = api::is_running(phase), .status = api::run_state(phase)};
}

Result<api::MachinePhaseStatus> commands::query_machine_phase(Vm& vm) {
  const api::VmPhase phase = api::vm_phase(vm);
  return api::MachinePhaseStatus{.phase = api::group(phase), .state = phase};
}

Result<> commands::cont(Vm& vm) {
  if (vm.accelerator()->is_running()) return {};
  TRY(vm.start_guest());
  vm.undo().add([&vm] { vm.stop_guest(); });
  api::emit_resume(vm.events());
  return {};
}

Result<> commands::stop(Vm& vm) {
  vm.stop_guest();
  // It ran just now, so it can again.
  vm.undo().add([&vm] { must(vm.start_guest()); });
  api::emit_stop(vm.events());
  return {};
}

Result<> commands::system_wakeup(Vm& vm) {
  TRY(vm.start_guest());
  vm.undo().add([&vm] { vm.accelerator()->stop(); });
  api::emit_wakeup(vm.events());
  return {};
}

Result<> commands::system_reset(Vm& vm) {
  const api::VmPhase phase = api::vm_phase(vm);
  if (api::is_suspended(phase)) {
    vm.stop_guest();
    vm.undo().add([&vm, phase] { vm.let_guest_go_on(phase); });
  }
  vm.reset_machine_on_commit();
  auto reason = api::ShutdownCause::HostQmpSystemReset;
  api::emit_reset(vm.events(), {.guest = false, .reason = reason});
  return {};
}

Result<> commands::system_powerdown(Vm& vm) {
  const KeyCodes power = {KEY_POWER};
  if (keyboards_with(vm.machine(), power).empty()) {
    return fail(fmt::format(
        "this machine has no power key: that is a gpio-key with the linux-code {}, or a "
        "virtio-keyboard",
        KEY_POWER
    ));
  }
  // Nothing takes back what a guest has seen.
  vm.undo().on_commit([&vm, power] {
    for (Keyboard* keyboard : keyboards_with(vm.machine(), power)) {
      keyboard->press(power, kPowerKeyNs);
    }
  });
  api::emit_powerdown(vm.events());
  return {};
}

Result<> commands::set_action(Vm& vm, const api::SetActionArgs& args) {
  EndActions& actions = vm.end_actions();
  vm.undo().add([&actions, before = actions] { actions = before; });
  actions.reboot = args.reboot.value_or(actions.reboot);
  actions.shutdown = args.shutdown.value_or(actions.shutdown);
  actions.panic = args.panic.value_or(actions.panic);
  actions.watchdog = args.watchdog.value_or(actions.watchdog);
  actions.trap_loop = args.trap_loop.value_or(actions.trap_loop);
  return {};
}

Result<> commands::watchdog_set_action(Vm& vm, const api::WatchdogSetActionArgs& args) {
  api::SetActionArgs action;
  action.watchdog = args.action;
  return set_action(vm, action);
}

}  // namespace vm
