// SPDX-License-Identifier: Apache-2.0
//
// PatchStep is one change that a variation makes, read but not yet carried out: what it does, to
// which node.
//
//   const std::vector<PatchStep> steps = patch_steps(machine, faults);

#pragma once

#include <string>
#include <vector>

#include "vm/machine/expand_scope.h"

namespace vm::machine {

struct PatchStep {
  enum class Verb {
    Set,
    Add,
    Remove,
    Replace,
    Rewire
  };

  Verb verb;
  const api::SpecPatch* written;
  Place place;                  ///< in the machine's scope
  std::string target;           ///< with its expressions evaluated: "soc.uarts.clock-hz"
  std::string scope_path = {};  ///< of the scope that the node is in: "soc"
  std::string node = {};
  std::string property = {};  ///< of Set
  size_t order = 0;           ///< its place among the changes
  bool is_done = false;
};

/// Those of all layers of a machine, in the order in which they are carried out.
std::vector<PatchStep> patch_steps(const Scope& machine, Faults& faults);

}  // namespace vm::machine
