// SPDX-License-Identifier: Apache-2.0
//
// JSON as YAML, which readers of YAML 1.1 and of 1.2 take for the same data.

#pragma once

#include <string>

#include "runtime/json/json_fwd.h"

namespace qapi {

/// Block style; ends without a new line.
std::string to_yaml(const Json& json);

}  // namespace qapi
