// SPDX-License-Identifier: Apache-2.0
//
// The second pass of expansion: resolves the references between instances and writes the commands.
// Objects come first, then windows, then wires, each in the order of the description, so that the
// same description always gives the same plan.

#pragma once

#include "vm/machine/expand.h"
#include "vm/machine/expand_patch.h"
#include "vm/machine/expand_scope.h"
#include "vm/machine/plan.h"

namespace vm::machine {

Plan emit(
    const Scope& machine,
    const Patches& patches,
    const Vocabulary& vocabulary,
    Faults& faults
);

/// The names that a `to` or an `into` lists.
std::vector<std::string> names_of(const api::SpecNames& names);

}  // namespace vm::machine
