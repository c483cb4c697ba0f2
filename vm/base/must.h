// SPDX-License-Identifier: Apache-2.0
//
// must() takes the value of a Result that cannot have failed, and ends the process, saying why, if
// it did all the same: our own mistake, not the user's.
//
//   must(root->realize());

#pragma once

#include <cstdio>
#include <cstdlib>
#include <source_location>

#include "vm/base/result.h"

namespace vm {

template <typename T>
T must(Result<T> result, std::source_location where = std::source_location::current()) {
  if (!result) {
    std::fprintf(
        stderr,
        "%s:%u: must not fail: %s\n",
        where.file_name(),
        where.line(),
        result.error().desc.c_str()
    );
    std::abort();
  }
  return qapi::take(std::move(result));
}

}  // namespace vm
