// Generated from golden/ by codegen/templates/phases.h.j2.  Do not edit.

#pragma once

#include <concepts>

#include "generated/types/phases.h"

#include "runtime/dispatch/phase.h"

namespace qapi {
class Context;
}  // namespace qapi

namespace api {
struct ReadyEvent;

constexpr qapi::Phase to_phase(KilnPhase phase) {
  return static_cast<qapi::Phase>(phase);
}

constexpr KilnPhase to_kiln_phase(qapi::Phase phase) {
  return static_cast<KilnPhase>(phase);
}

/// A set of phases: `in(KilnPhase::Empty, KilnPhase::Loaded)`.
template <std::same_as<KilnPhase>... Phases>
constexpr qapi::PhaseSet in(KilnPhase first, Phases... others) {
  return (qapi::PhaseSet::of(to_phase(first)) | ... | qapi::PhaseSet::of(to_phase(others)));
}

inline constexpr qapi::PhaseSet kAnyPhase =
    in(KilnPhase::Empty,
       KilnPhase::Loaded,
       KilnPhase::Heating,
       KilnPhase::Holding,
       KilnPhase::Cooled);

/// the door is locked
inline constexpr qapi::PhaseSet kHot = in(KilnPhase::Heating, KilnPhase::Holding);

const qapi::PhaseTable& phase_table();

/// The set that a phase belongs to, or the phase itself.
KilnPhaseGroup group(KilnPhase phase);

/// How hot looks; outside of it, `holding` stands for all phases.
HotState hot_state(KilnPhase phase);

/// Where a program stands.
KilnPhase kiln_phase(const qapi::Context& context);

// What a phase belongs to: nobody compares phases by hand.

constexpr bool is_hot(KilnPhase phase) {
  return kHot.contains(to_phase(phase));
}

constexpr bool is_empty(KilnPhase phase) {
  return in(KilnPhase::Empty).contains(to_phase(phase));
}

constexpr bool is_loaded(KilnPhase phase) {
  return in(KilnPhase::Loaded).contains(to_phase(phase));
}

constexpr bool is_heating(KilnPhase phase) {
  return in(KilnPhase::Heating).contains(to_phase(phase));
}

constexpr bool is_holding(KilnPhase phase) {
  return in(KilnPhase::Holding).contains(to_phase(phase));
}

constexpr bool is_cooled(KilnPhase phase) {
  return in(KilnPhase::Cooled).contains(to_phase(phase));
}

/// The curve has come to its end.
void cool_down(qapi::Context& context, const ReadyEvent& event);
bool can_cool_down(const qapi::Context& context);

constexpr qapi::Phase to_phase(PartLife phase) {
  return static_cast<qapi::Phase>(phase);
}

constexpr PartLife to_part_life(qapi::Phase phase) {
  return static_cast<PartLife>(phase);
}

/// A set of phases: `in(PartLife::Made, PartLife::Fitted)`.
template <std::same_as<PartLife>... Phases>
constexpr qapi::PhaseSet in(PartLife first, Phases... others) {
  return (qapi::PhaseSet::of(to_phase(first)) | ... | qapi::PhaseSet::of(to_phase(others)));
}

inline constexpr qapi::PhaseSet kAnyPartLife = in(PartLife::Made, PartLife::Fitted, PartLife::Gone);

const qapi::PhaseTable& part_life_table();

/// The set that a phase belongs to, or the phase itself.
PartLifeGroup group(PartLife phase);

}  // namespace api
