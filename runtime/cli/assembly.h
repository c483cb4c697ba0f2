// SPDX-License-Identifier: Apache-2.0
//
// Assembly puts the invocations of a command line in the order in which they are to run: what runs
// in its place, what runs after the options, and one ending. What a shorthand adds to the command
// of another option finds it, whichever of the two comes first:
//
//   -m 256M -M virt     one machine-set, with type=virt and memory=256M

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "runtime/base/result.h"
#include "runtime/cli/options.h"
#include "runtime/cli/shorthand.h"
#include "runtime/dispatch/invocation.h"

namespace qapi {

class Assembly {
 public:
  /// What an option of a command became.
  Result<> add(Invocation invocation);

  /// What a shorthand became.
  Result<> add(std::vector<ShorthandRun> runs, CliWhen when);

  bool has_end() const { return end_.has_value(); }

  /// How many invocations run at the end.
  size_t end_size() const { return end_ ? end_->size() : 0; }

  /// What runs in its place so far.
  const std::vector<Invocation>& now() const { return now_; }

  /// All of it, in order.
  Result<std::vector<Invocation>> finish();

 private:
  /// What a shorthand adds to another option's command, and what is to run before that.
  struct Addition {
    std::vector<Invocation> before;
    Invocation invocation;
  };

  Result<> add_to_command(Addition addition);

  std::vector<Invocation> now_;
  std::vector<Invocation> after_;
  std::optional<std::vector<Invocation>> end_;
  std::vector<Addition> waiting_;  // for a command that has not come yet
};

}  // namespace qapi
