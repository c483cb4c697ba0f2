// SPDX-License-Identifier: Apache-2.0
//
// Line is a connection that a program has by itself and lends to a monitor: whoever is at its other
// end is the monitor's one client.

#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string_view>

#include "runtime/base/fd.h"
#include "runtime/base/result.h"

namespace qapi {

struct Line {
  Fd socket;                     ///< connected
  std::shared_ptr<void> lender;  ///< let go of with the monitor; answers may still be under way
};

/// Opens one for the monitor of that name; none when the address is of no kind that the program
/// has.
using OpenLine =
    std::function<std::optional<Result<Line>>(std::string_view address, std::string_view monitor)>;

}  // namespace qapi
