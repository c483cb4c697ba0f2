// SPDX-License-Identifier: Apache-2.0
//
// What a part exposes must be there, whether somebody uses it or not: the author hears of it, and
// not the first who needs it. What a condition, an empty loop or a variation leaves out is no
// fault.

#pragma once

#include "vm/machine/expand_scope.h"

namespace vm::machine {

/// `part` has its nodes, and they have their types.
void check_exposed(const Scope& part, Faults& faults);

}  // namespace vm::machine
