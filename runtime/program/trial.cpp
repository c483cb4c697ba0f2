// SPDX-License-Identifier: Apache-2.0

#include "runtime/program/trial.h"

#include <algorithm>
#include <string>

#include "runtime/dispatch/dispatcher.h"

namespace qapi {

Trial::Trial(ProgramContext& context, bool explicit_phases)
    : context_(context),
      rehearsal_(context, explicit_phases, [this](const RehearsedStep& step) {
        return try_out(step);
      }) {
  context.begin_rehearsal();
}

/// Where a step cannot run for want of one before it, which was at fault or touches something,
/// nothing more can be found out.
Result<> Trial::try_out(const RehearsedStep& step) {
  const auto& rows = context_.tables().cli.commands;
  const auto row = std::find_if(rows.begin(), rows.end(), [&](const CliCommand& each) {
    return each.command == step.command->name;
  });
  if (row == rows.end() || (row->plan.empty() && !row->in_dry_run)) return {};
  if (!step.command->in.contains(context_.phases().now())) return {};
  TRY(context_.dispatcher().dispatch(step.invocation));
  if (!row->plan.empty()) plan_ = row->plan;
  return {};
}

}  // namespace qapi
