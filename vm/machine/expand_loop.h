// SPDX-License-Identifier: Apache-2.0
//
// `each` and `if`, which nodes, windows and wires have: how often an element of a description is
// there, and with which values.

#pragma once

#include <cstdint>
#include <functional>
#include <optional>

#include "runtime/json/any.h"
#include "vm/machine/expression.h"

namespace vm::machine {

class Faults;
struct Place;

constexpr size_t kMaxIterations = size_t{1} << 20;

/// Iterations of all loops together; without it small loops over parts in parts would take for
/// ever.
struct LoopBudget {
  size_t used = 0;
};

struct Loop {
  const std::optional<qapi::Any>& each;
  const std::optional<qapi::Any>& condition;
};

/// `names` are those of the scope and the loop variable; `index` is the latter's value, if there is
/// one.
using LoopBody = std::function<void(const Names& names, std::optional<int64_t> index)>;

void for_each(
    const Loop& loop,
    const Place& place,
    LoopBudget& budget,
    Faults& faults,
    const LoopBody& body
);

}  // namespace vm::machine
