// SPDX-License-Identifier: Apache-2.0

#include "vm/machine/expand_loop.h"

#include <string>

#include <fmt/format.h>

#include "runtime/json/json.h"
#include "vm/machine/expand.h"
#include "vm/machine/expand_params.h"
#include "vm/machine/expand_range.h"
#include "vm/machine/expand_scope.h"
#include "vm/machine/json_words.h"

namespace vm::machine {
namespace {

struct LoopVariable {
  std::string name;
  IndexRange range;
};

Result<> check_variable(const std::string& name, const Names& names) {
  if (names.contains(name)) return fail(fmt::format("'{}' is a parameter already", name));
  if (!is_key(name)) return fail(fmt::format("'{}' is no name: {}", name, kKeyRule));
  if (is_expression_word(name))
    return fail(fmt::format("'{}' is no name here: it means something else in expressions", name));
  return {};
}

Result<IndexRange> read_range(
    const std::string& variable,
    const qapi::Json& json,
    const Names& names
) {
  if (!json.is_string()) {
    return fail(
        fmt::format("'{}' needs a range of indices, such as 0..3, not {}", variable, in_words(json))
    );
  }
  const std::string text = to_text(TRY(evaluate_scalar(json, names)));
  // One index would be a range for a reference; here it is more likely meant as a number of times.
  if (text.find("..") == std::string::npos)
    return fail(fmt::format("'{}' is no range of indices, such as 0..3", text));
  const IndexRange range = TRY(parse_range(text));
  if (range.count() > kMaxNodes)
    return fail(fmt::format("{} has {} elements; at most {}", text, range.count(), kMaxNodes));
  return range;
}

Result<LoopVariable> read_each(const qapi::Json& each, const Names& names) {
  if (!each.is_object() || each.size() != 1) {
    return fail("one loop variable and its range are expected, such as { \"i\": \"0..3\" }");
  }
  const auto variable = each.begin();
  TRY(check_variable(variable.key(), names));
  return LoopVariable{variable.key(), TRY(read_range(variable.key(), *variable, names))};
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
    if (!holds) return faults.add(place.member("if").at(index), std::move(holds).error());
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
