// SPDX-License-Identifier: Apache-2.0
//
// Carries out what a variation changes of the nodes of the machine below it, while these are
// listed: a scope's nodes are changed before its parts are gone into, so that what is set of a part
// is there when its parameters are bound.

#pragma once

#include <map>
#include <string>
#include <vector>

#include "vm/machine/expand_scope.h"
#include "vm/machine/patch_step.h"

namespace vm::machine {

class Patches {
 public:
  /// The parameters of the machine must be bound.
  Patches(const Scope& machine, Faults& faults);

  /// Changes the nodes of that scope. To be called for each.
  void apply_to(Scope& scope);

  /// Reports the changes whose node was never found.
  void report_unmatched();

  /// What is left to be done when all nodes are there: windows of added nodes, and wires.
  const std::vector<PatchStep>& steps() const { return steps_; }

 private:
  Result<> apply(PatchStep& step, Scope& scope);
  Result<> set(const PatchStep& step, const Scope& scope);
  Result<> add(const PatchStep& step, Scope& scope);
  void replace(const PatchStep& step, Instance& instance);
  void take_node(const PatchStep& step, Instance& instance, const Scope& scope);
  Result<> explain_unmatched(const PatchStep& step) const;

  const Scope& machine_;
  Faults& faults_;
  std::vector<PatchStep> steps_;
  std::multimap<std::string, size_t, std::less<>> by_scope_;
};

/// Evaluates the type that a node is given; it stays empty where there is none.
void set_type_name(Instance& instance, const std::string& type, const Names& names, Faults& faults);

/// Evaluates the properties that a node is given.
void set_props(
    Instance& instance,
    const qapi::Json& props,
    const Place& place,
    const Names& names,
    Faults& faults
);

}  // namespace vm::machine
