// SPDX-License-Identifier: Apache-2.0
//
// Rehearsal plays what a command line asks for without running it: decodes the arguments, reads
// config files and scripts, and walks over the phase table as the dispatcher would. It goes on
// after a fault, so that all of them come to light.
//
//   Rehearsal rehearsal(context, {.explicit_phases = line.explicit_phases});
//   for (const Invocation& invocation : line.invocations) rehearsal.play(invocation);
//   for (const RehearsedStep& step : rehearsal.steps()) print(describe(step, context.tables()));

#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/base/result.h"
#include "runtime/dispatch/command.h"
#include "runtime/dispatch/invocation.h"
#include "runtime/program/program_context.h"

namespace qapi {

/// A command in the phase in which it would run.
struct RehearsedStep {
  const Command* command;
  Invocation invocation;
  std::string_view walks_for;  ///< the command on whose way it is; empty for what was asked for
  Phase from;
};

class Rehearsal {
 public:
  /// Called for each step; a failure is one more fault.
  using Check = std::function<Result<>(const RehearsedStep&)>;

  Rehearsal(ProgramContext& context, bool explicit_phases, Check check = {});

  void play(const Invocation& invocation);

  const std::vector<RehearsedStep>& steps() const { return steps_; }
  const std::vector<Error>& faults() const { return faults_; }

 private:
  Result<> play_one(const Invocation& invocation);
  bool was_played(const Invocation& invocation) const;
  Result<> reach(PhaseSet target, std::string_view walker, const Origin& origin);
  Result<> take(const Command& command, const Invocation& invocation, std::string_view walks_for);
  Result<> play_parts(const Command& command, const Invocation& invocation);
  void report(Error error, std::string_view where);

  ProgramContext& context_;
  bool explicit_phases_;
  Check check_;
  Phase now_;
  bool is_over_ = false;
  std::vector<RehearsedStep> steps_;
  std::vector<Error> faults_;
};

/// The step as a line of JSON: option, command, phases.
std::string describe(const RehearsedStep& step, const ProgramTables& tables);

}  // namespace qapi
