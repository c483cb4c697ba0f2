// SPDX-License-Identifier: Apache-2.0
//
// Which names the expressions of a document use, without evaluating them: to tell why a value is
// what it is, or why it has none.

#pragma once

#include <string_view>

#include "runtime/json/json_fwd.h"

namespace vm::machine {

/// Whether there is any `${...}` in it.
bool has_expression(const qapi::Json& written);

/// Whether an expression within it has that name in it.
bool names_in(const qapi::Json& written, std::string_view name);

}  // namespace vm::machine
