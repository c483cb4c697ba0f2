// SPDX-License-Identifier: Apache-2.0
//
// Reading a text file as a whole.

#pragma once

#include <string>

#include "runtime/base/result.h"

namespace qapi {

/// Files beyond this are refused: nothing that we read is near it.
inline constexpr size_t kMaxFileBytes = size_t{64} << 20;

/// The contents; `-` is standard input. Errors begin with the path. A pipe through which nothing
/// comes for long is an error: the program does nothing else meanwhile.
Result<std::string> read_file(const std::string& path);

}  // namespace qapi
