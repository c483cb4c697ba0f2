// SPDX-License-Identifier: Apache-2.0
//
// How far phases are from one another, counted in steps: in commands that lead from one to the
// next.

#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "runtime/dispatch/command.h"
#include "runtime/dispatch/phase.h"

namespace qapi {

/// The first phase of a set that is not empty.
Phase first_of(PhaseSet set);

/// The phase of `target` that takes the fewest steps; of several the first. None when no steps lead
/// into it.
std::optional<Phase> nearest_phase(
    const PhaseTable& table,
    std::span<const Command> commands,
    Phase from,
    PhaseSet target
);

/// The command to run next on the way from `now` to the nearest phase of `target`; null when it is
/// there, or no way leads there.
const Command* next_step(
    const PhaseTable& table,
    std::span<const Command> commands,
    Phase now,
    PhaseSet target
);

/// The error for a command that may not run in `now`: where it may, and what leads there.
Error out_of_phase(
    const PhaseTable& table,
    std::span<const Command> commands,
    Phase now,
    const Command& command
);

/// Why no step leads from `now` to `target`: "phase x lies behind y".
std::string unreachable(const PhaseTable& table, Phase now, PhaseSet target);

/// The error for a step on the way that needs arguments.
Error lacks_arguments(std::string_view walker, const Command& step);

}  // namespace qapi
