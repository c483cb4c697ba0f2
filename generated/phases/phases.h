// Generated from schema/ by codegen/templates/phases.h.j2.  Do not edit.

#pragma once

#include <concepts>

#include "generated/types/phases.h"

#include "runtime/dispatch/phase.h"

namespace qapi {
class Context;
}  // namespace qapi

namespace api {
struct BlockIoErrorEvent;
struct BreakpointEvent;
struct ChardevIoErrorEvent;
struct GuestPanickedEvent;
struct ResetEvent;
struct ShutdownEvent;
struct TrapLoopEvent;
struct WatchdogEvent;
struct WatchpointEvent;

constexpr qapi::Phase to_phase(VmPhase phase) {
  return static_cast<qapi::Phase>(phase);
}

constexpr VmPhase to_vm_phase(qapi::Phase phase) {
  return static_cast<VmPhase>(phase);
}

/// A set of phases: `in(VmPhase::NoMachine, VmPhase::MachineCreated)`.
template <std::same_as<VmPhase>... Phases>
constexpr qapi::PhaseSet in(VmPhase first, Phases... others) {
  return (qapi::PhaseSet::of(to_phase(first)) | ... | qapi::PhaseSet::of(to_phase(others)));
}

inline constexpr qapi::PhaseSet kAnyPhase =
    in(VmPhase::NoMachine,
       VmPhase::MachineCreated,
       VmPhase::AccelCreated,
       VmPhase::MachineInitialized,
       VmPhase::Prelaunch,
       VmPhase::Inmigrate,
       VmPhase::Running,
       VmPhase::Paused,
       VmPhase::Suspended,
       VmPhase::Debug,
       VmPhase::IoError,
       VmPhase::InternalError,
       VmPhase::GuestPanicked,
       VmPhase::Watchdog,
       VmPhase::Shutdown,
       VmPhase::FinishMigrate,
       VmPhase::Postmigrate,
       VmPhase::SaveVm,
       VmPhase::RestoreVm);

/// the machine is complete; devices that are added from here on are hot-plugged
inline constexpr qapi::PhaseSet kMachineReady =
    in(VmPhase::Prelaunch,
       VmPhase::Inmigrate,
       VmPhase::Running,
       VmPhase::Paused,
       VmPhase::Suspended,
       VmPhase::Debug,
       VmPhase::IoError,
       VmPhase::InternalError,
       VmPhase::GuestPanicked,
       VmPhase::Watchdog,
       VmPhase::Shutdown,
       VmPhase::FinishMigrate,
       VmPhase::Postmigrate,
       VmPhase::SaveVm,
       VmPhase::RestoreVm);

const qapi::PhaseTable& phase_table();

/// The set that a phase belongs to, or the phase itself.
VmPhaseGroup group(VmPhase phase);

/// How machine-ready looks; outside of it, `prelaunch` stands for all phases.
RunState run_state(VmPhase phase);

/// Where a program stands.
VmPhase vm_phase(const qapi::Context& context);

// What a phase belongs to: nobody compares phases by hand.

constexpr bool is_machine_ready(VmPhase phase) {
  return kMachineReady.contains(to_phase(phase));
}

constexpr bool is_no_machine(VmPhase phase) {
  return in(VmPhase::NoMachine).contains(to_phase(phase));
}

constexpr bool is_machine_created(VmPhase phase) {
  return in(VmPhase::MachineCreated).contains(to_phase(phase));
}

constexpr bool is_accel_created(VmPhase phase) {
  return in(VmPhase::AccelCreated).contains(to_phase(phase));
}

constexpr bool is_machine_initialized(VmPhase phase) {
  return in(VmPhase::MachineInitialized).contains(to_phase(phase));
}

constexpr bool is_prelaunch(VmPhase phase) {
  return in(VmPhase::Prelaunch).contains(to_phase(phase));
}

constexpr bool is_inmigrate(VmPhase phase) {
  return in(VmPhase::Inmigrate).contains(to_phase(phase));
}

constexpr bool is_running(VmPhase phase) {
  return in(VmPhase::Running).contains(to_phase(phase));
}

constexpr bool is_paused(VmPhase phase) {
  return in(VmPhase::Paused).contains(to_phase(phase));
}

constexpr bool is_suspended(VmPhase phase) {
  return in(VmPhase::Suspended).contains(to_phase(phase));
}

constexpr bool is_debug(VmPhase phase) {
  return in(VmPhase::Debug).contains(to_phase(phase));
}

constexpr bool is_io_error(VmPhase phase) {
  return in(VmPhase::IoError).contains(to_phase(phase));
}

constexpr bool is_internal_error(VmPhase phase) {
  return in(VmPhase::InternalError).contains(to_phase(phase));
}

constexpr bool is_guest_panicked(VmPhase phase) {
  return in(VmPhase::GuestPanicked).contains(to_phase(phase));
}

constexpr bool is_watchdog(VmPhase phase) {
  return in(VmPhase::Watchdog).contains(to_phase(phase));
}

constexpr bool is_shutdown(VmPhase phase) {
  return in(VmPhase::Shutdown).contains(to_phase(phase));
}

constexpr bool is_finish_migrate(VmPhase phase) {
  return in(VmPhase::FinishMigrate).contains(to_phase(phase));
}

constexpr bool is_postmigrate(VmPhase phase) {
  return in(VmPhase::Postmigrate).contains(to_phase(phase));
}

constexpr bool is_save_vm(VmPhase phase) {
  return in(VmPhase::SaveVm).contains(to_phase(phase));
}

constexpr bool is_restore_vm(VmPhase phase) {
  return in(VmPhase::RestoreVm).contains(to_phase(phase));
}

/// The guest goes to sleep.
void guest_suspend(qapi::Context& context);
bool can_guest_suspend(const qapi::Context& context);

/// A device wakes the guest.
void guest_wakeup(qapi::Context& context);
bool can_guest_wakeup(const qapi::Context& context);

/// The guest lets a watchdog expire, and is to be stopped then.
void watchdog_expire(qapi::Context& context, const WatchdogEvent& event);
bool can_watchdog_expire(const qapi::Context& context);

/// A hart can execute nothing any more, and the guest is to be stopped then.
void trap_loop(qapi::Context& context, const TrapLoopEvent& event);
bool can_trap_loop(const qapi::Context& context);

/// The guest powers the machine off.
void guest_shutdown(qapi::Context& context, const ShutdownEvent& event);
bool can_guest_shutdown(const qapi::Context& context);

/// The guest asks for a reset, and goes on from power-on.
void guest_reset(qapi::Context& context, const ResetEvent& event);
bool can_guest_reset(const qapi::Context& context);

/// The guest reports that it cannot go on.
void guest_panic(qapi::Context& context, const GuestPanickedEvent& event);
bool can_guest_panic(const qapi::Context& context);

/// A hart comes to a breakpoint.
void breakpoint_hit(qapi::Context& context, const BreakpointEvent& event);
bool can_breakpoint_hit(const qapi::Context& context);

/// A hart comes to a watchpoint.
void watchpoint_hit(qapi::Context& context, const WatchpointEvent& event);
bool can_watchpoint_hit(const qapi::Context& context);

/// A hart has executed the one instruction that a debugger told it to.
void step_done(qapi::Context& context);
bool can_step_done(const qapi::Context& context);

/// The other side is there, and the guest stops to be sent.
void migration_stop(qapi::Context& context);
bool can_migration_stop(const qapi::Context& context);

/// The other side has all of the guest.
void migration_complete(qapi::Context& context);
bool can_migration_complete(const qapi::Context& context);

/// The guest stays here after all: it goes on as it was.
void migration_return(qapi::Context& context, VmPhase to);
bool can_migration_return(const qapi::Context& context);

/// All of a guest has come, and it runs.
void guest_arrive(qapi::Context& context);
bool can_guest_arrive(const qapi::Context& context);

/// All of a guest has come, and it waits.
void guest_arrive_paused(qapi::Context& context);
bool can_guest_arrive_paused(const qapi::Context& context);

/// All of a guest has come, and it sleeps.
void guest_arrive_suspended(qapi::Context& context);
bool can_guest_arrive_suspended(const qapi::Context& context);

/// A snapshot is written, or cannot be: the guest goes on as it was.
void snapshot_save_end(qapi::Context& context, VmPhase to);
bool can_snapshot_save_end(const qapi::Context& context);

/// A snapshot cannot be read, and the guest goes on as it was.
void snapshot_load_fail(qapi::Context& context, VmPhase to);
bool can_snapshot_load_fail(const qapi::Context& context);

/// What the guest sent cannot be written, and it is to be stopped then.
void io_error_stop(qapi::Context& context, const ChardevIoErrorEvent& event);
bool can_io_error_stop(const qapi::Context& context);

/// The host cannot do what the guest asked a disk for, and it is to be stopped then.
void block_io_error_stop(qapi::Context& context, const BlockIoErrorEvent& event);
bool can_block_io_error_stop(const qapi::Context& context);

constexpr qapi::Phase to_phase(ObjectLife phase) {
  return static_cast<qapi::Phase>(phase);
}

constexpr ObjectLife to_object_life(qapi::Phase phase) {
  return static_cast<ObjectLife>(phase);
}

/// A set of phases: `in(ObjectLife::Created, ObjectLife::Configured)`.
template <std::same_as<ObjectLife>... Phases>
constexpr qapi::PhaseSet in(ObjectLife first, Phases... others) {
  return (qapi::PhaseSet::of(to_phase(first)) | ... | qapi::PhaseSet::of(to_phase(others)));
}

inline constexpr qapi::PhaseSet kAnyObjectLife =
    in(ObjectLife::Created,
       ObjectLife::Configured,
       ObjectLife::Realized,
       ObjectLife::Unrealized,
       ObjectLife::Destroyed);

const qapi::PhaseTable& object_life_table();

/// The set that a phase belongs to, or the phase itself.
ObjectLifeGroup group(ObjectLife phase);

}  // namespace api
