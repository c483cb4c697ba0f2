// SPDX-License-Identifier: Apache-2.0
//
// An invocation as a JSON object, as monitors and scripts have it: {"execute": "stop", "arguments":
// {}, "id": 1}.

#pragma once

#include "runtime/base/result.h"
#include "runtime/dispatch/invocation.h"
#include "runtime/json/json_fwd.h"

namespace qapi {

/// The invocation that a message asks for; takes the arguments out of it.
Result<Invocation> take_invocation(Json& message, const Origin& origin);

}  // namespace qapi
