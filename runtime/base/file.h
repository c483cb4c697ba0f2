// SPDX-License-Identifier: Apache-2.0
//
// Reading a text file as a whole.

#pragma once

#include <string>

#include "runtime/base/result.h"

namespace qapi {

/// Files beyond this are refused: nothing that we read is near it.
inline constexpr size_t kMaxFileBytes = size_t{64} << 20;

/// The contents; `-` is standard input. Errors begin with the path.
Result<std::string> read_file(const std::string& path);

}  // namespace qapi
