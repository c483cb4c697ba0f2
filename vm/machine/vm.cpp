// SPDX-License-Identifier: Apache-2.0

#include "vm/machine/vm.h"

#include <fmt/format.h>

#include "generated/events/run_state.h"
#include "generated/objects/object_table.h"
#include "generated/phases/phases.h"

#include "runtime/loop/event_loop.h"
#include "vm/base/must.h"
#include "vm/devices/device.h"
#include "vm/object/realize_order.h"

namespace vm {
namespace {

Object* add_container(const ObjectFactory& factory, Object& parent, const char* name) {
  return must(parent.add_child(name, must(factory.create("container"))));
}

void collect(Object& object, std::vector<Object*>& objects) {
  objects.push_back(&object);
  for (const auto& child : object.children()) {
    collect(*child, objects);
  }
}

}  // namespace

Vm::Vm(qapi::EventLoop& loop, Hooks hooks)
    : qapi::Context(api::phase_table()),
      loop_(loop),
      hooks_(std::move(hooks)),
      clock_(loop, machine_lock_),
      factory_(*this, object_table()),
      root_(must(factory_.create("container"))),
      objects_(add_container(factory_, *root_, "objects")),
      machine_(add_container(factory_, *root_, "machine")),
      builder_(std::make_unique<Builder>(*root_, factory_, undo())) {
  must(root_->configure());
  must(root_->realize());
}

Vm::~Vm() {
  std::lock_guard lock(machine_lock_);
  stop_guest();
  root_->unrealize();
}

bool Vm::is_ready() const {
  return api::group(api::to_vm_phase(phases().now())) == api::VmPhaseGroup::MachineReady;
}

Result<> Vm::set_accelerator(std::string_view type) {
  TRY(factory_.expect(type, "accel"));
  auto object = TRY(factory_.create(type));
  auto* accelerator = static_cast<Accelerator*>(object.get());
  TRY(accelerator->accepts_host());
  TRY(root_->add_child("accel", std::move(object)));
  undo().add([this, accelerator] {
    accelerator_ = nullptr;
    root_->remove_child(*accelerator);
  });
  TRY(accelerator->configure());
  TRY(accelerator->realize());
  accelerator_ = accelerator;
  return {};
}

Result<> Vm::start_guest() {
  TRY(accelerator_->start(*machine_));
  clock_.start();
  return {};
}

void Vm::stop_guest() {
  if (accelerator_ != nullptr) accelerator_->stop();
  clock_.stop();
}

void Vm::reset_machine() {
  std::vector<Object*> objects;
  collect(*machine_, objects);
  // They were realized in an order of their links, so there is one.
  for (Object* object : must(realize_order(objects))) {
    if (auto* device = dynamic_cast<Device*>(object)) device->reset();
  }
}

void Vm::end(int exit_status, api::ShutdownCause cause, bool guest) {
  stop_guest();
  if (!guest) api::emit_shutdown(events(), {.guest = false, .reason = cause});
  hooks_.end(exit_status);
}

// The guest's requests come from a CPU thread, inside of an access to a device. They are carried
// out by the main thread, when the CPUs have stopped.

void Vm::request(std::function<void()> task) {
  accelerator_->halt();
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

void Vm::request_quit() {
  loop_.post([this] {
    std::lock_guard lock(machine_lock_);
    end(0, api::ShutdownCause::HostUi, false);
  });
}

void Vm::log_guest(std::string_view object_path, std::string_view message) {
  fmt::print(stderr, "guest: {}: {}\n", object_path, message);
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

GuestPause::GuestPause(Vm& vm)
    : vm_(vm),
      was_running_(vm.accelerator() != nullptr && vm.accelerator()->is_running()) {
  if (was_running_) vm_.stop_guest();
}

GuestPause::~GuestPause() {
  if (was_running_) must(vm_.start_guest());
}

}  // namespace vm
