// SPDX-License-Identifier: Apache-2.0
//
// What is allowed in a machine and is hardly meant: warnings, each with the line of the description
// that it is about. A machine that is as it should be has none.
//
//   for (const std::string& warning : lint(trial)) ...

#pragma once

#include <functional>
#include <string>
#include <vector>

namespace vm {

class Object;

namespace machine {

class DryRun;

using Warn = std::function<void(const Object& object, const std::string& text)>;

/// In the order of the objects.
std::vector<std::string> lint(DryRun& trial);

// The rules; see each one's file.
void lint_wires(DryRun& trial, const Warn& warn);
void lint_memory(DryRun& trial, const Warn& warn);
void lint_cpus(DryRun& trial, const Warn& warn);
void lint_clocks(DryRun& trial, const Warn& warn);

}  // namespace machine
}  // namespace vm
