// SPDX-License-Identifier: Apache-2.0
//
// What has been built so far, in the forms from which it can be built again.

#pragma once

#include <string>
#include <vector>

#include "runtime/dispatch/dispatcher.h"
#include "runtime/dispatch/invocation.h"
#include "runtime/json/any.h"

namespace qapi {

/// The command of the schema qapigen/startup.json that walks, and its argument.
inline constexpr std::string_view kWalker = "until-phase";
inline constexpr std::string_view kWalkerPhase = "phase";

/// The document that apply_config() takes.
Any config_document(const Dispatcher& dispatcher);

/// What the document asks for, in the order in which it is applied, but for the phase that it ends
/// in.
std::vector<Invocation> config_invocations(const Dispatcher& dispatcher);

/// For those that do not walk by themselves: the same, with the walks that lead there, and on to
/// the present phase.
std::vector<Invocation> explicit_invocations(const Dispatcher& dispatcher);

}  // namespace qapi
