// SPDX-License-Identifier: Apache-2.0
//
// How the guest goes and why it stopped: "Debugging with GDB", E.2 "Packets" and E.3 "Stop Reply
// Packets".

#include <algorithm>

#include <fmt/format.h>

#include "generated/phases/phases.h"

#include "runtime/dispatch/dispatcher.h"
#include "runtime/json/json.h"
#include "vm/devices/riscv_hart.h"
#include "vm/gdb/hex.h"
#include "vm/gdb/registers.h"
#include "vm/gdb/stand_still.h"
#include "vm/gdb/stub.h"

namespace vm::gdb {
namespace {

/// Signals by gdb's own numbers.
enum Signal : unsigned {
  kInterrupt = 2,
  kQuit = 3,
  kTrap = 5,
  kAbort = 6,
  kAlarm = 14,
  kStop = 17,
};

/// What a guest that stands in a phase would have died of, or been stopped by.
unsigned signal_of(api::VmPhase phase) {
  if (api::is_paused(phase)) return kInterrupt;
  if (api::is_shutdown(phase)) return kQuit;
  if (api::is_internal_error(phase) || api::is_guest_panicked(phase)) return kAbort;
  if (api::is_watchdog(phase)) return kAlarm;
  if (api::is_io_error(phase)) return kStop;
  return kTrap;
}

/// The guest goes on by itself from there.
bool is_passing(api::VmPhase phase) {
  return api::is_running(phase) || api::is_suspended(phase) || api::is_save_vm(phase) ||
         api::is_restore_vm(phase) || api::is_finish_migrate(phase);
}

/// As the hart's own program has it.
uint64_t bare_address(const Thread& thread, uint64_t address) {
  return thread.hart->hart().offset_between(0, address);
}

}  // namespace

/// Runs a command of ours; gdb's user is told if it is refused.
bool Stub::run(const char* command) {
  const qapi::Invocation invocation(command, qapi::Json::object(), origin_);
  const Result<std::string> answer = vm_.dispatcher().dispatch(invocation);
  if (!answer) print(answer.error().desc + "\n");
  return answer.has_value();
}

/// A guest that does not run stays where it is.
void Stub::stop() {
  if (api::is_running(api::vm_phase(vm_)) && run("stop")) has_stopped_ = true;
}

void Stub::interrupt() {
  if (!is_resumed_) return;
  if (api::is_running(api::vm_phase(vm_))) return stop();
  // It sleeps, or is about to be somewhere else.
  is_resumed_ = false;
  reply(stop_reply());
}

void Stub::guest_stopped() {
  if (!is_resumed_ || is_passing(api::vm_phase(vm_))) return;
  is_resumed_ = false;
  reply(stop_reply());
}

void Stub::program_ends(int exit_status) {
  if (!is_resumed_) return;
  is_resumed_ = false;
  std::string text = fmt::format("W{:02x}", exit_status & 0xff);
  if (has_processes_ && !attached_.empty())
    text += fmt::format(";process:{:x}", *attached_.begin());
  reply(text);
}

void Stub::tell_why(std::string_view) {
  if (attached_.empty()) arrive();
  reply(stop_reply());
}

/// `W`, a process that has ended, makes gdb wait for one to attach to, in extended mode, or say
/// that there is none.
std::string Stub::stop_reply() {
  auto thread = general_thread();
  if (!thread) return "W00";
  const api::VmPhase phase = api::vm_phase(vm_);
  if (api::is_debug(phase)) {
    for (const Thread& each : attached_threads()) {
      if (each.hart->path() == vm_.debug_stop().hart) thread = each;
    }
  }
  general_ = thread->id;
  const std::string reason = api::is_debug(phase) ? stop_reason(*thread) : std::string();
  return fmt::format("T{:02x}thread:{};{}", signal_of(phase), name_of(*thread), reason);
}

std::string Stub::stop_reason(const Thread& thread) const {
  const DebugStop& stop = vm_.debug_stop();
  if (thread.hart->path() != stop.hart) return {};
  switch (stop.reason) {
    case DebugStop::Reason::Step: return {};
    case DebugStop::Reason::Breakpoint: {
      const Point* const point = breakpoints_.find_breakpoint(thread, stop.address);
      if (point == nullptr) return {};
      const bool is_software = point->kind == PointKind::Software;
      if (is_software) return knows_software_breaks_ ? "swbreak:;" : "";
      return knows_hardware_breaks_ ? "hwbreak:;" : "";
    }
    case DebugStop::Reason::Load:
    case DebugStop::Reason::Store: break;
  }
  const bool is_store = stop.reason == DebugStop::Reason::Store;
  const Point* const point = breakpoints_.find_watchpoint(thread, stop.address, is_store);
  if (point == nullptr) return {};
  const uint64_t address = bare_address(thread, stop.address);
  if (point->kind == PointKind::WatchBoth) return fmt::format("awatch:{:x};", address);
  return fmt::format("{}:{:x};", is_store ? "watch" : "rwatch", address);
}

void Stub::tell_actions(std::string_view) {
  reply("vCont;c;C;s;S");
}

void Stub::resume_threads(std::string_view arguments) {
  std::vector<Order> orders;
  while (!arguments.empty()) {
    std::string_view text = take_until(arguments, ';');
    std::string_view action = take_until(text, ':');
    Order order{action.empty() ? '?' : action.front(), {ThreadId::kAll, ThreadId::kAll}};
    const auto id = text.empty() ? order.threads : take_thread_id(text);
    if (std::string_view("cCsS").find(order.action) == std::string_view::npos || !id) {
      return reply("E16");
    }
    order.threads = *id;
    orders.push_back(order);
  }
  resume(orders);
}

// The older packets: one thread steps, or all go.

void Stub::resume_all(std::string_view arguments) {
  resume_at(arguments, 'c');
}

void Stub::step_one(std::string_view arguments) {
  resume_at(arguments, 's');
}

// Nothing is there that could take a signal.

void Stub::resume_with_signal(std::string_view arguments) {
  take_until(arguments, ';');
  resume_at(arguments, 'c');
}

void Stub::step_with_signal(std::string_view arguments) {
  take_until(arguments, ';');
  resume_at(arguments, 's');
}

void Stub::resume_at(std::string_view address, char action) {
  const auto chosen = resumed_.thread > 0 ? find_thread(resumed_) : general_thread();
  if (!chosen) return reply("E03");
  if (!address.empty()) {
    const auto pc = take_number(address);
    if (!pc) return reply("E16");
    const StandStill still(vm_);
    std::string bytes;
    for (unsigned i = 0; i < register_size(*chosen->hart, kProgramCounter); ++i)
      bytes += static_cast<char>(*pc >> (8 * i));
    write_register(*chosen->hart, kProgramCounter, bytes);
  }
  const ThreadId one{chosen->process, chosen->id};
  const ThreadId all{ThreadId::kAll, ThreadId::kAll};
  resume({{action, action == 's' || resumed_.thread > 0 ? one : all}});
}

void Stub::resume(const std::vector<Order>& orders) {
  if (is_resumed_) return reply("E.the guest runs already");
  if (!give_orders(orders)) return reply("E.no thread would go on");
  has_stopped_ = false;
  if (run("cont")) {
    is_resumed_ = true;
    return;
  }
  let_all_run();
  reply(stop_reply());
}

/// The first order that names a thread is what it does; without one it stands. Harts that gdb has
/// not attached to run whenever one does that it has. False if none would move.
bool Stub::give_orders(const std::vector<Order>& orders) {
  const StandStill still(vm_);
  const std::vector<Thread> threads = all_threads();
  bool any_runs = false;
  bool any_steps = false;
  for (const Thread& thread : threads) {
    if (!is_attached(thread.process)) continue;
    const auto order = std::find_if(orders.begin(), orders.end(), [&](const Order& each) {
      return each.threads.matches(thread);
    });
    HartAction action = HartAction::Stand;
    if (order != orders.end()) {
      const bool is_step = order->action == 's' || order->action == 'S';
      action = is_step ? HartAction::Step : HartAction::Run;
    }
    any_runs |= action == HartAction::Run;
    any_steps |= action == HartAction::Step;
    thread.hart->set_action(action);
  }
  for (const Thread& thread : threads) {
    if (is_attached(thread.process)) continue;
    thread.hart->set_action(any_runs ? HartAction::Run : HartAction::Stand);
  }
  if (any_runs || any_steps) return true;
  for (const Thread& thread : threads) {
    thread.hart->set_action(HartAction::Run);
  }
  return false;
}

void Stub::let_all_run() {
  const StandStill still(vm_);
  for (const Thread& thread : all_threads()) {
    thread.hart->set_action(HartAction::Run);
  }
}

}  // namespace vm::gdb
