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
#include <vector>

#include "generated/types/accel.h"
#include "generated/types/run_state.h"

#include "runtime/program/program_context.h"
#include "vm/accel/accelerator.h"
#include "vm/base/clock.h"
#include "vm/machine/builder.h"
#include "vm/machine/debug_server.h"
#include "vm/machine/guest_log.h"
#include "vm/machine/plan.h"
#include "vm/object/object.h"
#include "vm/object/object_factory.h"
#include "vm/object/platform.h"

namespace api {
enum class VmPhase;
}  // namespace api

namespace vm::machine {
struct SavedTime;
}  // namespace vm::machine

namespace vm {

class Jobs;
class Migration;
class MonitorLine;
class Snapshots;

/// What follows when the guest ends: see set-action.
struct EndActions {
  api::RebootAction reboot = api::RebootAction::Reset;
  api::ShutdownAction shutdown = api::ShutdownAction::Poweroff;
  api::PanicAction panic = api::PanicAction::ExitFailure;
  api::WatchdogAction watchdog = api::WatchdogAction::Reset;
  api::TrapLoopAction trap_loop = api::TrapLoopAction::None;
};

class Vm final : public qapi::ProgramContext, public Platform {
 public:
  Vm(qapi::EventLoop& loop, const qapi::ProgramTables& tables);
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
  Result<> set_accelerator(std::string_view type, const qapi::Json& properties);

  EndActions& end_actions() { return end_actions_; }

  Jobs& jobs() { return *jobs_; }
  Migration& migration() { return *migration_; }
  Snapshots& snapshots() { return *snapshots_; }

  /// Who debuggers connect to.
  std::vector<std::shared_ptr<DebugServer>>& debug_servers() { return debug_servers_; }

  /// Why the guest stands in debug.
  const DebugStop& debug_stop() const { return debug_stop_; }

  // The guest and its time.
  Result<> start_guest();
  void stop_guest();

  /// Makes the guest and its time stand still for a while, and gives the phase that it was in.
  api::VmPhase hold_guest();

  /// Lets it go on as it was in that phase, where it is again.
  void let_guest_go_on(api::VmPhase phase);

  /// The machine has become one that was saved: it goes on as that was.
  void guest_arrived(const machine::SavedTime& time);

  /// Ends the process for something that goes on after its command has been answered.
  void end_with_error(const std::string& message);

  /// Returns all devices to power-on, in the order of their links. The guest is stopped.
  void reset_machine();

  /// The same for an object and all that is in it.
  void reset(Object& top);

  /// The same when the command is certain to succeed, for nothing brings back what is lost with it;
  /// at the latest before the guest goes on. A running guest goes on afterwards.
  void reset_machine_on_commit();

  // ProgramContext
  void begin_rehearsal() override { builder_->draft(); }
  void end(qapi::EndCause cause) override;
  bool is_at_work() const override;
  std::vector<std::pair<std::string, std::string>> summary() const override;
  Result<std::optional<qapi::PhaseSet>> walk_target(const qapi::Invocation& invocation
  ) const override;
  Result<std::optional<qapi::Invocation>> in_own_words(const qapi::Invocation& invocation
  ) const override;
  std::optional<Result<qapi::Line>> open_line(std::string_view address, std::string_view monitor)
      override;
  std::vector<qapi::Invocation> needed_for(const qapi::Invocation& invocation) const override;
  std::unique_lock<std::mutex> exclusive() override { return std::unique_lock(machine_lock_); }

  // Platform
  qapi::EventLoop& loop() override { return loop_; }
  qapi::Descriptors& descriptors() override { return Context::descriptors(); }
  VirtualClock& clock() override { return clock_; }
  std::mutex& machine_lock() override { return machine_lock_; }
  const ObjectFactory& factory() override { return factory_; }
  qapi::CompatPolicy compat_policy() const override { return compat(); }
  void note_other_name() override { ledger().note_other_name(); }
  void request_shutdown(GuestEnd end, int exit_status) override;
  void request_reset() override;
  void request_suspend() override;
  void request_wakeup() override;
  void report(Incident incident) override;
  void request_quit() override;
  void log_guest(std::string_view object_path, std::string_view message) override;

 private:
  void end(int exit_status, api::ShutdownCause cause, bool guest);
  void request(std::function<void()> task);
  void post(std::function<void()> task);
  void guest_powered_off(int exit_status);
  void guest_panicked();
  void guest_wants_reset();
  void guest_goes_to_sleep();
  void guest_is_woken();
  void pass_breakpoint(const std::string& path);
  void phase_changed(api::VmPhase from, api::VmPhase to);
  void happened(const BreakpointHit& incident);
  void happened(const WatchpointHit& incident);
  void happened(const StepDone& incident);
  void happened(const TrapLoop& incident);
  void happened(const WatchdogExpired& incident);
  void happened(const OutputFailed& incident);
  void happened(const DiskFailed& incident);
  void happened(const CardReleased& incident);
  void happened(const CardRefused& incident);
  void happened(const BalloonChanged& incident);

  qapi::EventLoop& loop_;
  std::mutex machine_lock_;
  GuestLog guest_log_;
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
  bool is_reset_due_ = false;
  DebugStop debug_stop_;
  std::vector<std::shared_ptr<MonitorLine>> monitor_lines_;  // shared with what it has under way
  std::vector<std::shared_ptr<DebugServer>> debug_servers_;  // shared with the undo log
  std::unique_ptr<Jobs> jobs_;
  std::unique_ptr<Migration> migration_;
  std::unique_ptr<Snapshots> snapshots_;
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
