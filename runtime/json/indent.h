// SPDX-License-Identifier: Apache-2.0
//
// JSON for people: each member and element on a line of its own. Only white space changes, so that
// numbers stay as they were written.

#pragma once

#include <string>
#include <string_view>

namespace qapi {

/// `json` must be valid.
std::string indented(std::string_view json);

}  // namespace qapi
