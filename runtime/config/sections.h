// SPDX-License-Identifier: Apache-2.0
//
// The sections that config files can have, and the order in which they are applied, whatever their
// order in a file.

#pragma once

#include <span>
#include <vector>

#include "runtime/dispatch/command.h"

namespace qapi {

/// The commands with a section, first come first: by the phases that they need, and within a phase
/// what removes before what adds, the last removal first; so one can add in the place of what was
/// removed.
std::vector<const Command*> section_commands(std::span<const Command> commands);

}  // namespace qapi
