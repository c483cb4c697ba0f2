// SPDX-License-Identifier: Apache-2.0
//
// The wires of a machine and of all its parts, one by one, and what variations change of them.
//
//   Wiring wiring(faults);
//   wiring.collect(machine);
//   wiring.rewire(patches.steps());
//   for (const PlannedWire& wire : wiring.take()) ...

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "vm/machine/expand_loop.h"
#include "vm/machine/expand_reference.h"
#include "vm/machine/expand_scope.h"
#include "vm/machine/patch_step.h"

namespace vm::machine {

struct PlannedWire {
  Found from;
  Found to;
  Place place;
};

class Wiring {
 public:
  /// One end of a wire as it is written, and what it comes to.
  struct Ports {
    std::string text;
    std::vector<Found> found;
  };

  explicit Wiring(Faults& faults) : faults_(faults) {}

  /// The wires of that scope and of the parts in it.
  void collect(const Scope& scope);

  void rewire(const std::vector<PatchStep>& steps);

  /// What there is in the end: without the wires of nodes that are removed, which must not be
  /// forgotten by accident.
  std::vector<PlannedWire> take();

 private:
  void collect_one(const api::SpecWire& wire, const Names& names, const Place& place);
  Result<> join(const Ports& outputs, const Ports& inputs, const Place& place);
  Result<> rewire(const PatchStep& step);
  Result<size_t> find_wire(
      const PatchStep& step,
      const Found& from,
      const std::optional<Found>& was
  ) const;
  std::string list_ends(const Found& from) const;

  Faults& faults_;
  LoopBudget budget_;
  std::vector<PlannedWire> wires_;
};

}  // namespace vm::machine
