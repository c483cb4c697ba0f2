// SPDX-License-Identifier: Apache-2.0

#include "vm/gdb/stub.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "generated/phases/phases.h"

#include "vm/devices/riscv_hart.h"
#include "vm/gdb/hex.h"
#include "vm/gdb/packet.h"
#include "vm/gdb/stand_still.h"

namespace vm::gdb {

// By the beginning of a packet; the first that fits holds.
struct Stub::Handler {
  std::string_view begins;
  void (Stub::*handle)(std::string_view arguments);
};

const Stub::Handler* Stub::find_handler(std::string_view packet) {
  static constexpr Handler kHandlers[] = {
      {"!", &Stub::extend},
      {"?", &Stub::tell_why},
      {"c", &Stub::resume_all},
      {"C", &Stub::resume_with_signal},
      {"D", &Stub::detach},
      {"g", &Stub::read_registers},
      {"G", &Stub::write_registers},
      {"H", &Stub::select_thread},
      {"k", &Stub::kill},
      {"m", &Stub::read},
      {"M", &Stub::write},
      {"p", &Stub::read_one_register},
      {"P", &Stub::write_one_register},
      {"qAttached", &Stub::tell_attached},
      {"qC", &Stub::tell_current_thread},
      {"qfThreadInfo", &Stub::list_threads},
      {"qqemu.PhyMemMode", &Stub::tell_memory_mode},
      {"qRcmd,", &Stub::run_command},
      {"qsThreadInfo", &Stub::list_more_threads},
      {"qSupported", &Stub::tell_supported},
      {"qSymbol:", &Stub::look_for_no_symbols},
      {"qThreadExtraInfo,", &Stub::tell_thread_info},
      {"qXfer:features:read:", &Stub::transfer_description},
      {"Qqemu.PhyMemMode:", &Stub::set_memory_mode},
      {"QStartNoAckMode", &Stub::start_no_ack_mode},
      {"s", &Stub::step_one},
      {"S", &Stub::step_with_signal},
      {"T", &Stub::tell_alive},
      {"vAttach;", &Stub::attach},
      {"vCont?", &Stub::tell_actions},
      {"vCont;", &Stub::resume_threads},
      {"vKill;", &Stub::kill_process},
      {"x", &Stub::read_binary},
      {"X", &Stub::write_binary},
      {"z", &Stub::remove_point},
      {"Z", &Stub::insert_point},
      {"", &Stub::tell_nothing},  // an empty answer: it is not known
  };
  return std::find_if(std::begin(kHandlers), std::end(kHandlers), [&](const Handler& handler) {
    return packet.starts_with(handler.begins);
  });
}

Stub::Stub(Vm& vm, std::string name, Peer& peer)
    : vm_(vm),
      peer_(peer),
      origin_{qapi::Origin::Kind::Qmp, std::move(name)} {}

void Stub::arrive() {
  if (!all_threads().empty()) attach_to(1);
}

void Stub::handle(std::string_view packet) {
  const Handler& handler = *find_handler(packet);
  (this->*handler.handle)(packet.substr(handler.begins.size()));
}

void Stub::refuse_long_packet() {
  reply("E.the packet is longer than it may be");
}

/// On gdb's terminal.
void Stub::print(std::string_view text) {
  constexpr size_t kMost = (kMaxPayload - 1) / 2;
  for (; !text.empty(); text.remove_prefix(std::min(kMost, text.size()))) {
    peer_.send("O" + to_hex(text.substr(0, kMost)));
  }
}

// What there is to debug.

std::vector<Thread> Stub::all_threads() const {
  return threads_of(vm_.machine());
}

std::vector<Thread> Stub::attached_threads() const {
  std::vector<Thread> threads = all_threads();
  std::erase_if(threads, [this](const Thread& thread) { return !is_attached(thread.process); });
  return threads;
}

std::optional<Thread> Stub::find_thread(const ThreadId& id) const {
  for (const Thread& thread : all_threads()) {
    // Where it is left open, one that is debugged.
    const bool may_be = id.thread > 0 || id.process > 0 || is_attached(thread.process);
    if (may_be && id.matches(thread)) return thread;
  }
  return std::nullopt;
}

std::optional<Thread> Stub::general_thread() const {
  return find_thread({ThreadId::kAny, general_});
}

std::string Stub::name_of(const Thread& thread) const {
  if (has_processes_) return fmt::format("p{:x}.{:x}", thread.process, thread.id);
  return fmt::format("{:x}", thread.id);
}

// Session.

void Stub::extend(std::string_view) {
  is_extended_ = true;
  reply("OK");
}

void Stub::attach_to(int process) {
  const auto thread = find_thread({process, ThreadId::kAll});
  if (!thread) return;
  attached_.insert(process);
  general_ = thread->id;
  resumed_ = {};
  stop();
}

void Stub::attach(std::string_view arguments) {
  const auto process = take_number(arguments);
  const bool is_there = process && *process != 0 && *process <= INT_MAX &&
                        find_thread({static_cast<int>(*process), ThreadId::kAll});
  if (!is_there) return reply("E.no cluster of harts has that number");
  attach_to(static_cast<int>(*process));
  reply(stop_reply());
}

void Stub::detach_from(int process) {
  const StandStill still(vm_);
  breakpoints_.remove_all(process, all_threads());
  attached_.erase(process);
}

void Stub::leave() {
  // A gdb that has detached already is not who a breakpoint stopped the guest for.
  const bool was_attached = !attached_.empty();
  const std::set<int> processes = attached_;
  for (const int process : processes) {
    detach_from(process);
  }
  is_resumed_ = false;
  const api::VmPhase phase = api::vm_phase(vm_);
  const bool is_ours =
      (api::is_debug(phase) && was_attached) || (api::is_paused(phase) && has_stopped_);
  if (is_ours) run("cont");
  has_stopped_ = false;
}

void Stub::detach(std::string_view arguments) {
  if (!take(arguments, ';')) {
    leave();
    return reply("OK");
  }
  const auto process = take_number(arguments);
  if (!process || *process > INT_MAX || !is_attached(static_cast<int>(*process))) {
    return reply("E.that process is not attached");
  }
  if (attached_.size() == 1) {
    leave();
  } else {
    detach_from(static_cast<int>(*process));
  }
  reply("OK");
}

void Stub::kill(std::string_view) {
  run("quit");
}

void Stub::kill_process(std::string_view) {
  reply("OK");
  run("quit");
}

}  // namespace vm::gdb
