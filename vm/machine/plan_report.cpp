// SPDX-License-Identifier: Apache-2.0

#include "vm/machine/plan_report.h"

#include <fmt/format.h>

#include "vm/machine/dry_run.h"
#include "vm/machine/expand.h"
#include "vm/machine/lint.h"
#include "vm/machine/soundness.h"
#include "vm/object/object_factory.h"

namespace vm::machine {
namespace {

/// Of a machine that can be made, and not be completed.
std::vector<std::string> faults_of(DryRun& trial) {
  std::vector<std::string> faults;
  check_soundness(trial.machine(), [&](const Object& object, const std::string& text) {
    faults.push_back(fmt::format("{}: {}", trial.origin(object), text));
  });
  return faults;
}

}  // namespace

api::MachinePlan plan_report(
    const Spec& spec,
    const qapi::Any& params,
    SpecLibrary& library,
    const ObjectFactory& factory
) {
  const Result<Plan> plan = expand(spec, params, {.types = factory.types(), .specs = library});
  if (!plan) return failed_plan(plan.error());
  api::MachinePlan reported;
  reported.commands = report(*plan);
  DryRun trial(factory);
  trial.run(*plan);
  reported.errors = trial.errors();
  if (reported.errors.empty()) reported.errors = faults_of(trial);
  // Of a machine that is half there, most would be said in vain.
  if (reported.errors.empty()) reported.warnings = lint(trial);
  return reported;
}

api::MachinePlan failed_plan(const Error& error) {
  api::MachinePlan failed;
  failed.errors.push_back(error.desc);
  for (const Error& more : error.more) {
    failed.errors.push_back(more.desc);
  }
  return failed;
}

}  // namespace vm::machine
