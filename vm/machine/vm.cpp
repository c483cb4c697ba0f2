// SPDX-License-Identifier: Apache-2.0

#include "vm/machine/vm.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "generated/events/run_state.h"
#include "generated/objects/object_table.h"
#include "generated/phases/phases.h"

#include "runtime/base/print.h"
#include "runtime/json/json.h"
#include "runtime/loop/event_loop.h"
#include "vm/backends/block.h"
#include "vm/backends/chardev.h"
#include "vm/base/must.h"
#include "vm/devices/device.h"
#include "vm/devices/riscv_hart.h"
#include "vm/devices/sleeper.h"
#include "vm/machine/jobs.h"
#include "vm/machine/migration.h"
#include "vm/machine/monitor_line.h"
#include "vm/machine/own_words.h"
#include "vm/machine/save_stream.h"
#include "vm/machine/snapshots.h"
#include "vm/object/gather.h"
#include "vm/object/property_access.h"
#include "vm/object/realize_order.h"

namespace vm {
namespace {

Object* add_container(const ObjectFactory& factory, Object& parent, const char* name) {
  return must(parent.add_child(name, must(factory.create("container"))));
}

/// What devices have asked of disks, and what they still ask for meanwhile.
void finish_disk_requests(Object& root) {
  for (Blockdev* node : gather<Blockdev>(root)) {
    node->finish_all();
  }
}

bool any_hart_runs(Object& machine) {
  const std::vector<RiscvHart*> harts = gather<RiscvHart>(machine);
  const auto runs = [](const RiscvHart* hart) { return hart->action() == HartAction::Run; };
  return harts.empty() || std::any_of(harts.begin(), harts.end(), runs);
}

}  // namespace

Vm::Vm(qapi::EventLoop& loop, const qapi::ProgramTables& tables)
    : qapi::ProgramContext(tables),
      loop_(loop),
      guest_log_(qapi::print_note),
      clock_(loop, machine_lock_),
      factory_(*this, object_table(), path_aliases()),
      root_(must(factory_.create("container"))),
      objects_(add_container(factory_, *root_, "objects")),
      machine_(add_container(factory_, *root_, "machine")),
      builder_(std::make_unique<Builder>(*root_, factory_, undo())),
      jobs_(std::make_unique<Jobs>(*this)),
      migration_(std::make_unique<Migration>(*this)),
      snapshots_(std::make_unique<Snapshots>(*this)) {
  must(root_->configure());
  must(root_->realize());
  phases().subscribe([this](qapi::Phase from, qapi::Phase to, std::string_view) {
    phase_changed(static_cast<api::VmPhase>(from), static_cast<api::VmPhase>(to));
  });
}

Vm::~Vm() {
  debug_servers_.clear();
  monitor_lines_.clear();
  std::lock_guard lock(machine_lock_);
  stop_guest();
  root_->unrealize();
}

std::vector<std::pair<std::string, std::string>> Vm::summary() const {
  std::vector<std::pair<std::string, std::string>> lines;
  if (plan_) lines.emplace_back("machine", plan_->machine);
  if (accel_choice_) lines.emplace_back("accelerator", accel_choice_->accel);
  for (const auto& object : objects_->children()) {
    if (!object->type().is_a("chardev")) continue;
    const auto& chardev = static_cast<const Chardev&>(*object);
    lines.emplace_back("chardev", fmt::format("{} at {}", object->name(), chardev.filename()));
  }
  return lines;
}

Result<std::optional<qapi::PhaseSet>> Vm::walk_target(const qapi::Invocation& invocation) const {
  if (invocation.command() == "x-exit-preconfig") return goal();
  return ProgramContext::walk_target(invocation);
}

Result<std::optional<qapi::Invocation>> Vm::in_own_words(const qapi::Invocation& invocation) const {
  if (std::optional<qapi::Invocation> own = with_given(factory_, invocation)) return own;
  return as_connect(*root_, invocation);
}

std::optional<Result<qapi::Line>> Vm::open_line(
    std::string_view address,
    std::string_view monitor
) {
  constexpr std::string_view kChardev = "chardev:";
  if (!address.starts_with(kChardev)) return std::nullopt;
  Result<Chardev*> chardev = find_chardev(objects(), address.substr(kChardev.size()));
  if (!chardev) return tl::unexpected(std::move(chardev).error());
  const auto ended = [this](const MonitorLine& line) {
    std::erase_if(monitor_lines_, [&](const auto& each) { return each.get() == &line; });
  };
  const auto line = std::make_shared<MonitorLine>(*this, ended);
  Result<qapi::Line> opened = line->open(**chardev, monitor);
  if (opened) monitor_lines_.push_back(line);
  return opened;
}

std::vector<qapi::Invocation> Vm::needed_for(const qapi::Invocation& invocation) const {
  return assumed_by(*root_, invocation);
}

Result<> Vm::set_accelerator(std::string_view type, const qapi::Json& properties) {
  TRY(factory_.expect(type, "accel"));
  auto object = TRY(factory_.create(type));
  auto* accelerator = static_cast<Accelerator*>(object.get());
  TRY(accelerator->accepts_host());
  TRY(root_->add_child("accel", std::move(object)));
  undo().add([this, accelerator] {
    accelerator_ = nullptr;
    root_->remove_child(*accelerator);
  });
  for (const auto& [name, value] : properties.items()) {
    TRY(set_property(*accelerator, name, value, qapi::Spelling::Json));
  }
  TRY(accelerator->configure());
  TRY(accelerator->realize());
  accelerator_ = accelerator;
  return {};
}

Result<> Vm::start_guest() {
  if (std::exchange(is_reset_due_, false)) reset_machine();
  for (Sleeper* sleeper : gather<Sleeper>(*machine_)) {
    sleeper->on_wakeup();
  }
  TRY(accelerator_->start(*machine_));
  // While harts only step, as a person tells them to, no time passes.
  if (any_hart_runs(*machine_)) clock_.start();
  return {};
}

void Vm::stop_guest() {
  if (accelerator_ != nullptr) accelerator_->stop();
  clock_.stop();
  // From now on nothing changes the guest: what is saved of it is whole, and the disk goes with it.
  finish_disk_requests(*objects_);
}

api::VmPhase Vm::hold_guest() {
  const api::VmPhase phase = api::vm_phase(*this);
  stop_guest();
  if (api::is_running(phase)) api::emit_stop(events());
  return phase;
}

void Vm::let_guest_go_on(api::VmPhase phase) {
  if (api::is_suspended(phase)) clock_.start();
  if (!api::is_running(phase)) return;
  must(start_guest());  // it ran just now, so it can again
  api::emit_resume(events());
}

void Vm::guest_arrived(const machine::SavedTime& time) {
  if (time.running) {
    must(start_guest());
    api::guest_arrive(*this);
  } else if (time.suspended) {
    clock_.start();
    api::guest_arrive_suspended(*this);
  } else {
    api::guest_arrive_paused(*this);
  }
}

void Vm::reset_machine() {
  reset(*machine_);
}

void Vm::reset(Object& top) {
  // They were realized in an order of their links, so there is one.
  for (Object* object : must(realize_order(gather<Object>(top)))) {
    if (auto* device = dynamic_cast<Device*>(object)) device->reset();
  }
}

void Vm::reset_machine_on_commit() {
  is_reset_due_ = true;
  undo().add([this] { is_reset_due_ = false; });
  undo().on_commit([this] {
    const GuestPause pause(*this);
    if (std::exchange(is_reset_due_, false)) reset_machine();
  });
}

bool Vm::is_at_work() const {
  // While it sleeps, too.
  // A debugger may come.
  return clock_.is_running() || migration_->is_under_way() || snapshots_->is_at_work() ||
         !debug_servers_.empty();
}

void Vm::end(qapi::EndCause cause) {
  bool by_command = cause == qapi::EndCause::Quit;
  end(0, by_command ? api::ShutdownCause::HostQmpQuit : api::ShutdownCause::HostSignal, false);
}

void Vm::end_with_error(const std::string& message) {
  qapi::print_note(fmt::format("{}: {}", tables().cli.program, message));
  end(1, api::ShutdownCause::HostError, false);
}

/// Ends the process with this status, once what is due has been said.
void Vm::end(int exit_status, api::ShutdownCause cause, bool guest) {
  stop_guest();
  if (!guest) api::emit_shutdown(events(), {.guest = false, .reason = cause});
  for (const auto& server : debug_servers_) {
    server->program_ends(exit_status);
  }
  hooks().end(exit_status);
}

GuestPause::GuestPause(Vm& vm)
    : vm_(vm),
      was_running_(vm.accelerator() != nullptr && vm.accelerator()->is_running()) {
  if (was_running_) vm_.stop_guest();
}

GuestPause::~GuestPause() {
  if (was_running_) must(vm_.start_guest());
}

}  // namespace vm
