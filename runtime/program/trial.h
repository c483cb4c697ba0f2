// SPDX-License-Identifier: Apache-2.0
//
// Trial is a rehearsal that runs what can be run without touching anything outside of the program,
// as the schema says of commands: with it, all is found that is wrong with them but for that.
//
//   Trial trial(context, explicit_phases);
//   for (const Invocation& invocation : line.invocations) trial.play(invocation);
//   if (trial.faults().empty()) ...   // the context is as far as it can come

#pragma once

#include <string_view>
#include <vector>

#include "runtime/program/rehearsal.h"

namespace qapi {

class Trial {
 public:
  /// The context must have a dispatcher, and is good for nothing else from here on.
  Trial(ProgramContext& context, bool explicit_phases);

  void play(const Invocation& invocation) { rehearsal_.play(invocation); }

  const std::vector<Error>& faults() const { return rehearsal_.faults(); }

  /// The command that reports what has come of it; empty when there is none.
  std::string_view plan() const { return plan_; }

 private:
  Result<> try_out(const RehearsedStep& step);

  ProgramContext& context_;
  std::string_view plan_;
  Rehearsal rehearsal_;
};

}  // namespace qapi
