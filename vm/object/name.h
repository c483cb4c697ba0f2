// SPDX-License-Identifier: Apache-2.0
//
// Names of objects: `uart0`, `hart[1]`, `fw-rom.bank_0`. They never contain a slash, a colon or a
// comma, which have meanings in paths, port references and command lines.

#pragma once

#include <string_view>

#include "vm/base/result.h"

namespace vm {

/// A letter, then letters, digits, `_`, `.` and `-`, then `[n]` for elements of an array.
bool is_object_name(std::string_view name);

/// The same as an Error that says what would do.
Result<> check_object_name(std::string_view name);

}  // namespace vm
