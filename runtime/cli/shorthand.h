// SPDX-License-Identifier: Apache-2.0
//
// What a shorthand stands for, with the option's argument put in its place.
//
//   expand_shorthand(row, "unix:/tmp/a,server=on,wait=off")   // monitor-add listen=unix:/tmp/a

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "runtime/base/result.h"
#include "runtime/cli/options.h"
#include "runtime/dispatch/invocation.h"

namespace qapi {

/// A command that a shorthand stands for.
struct ShorthandRun {
  Invocation invocation;
  bool merge = false;  ///< its arguments belong to the invocation of another option
};

/// `origin` is how the user finds the option. Errors do not name it.
Result<std::vector<ShorthandRun>> expand_shorthand(
    const CliOption& shorthand,
    std::string_view value,
    const std::string& origin
);

/// `-S`, `-chardev`, `--until`.
std::string spelling(const CliOption& shorthand);

}  // namespace qapi
