// SPDX-License-Identifier: Apache-2.0
//
// What a guest does to its machine, and what happens to it.

#include <utility>

#include <fmt/format.h>

#include "generated/events/balloon.h"
#include "generated/events/block_core.h"
#include "generated/events/char.h"
#include "generated/events/run_state.h"
#include "generated/phases/phases.h"
#include "generated/types/block_core.h"
#include "generated/types/debug.h"

#include "runtime/loop/event_loop.h"
#include "vm/base/must.h"
#include "vm/devices/riscv_hart.h"
#include "vm/machine/unplug.h"
#include "vm/machine/vm.h"
#include "vm/object/find.h"
#include "vm/object/gather.h"

namespace vm {

// The guest's requests come from a CPU thread, inside of an access to a device. They are carried
// out by the main thread, when the CPUs have stopped.

void Vm::request(std::function<void()> task) {
  accelerator_->halt();
  post(std::move(task));
}

void Vm::post(std::function<void()> task) {
  loop_.post([this, task = std::move(task)] {
    std::lock_guard lock(machine_lock_);
    task();
  });
}

void Vm::request_shutdown(GuestEnd end, int exit_status) {
  request([this, end, exit_status] {
    switch (end) {
      case GuestEnd::PowerOff: return guest_powered_off(exit_status);
      case GuestEnd::Panic: return guest_panicked();
    }
  });
}

void Vm::request_reset() {
  request([this] { guest_wants_reset(); });
}

void Vm::request_suspend() {
  request([this] { guest_goes_to_sleep(); });
}

void Vm::request_wakeup() {
  post([this] { guest_is_woken(); });
}

void Vm::report(Incident incident) {
  // That hart must not be run again before the guest is stopped.
  const bool is_for_debuggers = std::holds_alternative<BreakpointHit>(incident) ||
                                std::holds_alternative<WatchpointHit>(incident) ||
                                std::holds_alternative<StepDone>(incident);
  if (is_for_debuggers) accelerator_->halt();
  post([this, incident = std::move(incident)] {
    std::visit([this](const auto& what) { happened(what); }, incident);
  });
}

void Vm::request_quit() {
  post([this] { end(0, api::ShutdownCause::HostUi, false); });
}

void Vm::log_guest(std::string_view object_path, std::string_view message) {
  guest_log_.write(object_path, message);
}

void Vm::guest_powered_off(int exit_status) {
  if (!api::can_guest_shutdown(*this)) return;
  stop_guest();
  api::guest_shutdown(*this, {.guest = true, .reason = api::ShutdownCause::GuestShutdown});
  if (end_actions_.shutdown == api::ShutdownAction::Poweroff) {
    end(exit_status, api::ShutdownCause::GuestShutdown, true);
  }
}

void Vm::guest_panicked() {
  if (!api::can_guest_panic(*this)) return;
  stop_guest();
  bool pauses = end_actions_.panic == api::PanicAction::Pause;
  auto action = pauses ? api::GuestPanicAction::Pause : api::GuestPanicAction::Shutdown;
  api::guest_panic(*this, {.action = action});
  if (!pauses) end(1, api::ShutdownCause::GuestPanic, true);
}

void Vm::guest_wants_reset() {
  if (!api::can_guest_reset(*this)) return;
  if (end_actions_.reboot == api::RebootAction::Shutdown) return guest_powered_off(0);
  stop_guest();
  reset_machine();
  api::guest_reset(*this, {.guest = true, .reason = api::ShutdownCause::GuestReset});
  // Starting what had been running cannot fail: the machine is the same.
  must(start_guest());
}

void Vm::guest_goes_to_sleep() {
  if (!api::can_guest_suspend(*this)) return;
  accelerator_->stop();
  api::guest_suspend(*this);
}

void Vm::guest_is_woken() {
  if (!api::can_guest_wakeup(*this)) return;
  must(start_guest());
  api::guest_wakeup(*this);
}

void Vm::phase_changed(api::VmPhase from, api::VmPhase to) {
  if (from == to || api::is_running(to)) return;
  if (api::is_running(from)) {
    for (RiscvHart* hart : gather<RiscvHart>(*machine_)) {
      hart->set_action(HartAction::Run);
    }
  }
  // Not in the middle of what moves it. We may be gone by then, as the trial of a configuration is.
  for (const auto& server : debug_servers_) {
    loop_.post([weak = std::weak_ptr(server)] {
      if (const auto alive = weak.lock()) alive->guest_stopped();
    });
  }
}

/// The hart goes past what it stands at when the guest goes on.
void Vm::pass_breakpoint(const std::string& path) {
  auto* hart = dynamic_cast<RiscvHart*>(must(find_object(*root_, path)));
  hart->hart().pass_breakpoint();
}

void Vm::happened(const BreakpointHit& incident) {
  if (!api::can_breakpoint_hit(*this)) return;
  stop_guest();
  pass_breakpoint(incident.hart);
  debug_stop_ = {DebugStop::Reason::Breakpoint, incident.hart, incident.address};
  api::breakpoint_hit(*this, {.hart = incident.hart, .address = incident.address});
  api::emit_stop(events());
}

void Vm::happened(const WatchpointHit& incident) {
  if (!api::can_watchpoint_hit(*this)) return;
  stop_guest();
  pass_breakpoint(incident.hart);
  const auto reason = incident.is_store ? DebugStop::Reason::Store : DebugStop::Reason::Load;
  debug_stop_ = {reason, incident.hart, incident.address};
  const auto access = incident.is_store ? api::WatchedAccess::Store : api::WatchedAccess::Load;
  api::watchpoint_hit(
      *this,
      {.hart = incident.hart, .address = incident.address, .access = access}
  );
  api::emit_stop(events());
}

void Vm::happened(const StepDone& incident) {
  if (!api::can_step_done(*this)) return;
  stop_guest();
  debug_stop_ = {DebugStop::Reason::Step, incident.hart};
  api::step_done(*this);
  api::emit_stop(events());
}

void Vm::happened(const TrapLoop& incident) {
  log_guest(
      incident.hart,
      fmt::format("the instruction at its trap vector {:#x} traps for ever", incident.address)
  );
  const api::TrapLoopAction action = end_actions_.trap_loop;
  const api::TrapLoopEvent event{incident.hart, incident.address, action};
  const bool stops = action == api::TrapLoopAction::Pause && api::can_trap_loop(*this);
  if (!stops) return api::emit_trap_loop(events(), event);
  stop_guest();
  api::trap_loop(*this, event);
  api::emit_stop(events());
}

void Vm::happened(const WatchdogExpired& incident) {
  const api::WatchdogAction action = end_actions_.watchdog;
  switch (action) {
    case api::WatchdogAction::Pause:
      if (!api::can_watchdog_expire(*this)) return;
      stop_guest();
      api::watchdog_expire(*this, {.action = action});
      return api::emit_stop(events());
    case api::WatchdogAction::Debug: log_guest(incident.device, "has expired"); break;
    case api::WatchdogAction::Reset:
    case api::WatchdogAction::Poweroff:
    case api::WatchdogAction::None: break;
  }
  api::emit_watchdog(events(), {.action = action});
  if (action == api::WatchdogAction::Reset) guest_wants_reset();
  if (action == api::WatchdogAction::Poweroff) guest_powered_off(0);
}

void Vm::happened(const OutputFailed& incident) {
  const bool stops = incident.must_stop && api::can_io_error_stop(*this);
  const api::ChardevIoErrorEvent event{
      .backend = incident.backend,
      .action =
          incident.must_stop ? api::ChardevErrorAction::Stop : api::ChardevErrorAction::Report,
      .nospace = incident.nospace,
      .reason = incident.reason,
  };
  if (!stops) return api::emit_chardev_io_error(events(), event);
  stop_guest();
  api::io_error_stop(*this, event);
  api::emit_stop(events());
}

void Vm::happened(const DiskFailed& incident) {
  const bool stops =
      incident.action == api::BlockErrorAction::Stop && api::can_block_io_error_stop(*this);
  const api::BlockIoErrorEvent event{
      .qom_path = incident.device,
      .device = "",
      .node_name = incident.node,
      .operation = incident.operation,
      .action = incident.action,
      .nospace = incident.nospace,
      .reason = incident.reason,
  };
  if (!stops) return api::emit_block_io_error(events(), event);
  stop_guest();
  api::block_io_error_stop(*this, event);
  api::emit_stop(events());
}

void Vm::happened(const CardReleased& incident) {
  // By a command like those that others give, for which nobody holds the lock yet.
  loop_.post([this, path = incident.slot] { remove_cards(*this, path); });
}

void Vm::happened(const CardRefused& incident) {
  tell_unplug_failed(*this, incident.slot, api::UnplugFailure::Refused);
}

void Vm::happened(const BalloonChanged& incident) {
  api::emit_balloon_change(events(), {.actual = incident.actual});
}

}  // namespace vm
