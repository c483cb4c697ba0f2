// SPDX-License-Identifier: Apache-2.0
//
// All that can be said of a description without building the machine: its plan, what is wrong with
// it and what is odd about it.

#pragma once

#include "generated/types/machine.h"

#include "runtime/json/any.h"
#include "vm/machine/spec.h"

namespace vm {

class ObjectFactory;

namespace machine {

class SpecLibrary;

api::MachinePlan plan_report(
    const Spec& spec,
    const qapi::Any& params,
    SpecLibrary& library,
    const ObjectFactory& factory
);

/// Of a description that could not be read.
api::MachinePlan failed_plan(const Error& error);

}  // namespace machine
}  // namespace vm
