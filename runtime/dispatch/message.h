// SPDX-License-Identifier: Apache-2.0
//
// An invocation as a JSON object, as monitors and scripts have it: {"execute": "stop", "arguments":
// {}, "id": 1}.

#pragma once

#include <string_view>

#include "runtime/base/result.h"
#include "runtime/dispatch/invocation.h"
#include "runtime/json/json_fwd.h"

namespace qapi {

/// The invocation that a message asks for; takes the arguments out of it. `key` is the member that
/// names the command.
Result<Invocation> take_invocation(
    Json& message,
    const Origin& origin,
    std::string_view key = "execute"
);

}  // namespace qapi
