// SPDX-License-Identifier: Apache-2.0
//
// Expansion is what a plan is made of: the description with its parameters bound, its parts gone
// into and its patches applied. The library that the description is from must outlive it.

#pragma once

#include <memory>

#include "runtime/json/any.h"
#include "vm/base/result.h"
#include "vm/machine/expand.h"
#include "vm/machine/expand_scope.h"

namespace vm::machine {

struct Expansion {
  std::unique_ptr<const Scope> machine;
  Plan plan;
};

Result<Expansion> expand_all(
    const Spec& machine,
    const qapi::Any& params,
    const Vocabulary& vocabulary
);

/// The parameters of the plan are what the part was given, with the types they have.
Result<Expansion> expand_part(
    const Spec& part,
    const PluggedPart& plugged,
    const Vocabulary& vocabulary
);

}  // namespace vm::machine
