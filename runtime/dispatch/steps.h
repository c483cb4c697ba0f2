// SPDX-License-Identifier: Apache-2.0
//
// How far phases are from one another, counted in steps: in commands that lead from one to the
// next.

#pragma once

#include <optional>
#include <span>

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

}  // namespace qapi
