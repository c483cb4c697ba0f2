// Generated from schema/ by codegen/templates/phases.h.j2.  Do not edit.

#pragma once

#include <concepts>

#include "generated/types/phases.h"

#include "runtime/dispatch/phase.h"

namespace qapi {
class Context;
}  // namespace qapi

namespace api {
struct GuestPanickedEvent;
struct ResetEvent;
struct ShutdownEvent;

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
       VmPhase::Running,
       VmPhase::Paused,
       VmPhase::GuestPanicked,
       VmPhase::Shutdown);

/// the machine is complete; devices that are added from here on are hot-plugged
inline constexpr qapi::PhaseSet kMachineReady =
    in(VmPhase::Prelaunch,
       VmPhase::Running,
       VmPhase::Paused,
       VmPhase::GuestPanicked,
       VmPhase::Shutdown);

const qapi::PhaseTable& phase_table();

/// The set that a phase belongs to, or the phase itself.
VmPhaseGroup group(VmPhase phase);

/// How machine-ready looks; outside of it, `prelaunch` stands for all phases.
RunState run_state(VmPhase phase);

/// The guest powers the machine off.
void guest_shutdown(qapi::Context& context, const ShutdownEvent& event);
bool can_guest_shutdown(const qapi::Context& context);

/// The guest asks for a reset, and goes on from power-on.
void guest_reset(qapi::Context& context, const ResetEvent& event);
bool can_guest_reset(const qapi::Context& context);

/// The guest reports that it cannot go on.
void guest_panic(qapi::Context& context, const GuestPanickedEvent& event);
bool can_guest_panic(const qapi::Context& context);

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
