// SPDX-License-Identifier: Apache-2.0
//
// The other direction of keyval.h: arguments as the text that stands for them, `key=value,...`
// where that says the same, and JSON otherwise. parse_arguments() of the text gives the arguments
// again.
//
//   to_arguments({{"driver", "uart16550"}, {"id", "u0"}}, "driver")   // uart16550,id=u0

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "runtime/json/json_fwd.h"

namespace qapi {

/// The `key=value` form of an object; none when that would not come back equal: it has other
/// scalars than strings, empty lists or objects, or members whose names are no keys.
std::optional<std::string> to_keyval(const Json& object, std::string_view implied_key);

}  // namespace qapi
