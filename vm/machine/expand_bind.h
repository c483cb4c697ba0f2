// SPDX-License-Identifier: Apache-2.0
//
// The first thing that expansion does with a machine or a part: its parameters get their values,
// and the author's checks are made of them.

#pragma once

#include <functional>
#include <string>

#include "vm/machine/expand_scope.h"

namespace vm::machine {

struct LayeredParam;

using ReportParam = std::function<void(const std::string& name, Error error)>;

/// Sets the parameters that are given or have a default; `report` hears about those that are wrong
/// or missing. False unless all have a value.
bool bind_params(Scope& scope, const qapi::Any& given, Faults& faults, const ReportParam& report);

/// Where the value is written that a parameter has unless it is given another.
Place place_of_default(const Scope& scope, const LayeredParam& param);

void run_checks(const Scope& scope, Faults& faults);

/// A machine's parameters come from whoever starts it: faults in them have no place in the
/// description.
Result<> bind_machine(Scope& machine, const qapi::Any& given, Faults& faults);

}  // namespace vm::machine
