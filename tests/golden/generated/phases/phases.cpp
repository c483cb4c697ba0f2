// Generated from golden/ by codegen/templates/phases.cpp.j2.  Do not edit.

#include "generated/phases/phases.h"

#include <iterator>

#include "generated/commands/command_table.h"
#include "generated/events/everything.h"

#include "runtime/dispatch/context.h"
#include "runtime/dispatch/step_table.h"

namespace api {

namespace {

constexpr std::string_view kKilnPhaseNames[] = {
    "empty",
    "loaded",
    "heating",
    "holding",
    "cooled",
};

constexpr qapi::PhaseGroup kKilnPhaseGroups[] = {
    {
        .name = "empty",
        .leaves = in(KilnPhase::Empty),
    },
    {
        .name = "loaded",
        .leaves = in(KilnPhase::Loaded),
    },
    {
        .name = "hot",
        .leaves = kHot,
        .view = "HotState",
        .before = to_phase(KilnPhase::Holding),
    },
    {
        .name = "cooled",
        .leaves = in(KilnPhase::Cooled),
    },
};

constexpr qapi::Move kCoolDownMoves[] = {
    {.from = kHot, .to = in(KilnPhase::Cooled)},
};

constexpr qapi::Transition kKilnPhaseTransitions[] = {
    {
        .name = "cool-down",
        .moves = kCoolDownMoves,
        .emits = "READY",
    },
};

constexpr auto kKilnPhaseSteps = qapi::step_table<std::size(kKilnPhaseNames)>({
    {to_phase(KilnPhase::Empty), in(KilnPhase::Loaded) | kHot, row(CommandRow::Load)},
    {to_phase(KilnPhase::Loaded), in(KilnPhase::Empty), row(CommandRow::Unload)},
    {to_phase(KilnPhase::Loaded), kHot, row(CommandRow::Fire)},
    {to_phase(KilnPhase::Cooled), kAnyPhase.minus(in(KilnPhase::Cooled)), row(CommandRow::Unload)},
});

}  // namespace

const qapi::PhaseTable& phase_table() {
  static constexpr qapi::PhaseTable table = {
      .name = "KilnPhase",
      .names = kKilnPhaseNames,
      .groups = kKilnPhaseGroups,
      .transitions = kKilnPhaseTransitions,
      .next_step = kKilnPhaseSteps,
      .goal = to_phase(KilnPhase::Loaded),
  };
  return table;
}

KilnPhaseGroup group(KilnPhase phase) {
  switch (phase) {
    case KilnPhase::Empty: return KilnPhaseGroup::Empty;
    case KilnPhase::Loaded: return KilnPhaseGroup::Loaded;
    case KilnPhase::Heating:
    case KilnPhase::Holding: return KilnPhaseGroup::Hot;
    case KilnPhase::Cooled: return KilnPhaseGroup::Cooled;
  }
  __builtin_unreachable();
}

HotState hot_state(KilnPhase phase) {
  switch (phase) {
    case KilnPhase::Heating: return HotState::Heating;
    case KilnPhase::Empty:
    case KilnPhase::Loaded:
    case KilnPhase::Cooled:
    case KilnPhase::Holding: return HotState::Holding;
  }
  __builtin_unreachable();
}

KilnPhase kiln_phase(const qapi::Context& context) {
  return to_kiln_phase(context.phases().now());
}

void cool_down(qapi::Context& context, const ReadyEvent& event) {
  context.phases().move(kCoolDownMoves, to_phase(KilnPhase::Cooled), "cool-down");
  emit_ready(context.events(), event);
}

bool can_cool_down(const qapi::Context& context) {
  return kHot.contains(context.phases().now());
}

namespace {

constexpr std::string_view kPartLifeNames[] = {
    "made",
    "fitted",
    "gone",
};

constexpr qapi::PhaseGroup kPartLifeGroups[] = {
    {
        .name = "made",
        .leaves = in(PartLife::Made),
    },
    {
        .name = "fitted",
        .leaves = in(PartLife::Fitted),
    },
    {
        .name = "gone",
        .leaves = in(PartLife::Gone),
    },
};

constexpr qapi::Move kFitMoves[] = {
    {.from = in(PartLife::Made), .to = in(PartLife::Fitted)},
};

constexpr qapi::Move kRemoveMoves[] = {
    {.from = in(PartLife::Made, PartLife::Fitted), .to = in(PartLife::Gone)},
};

constexpr qapi::Transition kPartLifeTransitions[] = {
    {
        .name = "fit",
        .moves = kFitMoves,
    },
    {
        .name = "remove",
        .moves = kRemoveMoves,
    },
};

}  // namespace

const qapi::PhaseTable& part_life_table() {
  static constexpr qapi::PhaseTable table = {
      .name = "PartLife",
      .names = kPartLifeNames,
      .groups = kPartLifeGroups,
      .transitions = kPartLifeTransitions,
      .next_step = {},
  };
  return table;
}

PartLifeGroup group(PartLife phase) {
  switch (phase) {
    case PartLife::Made: return PartLifeGroup::Made;
    case PartLife::Fitted: return PartLifeGroup::Fitted;
    case PartLife::Gone: return PartLifeGroup::Gone;
  }
  __builtin_unreachable();
}

}  // namespace api
