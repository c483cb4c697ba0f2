// SPDX-License-Identifier: Apache-2.0
//
// Vm is the emulator that command functions work on: the tree of objects, the machine that was
// chosen, guest time, and what happens when the guest ends. Where it stands is in phases(); what it
// did, in events().

#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "generated/types/accel.h"
#include "generated/types/run_state.h"

#include "runtime/dispatch/context.h"
#include "vm/accel/accelerator.h"
#include "vm/base/clock.h"
#include "vm/machine/builder.h"
#include "vm/machine/plan.h"
#include "vm/object/object.h"
#include "vm/object/object_factory.h"
#include "vm/object/platform.h"

namespace vm {

/// What follows when the guest ends: see set-action.
struct EndActions {
  api::RebootAction reboot = api::RebootAction::Reset;
  api::ShutdownAction shutdown = api::ShutdownAction::Poweroff;
  api::PanicAction panic = api::PanicAction::ExitFailure;
};

class Vm final : public qapi::Context, public Platform {
 public:
  /// What of the program around it a command may need.
  struct Hooks {
    std::function<Result<>(const std::string& listen)> add_monitor;
    std::function<void(int exit_status)> end;  ///< after answers that are due have been sent
  };

  Vm(qapi::EventLoop& loop, Hooks hooks);
  ~Vm() override;

  // Fixed places in the tree.
  Object& root() { return *root_; }
  Object& objects() { return *objects_; }
  Object& machine() { return *machine_; }

  Builder& builder() { return *builder_; }

  /// From machine-created on.
  std::optional<machine::Plan>& plan() { return plan_; }

  /// From accel-created on.
  std::optional<api::AccelChoice>& accel_choice() { return accel_choice_; }
  Accelerator* accelerator() const { return accelerator_; }
  Result<> set_accelerator(std::string_view type);

  EndActions& end_actions() { return end_actions_; }
  const Hooks& hooks() const { return hooks_; }

  /// True from machine-ready on: what is added now is hot-plugged.
  bool is_ready() const;

  // The guest and its time.
  Result<> start_guest();
  void stop_guest();

  /// Returns all devices to power-on, in the order of their links. The guest is stopped.
  void reset_machine();

  /// Ends the process with this status, once what is due has been said.
  void end(int exit_status, api::ShutdownCause cause, bool guest);

  std::unique_lock<std::mutex> exclusive() override { return std::unique_lock(machine_lock_); }

  // Platform
  qapi::EventLoop& loop() override { return loop_; }
  VirtualClock& clock() override { return clock_; }
  std::mutex& machine_lock() override { return machine_lock_; }
  const ObjectFactory& factory() override { return factory_; }
  void request_shutdown(GuestEnd end, int exit_status) override;
  void request_reset() override;
  void request_quit() override;
  void log_guest(std::string_view object_path, std::string_view message) override;

 private:
  void request(std::function<void()> task);
  void guest_powered_off(int exit_status);
  void guest_panicked();
  void guest_wants_reset();

  qapi::EventLoop& loop_;
  Hooks hooks_;
  std::mutex machine_lock_;
  VirtualClock clock_;
  ObjectFactory factory_;
  std::unique_ptr<Object> root_;
  Object* objects_ = nullptr;
  Object* machine_ = nullptr;
  Accelerator* accelerator_ = nullptr;
  std::unique_ptr<Builder> builder_;
  std::optional<machine::Plan> plan_;
  std::optional<api::AccelChoice> accel_choice_;
  EndActions end_actions_;
};

/// Stops the guest while the map and the wires change, and lets it go on afterwards.
class GuestPause {
 public:
  explicit GuestPause(Vm& vm);
  ~GuestPause();
  GuestPause(const GuestPause&) = delete;
  GuestPause& operator=(const GuestPause&) = delete;

 private:
  Vm& vm_;
  bool was_running_;
};

}  // namespace vm
