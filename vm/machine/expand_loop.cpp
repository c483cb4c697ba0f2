// SPDX-License-Identifier: Apache-2.0

#include "vm/machine/expand_loop.h"

#include <string>

#include <fmt/format.h>

#include "runtime/json/json.h"
#include "vm/machine/expand.h"
#include "vm/machine/expand_params.h"
#include "vm/machine/expand_range.h"
#include "vm/machine/expand_scope.h"

namespace vm::machine {
namespace {

struct LoopVariable {
  std::string name;
  IndexRange range;
};

Result<LoopVariable> read_each(const qapi::Json& each, const Names& names) {
  if (!each.is_object() || each.size() != 1) {
    return fail("one loop variable and its range are expected, such as { \"i\": \"0..3\" }");
  }
  const auto variable = each.begin();
  if (names.contains(variable.key())) {
    return fail(fmt::format("'{}' is a parameter already", variable.key()));
  }
  const Value spelled = TRY(evaluate_scalar(*variable, names));
  const IndexRange range = TRY(parse_range(to_text(spelled)));
  if (range.count() > kMaxNodes) {
    return fail(
        fmt::format("{} has {} elements; at most {}", to_text(spelled), range.count(), kMaxNodes)
    );
  }
  return LoopVariable{variable.key(), range};
}

void visit(
    const Loop& loop,
    const Names& names,
    std::optional<int64_t> index,
    const Place& place,
    Faults& faults,
    const LoopBody& body
) {
  if (loop.condition) {
    Result<bool> holds = evaluate_condition(loop.condition->json(), names);
    if (!holds) return faults.add(place.member("if"), std::move(holds).error());
    if (!*holds) return;
  }
  body(names, index);
}

}  // namespace

void for_each(
    const Loop& loop,
    const Place& place,
    LoopBudget& budget,
    Faults& faults,
    const LoopBody& body
) {
  if (!loop.each) return visit(loop, place.scope->names, std::nullopt, place, faults, body);
  Result<LoopVariable> variable = read_each(loop.each->json(), place.scope->names);
  if (!variable) return faults.add(place.member("each"), std::move(variable).error());

  Names names = place.scope->names;
  for (uint64_t i = 0; i < variable->range.count(); ++i) {
    if (++budget.used > kMaxIterations) {
      if (budget.used == kMaxIterations + 1) {
        faults.add(place, fmt::format("more than {} iterations of loops", kMaxIterations));
      }
      return;
    }
    const int64_t index = variable->range.first + static_cast<int64_t>(i);
    names[variable->name] = index;
    visit(loop, names, index, place, faults, body);
  }
}

}  // namespace vm::machine
