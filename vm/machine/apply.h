// SPDX-License-Identifier: Apache-2.0
//
// Carries out a plan: all of its commands, or none.

#pragma once

#include "vm/base/result.h"
#include "vm/machine/plan.h"

namespace vm {

class Builder;

namespace machine {

/// The objects are built as one batch, then mapped and wired in the order of the plan. All faults
/// of a stage are reported together, each with the place in the description that it comes from.
Result<> apply(const Plan& plan, Builder& builder);

}  // namespace machine
}  // namespace vm
