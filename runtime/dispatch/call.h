// SPDX-License-Identifier: Apache-2.0
//
// A command's arguments from JSON to the values that its function takes, and back. A row of the
// command table knows their type, so that nothing of this is made for each command.

#pragma once

#include <string>

#include "runtime/dispatch/command.h"

namespace qapi {

/// Decodes the arguments and calls the command's function.
Result<Answer> call(const Command& command, Context& context, const Reader& arguments);

/// Decodes the arguments and does nothing: what a config file is checked with before anything runs.
Result<> check_arguments(const Command& command, const Reader& arguments);

/// The same arguments as the JSON that config files hold, with those that were not given.
std::string normalized_arguments(const Command& command, const Reader& arguments);

/// The same for a single value; "null" when it is none of the type, which has been reported.
std::string normalized(const Type& type, const Reader& value);

}  // namespace qapi
