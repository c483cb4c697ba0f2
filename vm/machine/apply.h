// SPDX-License-Identifier: Apache-2.0
//
// Carries out a plan: all of its commands, or none.

#pragma once

#include "vm/base/result.h"
#include "vm/machine/plan.h"

namespace vm {

class Builder;
struct NewObject;

namespace machine {

/// What a device_add of a plan makes.
Result<NewObject> new_object(const Plan& plan, size_t number);

/// Carries out a map or a connect of a plan.
Result<> run(const qapi::Invocation& command, Builder& builder);

/// The error with the place that the command comes from in front.
Error locate(const qapi::Invocation& command, Error error);

/// The objects are built as one batch, then mapped and wired in the order of the plan. All faults
/// of a stage are reported together, each with the place in the description that it comes from.
Result<> apply(const Plan& plan, Builder& builder, bool hotplugged = false);

}  // namespace machine
}  // namespace vm
