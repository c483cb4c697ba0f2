// SPDX-License-Identifier: Apache-2.0
//
// Values of documents in words, for messages about what was found instead of what is expected.
//
//   fail("a condition must be true or false, not " + in_words(json));   // "an array"

#pragma once

#include <string>

#include "runtime/json/json_fwd.h"

namespace vm::machine {

/// "an array", "null", "the number 1.5", "the string 'x'", "true"
std::string in_words(const qapi::Json& json);

}  // namespace vm::machine
