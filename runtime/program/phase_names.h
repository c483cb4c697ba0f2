// SPDX-License-Identifier: Apache-2.0
//
// Phases as clients name them.

#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/base/result.h"
#include "runtime/dispatch/phase.h"

namespace qapi {

/// Names of the leaves.
std::vector<std::string> phase_names(const PhaseTable& table, PhaseSet set);

/// Where the moves start.
PhaseSet sources_of(std::span<const Move> moves);

/// The next step on the way from a phase to another.
struct PhaseStep {
  Phase from;
  Phase to;
  size_t command;  ///< row of the command table
};

/// A step for each pair of phases that a way connects.
std::vector<PhaseStep> phase_steps(const PhaseTable& table);

/// A phase by its name, or the set that an entry of the list stands for; proposes the nearest name.
Result<PhaseSet> find_phases(const PhaseTable& table, std::string_view name);

}  // namespace qapi
