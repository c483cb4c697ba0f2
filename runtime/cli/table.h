// SPDX-License-Identifier: Apache-2.0
//
// JSON as a table for people: a list of objects has a column for each member, an object a line for
// each.

#pragma once

#include <string>

#include "runtime/cli/style.h"
#include "runtime/json/json_fwd.h"

namespace qapi {

/// Ends without a new line. What is nested stands in its cell as JSON.
std::string to_table(const Json& json, const Style& style = {});

}  // namespace qapi
