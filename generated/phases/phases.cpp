// Generated from schema/ by codegen/templates/phases.cpp.j2.  Do not edit.

#include "generated/phases/phases.h"

#include <iterator>

#include "generated/commands/command_table.h"
#include "generated/events/run_state.h"

#include "runtime/dispatch/context.h"
#include "runtime/dispatch/step_table.h"

namespace api {

namespace {

constexpr std::string_view kVmPhaseNames[] = {
    "no-machine",
    "machine-created",
    "accel-created",
    "machine-initialized",
    "prelaunch",
    "running",
    "paused",
    "guest-panicked",
    "shutdown",
};

constexpr qapi::PhaseGroup kVmPhaseGroups[] = {
    {.name = "no-machine", .leaves = in(VmPhase::NoMachine)},
    {.name = "machine-created", .leaves = in(VmPhase::MachineCreated)},
    {.name = "accel-created", .leaves = in(VmPhase::AccelCreated)},
    {.name = "machine-initialized", .leaves = in(VmPhase::MachineInitialized)},
    {.name = "machine-ready", .leaves = kMachineReady},
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

constexpr qapi::Transition kVmPhaseTransitions[] = {
    {.name = "guest-shutdown", .moves = kGuestShutdownMoves},
    {.name = "guest-reset", .moves = kGuestResetMoves},
    {.name = "guest-panic", .moves = kGuestPanicMoves},
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
});

}  // namespace

const qapi::PhaseTable& phase_table() {
  static constexpr qapi::PhaseTable table = {
      .name = "VmPhase",
      .names = kVmPhaseNames,
      .groups = kVmPhaseGroups,
      .transitions = kVmPhaseTransitions,
      .next_step = kVmPhaseSteps,
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
    case VmPhase::Running:
    case VmPhase::Paused:
    case VmPhase::GuestPanicked:
    case VmPhase::Shutdown: return VmPhaseGroup::MachineReady;
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
    case VmPhase::Running: return RunState::Running;
    case VmPhase::Paused: return RunState::Paused;
    case VmPhase::GuestPanicked: return RunState::GuestPanicked;
    case VmPhase::Shutdown: return RunState::Shutdown;
  }
  __builtin_unreachable();
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

namespace {

constexpr std::string_view kObjectLifeNames[] = {
    "created",
    "configured",
    "realized",
    "unrealized",
    "destroyed",
};

constexpr qapi::PhaseGroup kObjectLifeGroups[] = {
    {.name = "created", .leaves = in(ObjectLife::Created)},
    {.name = "configured", .leaves = in(ObjectLife::Configured)},
    {.name = "realized", .leaves = in(ObjectLife::Realized)},
    {.name = "unrealized", .leaves = in(ObjectLife::Unrealized)},
    {.name = "destroyed", .leaves = in(ObjectLife::Destroyed)},
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

constexpr qapi::Move kObjectDestroyMoves[] = {
    {.from = in(ObjectLife::Created, ObjectLife::Configured, ObjectLife::Unrealized),
     .to = in(ObjectLife::Destroyed)},
};

constexpr qapi::Transition kObjectLifeTransitions[] = {
    {.name = "object-configure", .moves = kObjectConfigureMoves},
    {.name = "object-realize", .moves = kObjectRealizeMoves},
    {.name = "object-unrealize", .moves = kObjectUnrealizeMoves},
    {.name = "object-destroy", .moves = kObjectDestroyMoves},
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
