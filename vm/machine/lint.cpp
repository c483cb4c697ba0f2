// SPDX-License-Identifier: Apache-2.0

#include "vm/machine/lint.h"

#include <fmt/format.h>

#include "vm/machine/dry_run.h"

namespace vm::machine {
std::vector<std::string> lint(DryRun& trial) {
  std::vector<std::string> warnings;
  const Warn warn = [&](const Object& object, const std::string& text) {
    warnings.push_back(fmt::format("{}: {}", trial.origin(object), text));
  };
  lint_wires(trial, warn);
  lint_memory(trial, warn);
  lint_cpus(trial, warn);
  lint_clocks(trial, warn);
  return warnings;
}

}  // namespace vm::machine
