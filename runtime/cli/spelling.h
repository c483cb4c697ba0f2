// SPDX-License-Identifier: Apache-2.0
//
// The two ways to write the scalars of arguments, by the types that the table of options knows: as
// text, for a command line, and as JSON types, for QMP.

#pragma once

#include "runtime/cli/options.h"
#include "runtime/json/json_fwd.h"

namespace qapi {

/// With numbers and booleans as text, where that is taken for the same.
Json spelled_as_text(const CliCommand& command, const Json& arguments);

/// With text as numbers and booleans, and a value alone as a list of one, where the types ask for
/// it. Of an argument whose type only the command knows, text becomes what it looks like.
Json spelled_as_json(const CliCommand& command, const Json& arguments);

}  // namespace qapi
