// Generated from schema/ by codegen/templates/phases.cpp.j2.  Do not edit.

#include "generated/phases/phases.h"

#include <iterator>

#include "generated/commands/command_table.h"
#include "generated/events/block_core.h"
#include "generated/events/char.h"
#include "generated/events/debug.h"
#include "generated/events/run_state.h"

#include "runtime/dispatch/context.h"
#include "runtime/dispatch/step_table.h"

namespace api {

namespace {

constexpr std::string_view kVmPhaseNames[] = {
    "no-machine",     "machine-created", "accel-created", "machine-initialized",
    "prelaunch",      "inmigrate",       "running",       "paused",
    "suspended",      "debug",           "io-error",      "internal-error",
    "guest-panicked", "watchdog",        "shutdown",      "finish-migrate",
    "postmigrate",    "save-vm",         "restore-vm",
};

constexpr qapi::PhaseGroup kVmPhaseGroups[] = {
    {
        .name = "no-machine",
        .leaves = in(VmPhase::NoMachine),
    },
    {
        .name = "machine-created",
        .leaves = in(VmPhase::MachineCreated),
    },
    {
        .name = "accel-created",
        .leaves = in(VmPhase::AccelCreated),
    },
    {
        .name = "machine-initialized",
        .leaves = in(VmPhase::MachineInitialized),
    },
    {
        .name = "machine-ready",
        .leaves = kMachineReady,
        .view = "RunState",
        .before = to_phase(VmPhase::Prelaunch),
    },
};

constexpr qapi::Move kGuestSuspendMoves[] = {
    {.from = in(VmPhase::Running), .to = in(VmPhase::Suspended)},
};

constexpr qapi::Move kGuestWakeupMoves[] = {
    {.from = in(VmPhase::Suspended), .to = in(VmPhase::Running)},
};

constexpr qapi::Move kWatchdogExpireMoves[] = {
    {.from = in(VmPhase::Running), .to = in(VmPhase::Watchdog)},
};

constexpr qapi::Move kTrapLoopMoves[] = {
    {.from = in(VmPhase::Running), .to = in(VmPhase::InternalError)},
};

constexpr qapi::Move kGuestShutdownMoves[] = {
    {.from = in(VmPhase::Running), .to = in(VmPhase::Shutdown)},
};

constexpr qapi::Move kGuestResetMoves[] = {
    {.from = in(VmPhase::Running), .to = in(VmPhase::Running)},
};

constexpr qapi::Move kGuestPanicMoves[] = {
    {.from = in(VmPhase::Running), .to = in(VmPhase::GuestPanicked)},
};

constexpr qapi::Move kBreakpointHitMoves[] = {
    {.from = in(VmPhase::Running), .to = in(VmPhase::Debug)},
};

constexpr qapi::Move kWatchpointHitMoves[] = {
    {.from = in(VmPhase::Running), .to = in(VmPhase::Debug)},
};

constexpr qapi::Move kStepDoneMoves[] = {
    {.from = in(VmPhase::Running), .to = in(VmPhase::Debug)},
};

constexpr qapi::Move kMigrationStopMoves[] = {
    {.from = in(VmPhase::Prelaunch, VmPhase::Running, VmPhase::Paused, VmPhase::Suspended),
     .to = in(VmPhase::FinishMigrate)},
};

constexpr qapi::Move kMigrationCompleteMoves[] = {
    {.from = in(VmPhase::FinishMigrate), .to = in(VmPhase::Postmigrate)},
};

constexpr qapi::Move kMigrationReturnMoves[] = {
    {.from = in(VmPhase::FinishMigrate),
     .to = in(VmPhase::Prelaunch, VmPhase::Running, VmPhase::Paused, VmPhase::Suspended)},
};

constexpr qapi::Move kGuestArriveMoves[] = {
    {.from = in(VmPhase::Inmigrate, VmPhase::RestoreVm), .to = in(VmPhase::Running)},
};

constexpr qapi::Move kGuestArrivePausedMoves[] = {
    {.from = in(VmPhase::Inmigrate, VmPhase::RestoreVm), .to = in(VmPhase::Paused)},
};

constexpr qapi::Move kGuestArriveSuspendedMoves[] = {
    {.from = in(VmPhase::Inmigrate), .to = in(VmPhase::Suspended)},
};

constexpr qapi::Move kSnapshotSaveEndMoves[] = {
    {.from = in(VmPhase::SaveVm), .to = in(VmPhase::Running, VmPhase::Paused)},
};

constexpr qapi::Move kSnapshotLoadFailMoves[] = {
    {.from = in(VmPhase::RestoreVm),
     .to = in(VmPhase::Prelaunch, VmPhase::Running, VmPhase::Paused)},
};

constexpr qapi::Move kIoErrorStopMoves[] = {
    {.from = in(VmPhase::Running), .to = in(VmPhase::IoError)},
};

constexpr qapi::Move kBlockIoErrorStopMoves[] = {
    {.from = in(VmPhase::Running), .to = in(VmPhase::IoError)},
};

constexpr qapi::Transition kVmPhaseTransitions[] = {
    {
        .name = "guest-suspend",
        .moves = kGuestSuspendMoves,
        .emits = "SUSPEND",
    },
    {
        .name = "guest-wakeup",
        .moves = kGuestWakeupMoves,
        .emits = "WAKEUP",
    },
    {
        .name = "watchdog-expire",
        .moves = kWatchdogExpireMoves,
        .emits = "WATCHDOG",
    },
    {
        .name = "trap-loop",
        .moves = kTrapLoopMoves,
        .emits = "TRAP_LOOP",
    },
    {
        .name = "guest-shutdown",
        .moves = kGuestShutdownMoves,
        .emits = "SHUTDOWN",
    },
    {
        .name = "guest-reset",
        .moves = kGuestResetMoves,
        .emits = "RESET",
    },
    {
        .name = "guest-panic",
        .moves = kGuestPanicMoves,
        .emits = "GUEST_PANICKED",
    },
    {
        .name = "breakpoint-hit",
        .moves = kBreakpointHitMoves,
        .emits = "BREAKPOINT",
    },
    {
        .name = "watchpoint-hit",
        .moves = kWatchpointHitMoves,
        .emits = "WATCHPOINT",
    },
    {
        .name = "step-done",
        .moves = kStepDoneMoves,
    },
    {
        .name = "migration-stop",
        .moves = kMigrationStopMoves,
    },
    {
        .name = "migration-complete",
        .moves = kMigrationCompleteMoves,
    },
    {
        .name = "migration-return",
        .moves = kMigrationReturnMoves,
    },
    {
        .name = "guest-arrive",
        .moves = kGuestArriveMoves,
        .emits = "RESUME",
    },
    {
        .name = "guest-arrive-paused",
        .moves = kGuestArrivePausedMoves,
    },
    {
        .name = "guest-arrive-suspended",
        .moves = kGuestArriveSuspendedMoves,
    },
    {
        .name = "snapshot-save-end",
        .moves = kSnapshotSaveEndMoves,
    },
    {
        .name = "snapshot-load-fail",
        .moves = kSnapshotLoadFailMoves,
    },
    {
        .name = "io-error-stop",
        .moves = kIoErrorStopMoves,
        .emits = "CHARDEV_IO_ERROR",
    },
    {
        .name = "block-io-error-stop",
        .moves = kBlockIoErrorStopMoves,
        .emits = "BLOCK_IO_ERROR",
    },
};

constexpr auto kVmPhaseSteps = qapi::step_table<std::size(kVmPhaseNames)>({
    {to_phase(VmPhase::NoMachine),
     in(VmPhase::MachineCreated,
        VmPhase::AccelCreated,
        VmPhase::MachineInitialized,
        VmPhase::Prelaunch,
        VmPhase::Running),
     row(CommandRow::MachineSet)},
    {to_phase(VmPhase::MachineCreated),
     in(VmPhase::AccelCreated, VmPhase::MachineInitialized, VmPhase::Prelaunch, VmPhase::Running),
     row(CommandRow::AccelSet)},
    {to_phase(VmPhase::AccelCreated),
     in(VmPhase::MachineInitialized, VmPhase::Prelaunch, VmPhase::Running),
     row(CommandRow::MachineInit)},
    {to_phase(VmPhase::MachineInitialized),
     in(VmPhase::Prelaunch, VmPhase::Running),
     row(CommandRow::MachineDone)},
    {to_phase(VmPhase::Prelaunch), in(VmPhase::Running), row(CommandRow::Cont)},
    {to_phase(VmPhase::Paused), in(VmPhase::Running), row(CommandRow::Cont)},
    {to_phase(VmPhase::Suspended), in(VmPhase::Running), row(CommandRow::SystemWakeup)},
    {to_phase(VmPhase::Debug), in(VmPhase::Running), row(CommandRow::Cont)},
    {to_phase(VmPhase::IoError), in(VmPhase::Running), row(CommandRow::Cont)},
    {to_phase(VmPhase::Watchdog), in(VmPhase::Running), row(CommandRow::Cont)},
    {to_phase(VmPhase::Postmigrate), in(VmPhase::Running), row(CommandRow::Cont)},
});

}  // namespace

const qapi::PhaseTable& phase_table() {
  static constexpr qapi::PhaseTable table = {
      .name = "VmPhase",
      .names = kVmPhaseNames,
      .groups = kVmPhaseGroups,
      .transitions = kVmPhaseTransitions,
      .next_step = kVmPhaseSteps,
      .goal = to_phase(VmPhase::Running),
  };
  return table;
}

VmPhaseGroup group(VmPhase phase) {
  switch (phase) {
    case VmPhase::NoMachine: return VmPhaseGroup::NoMachine;
    case VmPhase::MachineCreated: return VmPhaseGroup::MachineCreated;
    case VmPhase::AccelCreated: return VmPhaseGroup::AccelCreated;
    case VmPhase::MachineInitialized: return VmPhaseGroup::MachineInitialized;
    case VmPhase::Prelaunch:
    case VmPhase::Inmigrate:
    case VmPhase::Running:
    case VmPhase::Paused:
    case VmPhase::Suspended:
    case VmPhase::Debug:
    case VmPhase::IoError:
    case VmPhase::InternalError:
    case VmPhase::GuestPanicked:
    case VmPhase::Watchdog:
    case VmPhase::Shutdown:
    case VmPhase::FinishMigrate:
    case VmPhase::Postmigrate:
    case VmPhase::SaveVm:
    case VmPhase::RestoreVm: return VmPhaseGroup::MachineReady;
  }
  __builtin_unreachable();
}

RunState run_state(VmPhase phase) {
  switch (phase) {
    case VmPhase::NoMachine:
    case VmPhase::MachineCreated:
    case VmPhase::AccelCreated:
    case VmPhase::MachineInitialized:
    case VmPhase::Prelaunch: return RunState::Prelaunch;
    case VmPhase::Inmigrate: return RunState::Inmigrate;
    case VmPhase::Running: return RunState::Running;
    case VmPhase::Paused: return RunState::Paused;
    case VmPhase::Suspended: return RunState::Suspended;
    case VmPhase::Debug: return RunState::Debug;
    case VmPhase::IoError: return RunState::IoError;
    case VmPhase::InternalError: return RunState::InternalError;
    case VmPhase::GuestPanicked: return RunState::GuestPanicked;
    case VmPhase::Watchdog: return RunState::Watchdog;
    case VmPhase::Shutdown: return RunState::Shutdown;
    case VmPhase::FinishMigrate: return RunState::FinishMigrate;
    case VmPhase::Postmigrate: return RunState::Postmigrate;
    case VmPhase::SaveVm: return RunState::SaveVm;
    case VmPhase::RestoreVm: return RunState::RestoreVm;
  }
  __builtin_unreachable();
}

VmPhase vm_phase(const qapi::Context& context) {
  return to_vm_phase(context.phases().now());
}

void guest_suspend(qapi::Context& context) {
  context.phases().move(kGuestSuspendMoves, to_phase(VmPhase::Suspended), "guest-suspend");
  emit_suspend(context.events());
}

bool can_guest_suspend(const qapi::Context& context) {
  return in(VmPhase::Running).contains(context.phases().now());
}

void guest_wakeup(qapi::Context& context) {
  context.phases().move(kGuestWakeupMoves, to_phase(VmPhase::Running), "guest-wakeup");
  emit_wakeup(context.events());
}

bool can_guest_wakeup(const qapi::Context& context) {
  return in(VmPhase::Suspended).contains(context.phases().now());
}

void watchdog_expire(qapi::Context& context, const WatchdogEvent& event) {
  context.phases().move(kWatchdogExpireMoves, to_phase(VmPhase::Watchdog), "watchdog-expire");
  emit_watchdog(context.events(), event);
}

bool can_watchdog_expire(const qapi::Context& context) {
  return in(VmPhase::Running).contains(context.phases().now());
}

void trap_loop(qapi::Context& context, const TrapLoopEvent& event) {
  context.phases().move(kTrapLoopMoves, to_phase(VmPhase::InternalError), "trap-loop");
  emit_trap_loop(context.events(), event);
}

bool can_trap_loop(const qapi::Context& context) {
  return in(VmPhase::Running).contains(context.phases().now());
}

void guest_shutdown(qapi::Context& context, const ShutdownEvent& event) {
  context.phases().move(kGuestShutdownMoves, to_phase(VmPhase::Shutdown), "guest-shutdown");
  emit_shutdown(context.events(), event);
}

bool can_guest_shutdown(const qapi::Context& context) {
  return in(VmPhase::Running).contains(context.phases().now());
}

void guest_reset(qapi::Context& context, const ResetEvent& event) {
  context.phases().move(kGuestResetMoves, to_phase(VmPhase::Running), "guest-reset");
  emit_reset(context.events(), event);
}

bool can_guest_reset(const qapi::Context& context) {
  return in(VmPhase::Running).contains(context.phases().now());
}

void guest_panic(qapi::Context& context, const GuestPanickedEvent& event) {
  context.phases().move(kGuestPanicMoves, to_phase(VmPhase::GuestPanicked), "guest-panic");
  emit_guest_panicked(context.events(), event);
}

bool can_guest_panic(const qapi::Context& context) {
  return in(VmPhase::Running).contains(context.phases().now());
}

void breakpoint_hit(qapi::Context& context, const BreakpointEvent& event) {
  context.phases().move(kBreakpointHitMoves, to_phase(VmPhase::Debug), "breakpoint-hit");
  emit_breakpoint(context.events(), event);
}

bool can_breakpoint_hit(const qapi::Context& context) {
  return in(VmPhase::Running).contains(context.phases().now());
}

void watchpoint_hit(qapi::Context& context, const WatchpointEvent& event) {
  context.phases().move(kWatchpointHitMoves, to_phase(VmPhase::Debug), "watchpoint-hit");
  emit_watchpoint(context.events(), event);
}

bool can_watchpoint_hit(const qapi::Context& context) {
  return in(VmPhase::Running).contains(context.phases().now());
}

void step_done(qapi::Context& context) {
  context.phases().move(kStepDoneMoves, to_phase(VmPhase::Debug), "step-done");
}

bool can_step_done(const qapi::Context& context) {
  return in(VmPhase::Running).contains(context.phases().now());
}

void migration_stop(qapi::Context& context) {
  context.phases().move(kMigrationStopMoves, to_phase(VmPhase::FinishMigrate), "migration-stop");
}

bool can_migration_stop(const qapi::Context& context) {
  return in(VmPhase::Prelaunch, VmPhase::Running, VmPhase::Paused, VmPhase::Suspended)
      .contains(context.phases().now());
}

void migration_complete(qapi::Context& context) {
  context.phases()
      .move(kMigrationCompleteMoves, to_phase(VmPhase::Postmigrate), "migration-complete");
}

bool can_migration_complete(const qapi::Context& context) {
  return in(VmPhase::FinishMigrate).contains(context.phases().now());
}

void migration_return(qapi::Context& context, VmPhase to) {
  context.phases().move(kMigrationReturnMoves, to_phase(to), "migration-return");
}

bool can_migration_return(const qapi::Context& context) {
  return in(VmPhase::FinishMigrate).contains(context.phases().now());
}

void guest_arrive(qapi::Context& context) {
  context.phases().move(kGuestArriveMoves, to_phase(VmPhase::Running), "guest-arrive");
  emit_resume(context.events());
}

bool can_guest_arrive(const qapi::Context& context) {
  return in(VmPhase::Inmigrate, VmPhase::RestoreVm).contains(context.phases().now());
}

void guest_arrive_paused(qapi::Context& context) {
  context.phases().move(kGuestArrivePausedMoves, to_phase(VmPhase::Paused), "guest-arrive-paused");
}

bool can_guest_arrive_paused(const qapi::Context& context) {
  return in(VmPhase::Inmigrate, VmPhase::RestoreVm).contains(context.phases().now());
}

void guest_arrive_suspended(qapi::Context& context) {
  context.phases()
      .move(kGuestArriveSuspendedMoves, to_phase(VmPhase::Suspended), "guest-arrive-suspended");
}

bool can_guest_arrive_suspended(const qapi::Context& context) {
  return in(VmPhase::Inmigrate).contains(context.phases().now());
}

void snapshot_save_end(qapi::Context& context, VmPhase to) {
  context.phases().move(kSnapshotSaveEndMoves, to_phase(to), "snapshot-save-end");
}

bool can_snapshot_save_end(const qapi::Context& context) {
  return in(VmPhase::SaveVm).contains(context.phases().now());
}

void snapshot_load_fail(qapi::Context& context, VmPhase to) {
  context.phases().move(kSnapshotLoadFailMoves, to_phase(to), "snapshot-load-fail");
}

bool can_snapshot_load_fail(const qapi::Context& context) {
  return in(VmPhase::RestoreVm).contains(context.phases().now());
}

void io_error_stop(qapi::Context& context, const ChardevIoErrorEvent& event) {
  context.phases().move(kIoErrorStopMoves, to_phase(VmPhase::IoError), "io-error-stop");
  emit_chardev_io_error(context.events(), event);
}

bool can_io_error_stop(const qapi::Context& context) {
  return in(VmPhase::Running).contains(context.phases().now());
}

void block_io_error_stop(qapi::Context& context, const BlockIoErrorEvent& event) {
  context.phases().move(kBlockIoErrorStopMoves, to_phase(VmPhase::IoError), "block-io-error-stop");
  emit_block_io_error(context.events(), event);
}

bool can_block_io_error_stop(const qapi::Context& context) {
  return in(VmPhase::Running).contains(context.phases().now());
}

namespace {

constexpr std::string_view kObjectLifeNames[] = {
    "created",
    "configured",
    "realized",
    "unrealized",
    "destroyed",
};

constexpr qapi::PhaseGroup kObjectLifeGroups[] = {
    {
        .name = "created",
        .leaves = in(ObjectLife::Created),
    },
    {
        .name = "configured",
        .leaves = in(ObjectLife::Configured),
    },
    {
        .name = "realized",
        .leaves = in(ObjectLife::Realized),
    },
    {
        .name = "unrealized",
        .leaves = in(ObjectLife::Unrealized),
    },
    {
        .name = "destroyed",
        .leaves = in(ObjectLife::Destroyed),
    },
};

constexpr qapi::Move kObjectConfigureMoves[] = {
    {.from = in(ObjectLife::Created), .to = in(ObjectLife::Configured)},
};

constexpr qapi::Move kObjectRealizeMoves[] = {
    {.from = in(ObjectLife::Configured), .to = in(ObjectLife::Realized)},
};

constexpr qapi::Move kObjectUnrealizeMoves[] = {
    {.from = in(ObjectLife::Realized), .to = in(ObjectLife::Unrealized)},
};

constexpr qapi::Move kObjectReturnMoves[] = {
    {.from = in(ObjectLife::Unrealized), .to = in(ObjectLife::Configured)},
};

constexpr qapi::Move kObjectDestroyMoves[] = {
    {.from = in(ObjectLife::Created, ObjectLife::Configured, ObjectLife::Unrealized),
     .to = in(ObjectLife::Destroyed)},
};

constexpr qapi::Transition kObjectLifeTransitions[] = {
    {
        .name = "object-configure",
        .moves = kObjectConfigureMoves,
    },
    {
        .name = "object-realize",
        .moves = kObjectRealizeMoves,
    },
    {
        .name = "object-unrealize",
        .moves = kObjectUnrealizeMoves,
    },
    {
        .name = "object-return",
        .moves = kObjectReturnMoves,
    },
    {
        .name = "object-destroy",
        .moves = kObjectDestroyMoves,
    },
};

}  // namespace

const qapi::PhaseTable& object_life_table() {
  static constexpr qapi::PhaseTable table = {
      .name = "ObjectLife",
      .names = kObjectLifeNames,
      .groups = kObjectLifeGroups,
      .transitions = kObjectLifeTransitions,
      .next_step = {},
  };
  return table;
}

ObjectLifeGroup group(ObjectLife phase) {
  switch (phase) {
    case ObjectLife::Created: return ObjectLifeGroup::Created;
    case ObjectLife::Configured: return ObjectLifeGroup::Configured;
    case ObjectLife::Realized: return ObjectLifeGroup::Realized;
    case ObjectLife::Unrealized: return ObjectLifeGroup::Unrealized;
    case ObjectLife::Destroyed: return ObjectLifeGroup::Destroyed;
  }
  __builtin_unreachable();
}

}  // namespace api
