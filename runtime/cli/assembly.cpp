// SPDX-License-Identifier: Apache-2.0

#include "runtime/cli/assembly.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "runtime/json/json.h"

namespace qapi {

namespace {

void append(std::vector<Invocation>& list, std::vector<Invocation> more) {
  std::move(more.begin(), more.end(), std::back_inserter(list));
}

/// `target` with the arguments of `more`, none of which it may have yet.
Result<Invocation> merged(const Invocation& target, const Invocation& more) {
  Json arguments = target.arguments();
  for (const auto& [name, value] : more.arguments().items()) {
    if (arguments.contains(name)) {
      return fail(
          fmt::format("{}: {} has '{}' already", more.origin().where, target.command(), name)
      );
    }
    arguments[name] = value;
  }
  return Invocation(target.command(), std::move(arguments), target.origin());
}

}  // namespace

Result<> Assembly::add(Invocation invocation) {
  std::vector<Addition> others;
  for (Addition& addition : std::exchange(waiting_, {})) {
    if (addition.invocation.command() != invocation.command()) {
      others.push_back(std::move(addition));
      continue;
    }
    append(now_, std::move(addition.before));
    invocation = TRY(merged(invocation, addition.invocation));
  }
  waiting_ = std::move(others);
  now_.push_back(std::move(invocation));
  return {};
}

Result<> Assembly::add(std::vector<ShorthandRun> runs, CliWhen when) {
  std::vector<Invocation> plain;
  for (ShorthandRun& run : runs) {
    if (run.merge) {
      TRY(add_to_command({std::exchange(plain, {}), std::move(run.invocation)}));
    } else {
      plain.push_back(std::move(run.invocation));
    }
  }
  switch (when) {
    case CliWhen::Now: append(now_, std::move(plain)); break;
    case CliWhen::After: append(after_, std::move(plain)); break;
    case CliWhen::End: end_ = std::move(plain); break;
  }
  return {};
}

Result<> Assembly::add_to_command(Addition addition) {
  const auto is_same = [&](const Invocation& invocation) {
    return invocation.command() == addition.invocation.command();
  };
  const auto target = std::find_if(now_.begin(), now_.end(), is_same);
  if (target != now_.end()) {
    *target = TRY(merged(*target, addition.invocation));
    now_.insert(
        target,
        std::make_move_iterator(addition.before.begin()),
        std::make_move_iterator(addition.before.end())
    );
    return {};
  }
  const auto earlier = std::find_if(waiting_.begin(), waiting_.end(), [&](const Addition& other) {
    return is_same(other.invocation);
  });
  if (earlier == waiting_.end()) {
    waiting_.push_back(std::move(addition));
    return {};
  }
  earlier->invocation = TRY(merged(earlier->invocation, addition.invocation));
  append(earlier->before, std::move(addition.before));
  return {};
}

Result<std::vector<Invocation>> Assembly::finish() {
  // Without the other option they are a command of their own.
  for (Addition& addition : std::exchange(waiting_, {})) {
    append(now_, std::move(addition.before));
    now_.push_back(std::move(addition.invocation));
  }
  append(now_, std::exchange(after_, {}));
  if (end_) append(now_, *std::exchange(end_, std::nullopt));
  return std::exchange(now_, {});
}

}  // namespace qapi
