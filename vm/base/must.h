// SPDX-License-Identifier: Apache-2.0
//
// must() takes the value of a Result that cannot have failed, and ends the process, saying why, if
// it did all the same: our own mistake, not the user's.
//
//   must(root->realize());

#pragma once

#include <cstdio>
#include <cstdlib>

#include "vm/base/result.h"

namespace vm {

// Not std::source_location: clang-tidy 14 does not find it in this compiler's library.
template <typename T>
T must(Result<T> result, const char* file = __builtin_FILE(), int line = __builtin_LINE()) {
  if (!result) {
    std::fprintf(stderr, "%s:%d: must not fail: %s\n", file, line, result.error().desc.c_str());
    std::abort();
  }
  return qapi::take(std::move(result));
}

}  // namespace vm
