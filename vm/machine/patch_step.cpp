// SPDX-License-Identifier: Apache-2.0

#include "vm/machine/patch_step.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace vm::machine {
namespace {

using Verb = PatchStep::Verb;
using Text = std::optional<std::string>;

struct Row {
  Verb verb;
  std::string_view name;
  Text api::SpecPatch::*target;
};

constexpr std::array kVerbs = {
    Row{Verb::Set, "set", &api::SpecPatch::set},
    Row{Verb::Add, "add", &api::SpecPatch::add},
    Row{Verb::Remove, "remove", &api::SpecPatch::remove},
    Row{Verb::Replace, "replace", &api::SpecPatch::replace},
    Row{Verb::Rewire, "rewire", &api::SpecPatch::rewire},
};

/// A member beside the verb: whether it is there, and which verbs it is for.
struct Companion {
  std::string_view name;
  bool is_given;
  std::initializer_list<Verb> of;
  bool is_needed;
};

Result<> check_companions(const Row& row, const api::SpecPatch& step) {
  const Companion companions[] = {
      {"to", step.to.has_value(), {Verb::Set, Verb::Rewire}, row.verb == Verb::Set},
      {"as", step.as.has_value(), {Verb::Add, Verb::Replace}, true},
      {"map", step.map.has_value(), {Verb::Add}, false},
      {"with-wires", step.with_wires.has_value(), {Verb::Remove}, false},
      {"was", step.was.has_value(), {Verb::Rewire}, false},
  };
  for (const Companion& each : companions) {
    const bool belongs = std::find(each.of.begin(), each.of.end(), row.verb) != each.of.end();
    if (each.is_given && !belongs)
      return fail(fmt::format("'{}' has no meaning beside '{}'", each.name, row.name));
    if (!each.is_given && belongs && each.is_needed)
      return fail(fmt::format("'{}' needs '{}' beside it", row.name, each.name));
  }
  if (step.as && (step.as->each || step.as->if_))
    return fail(fmt::format("'{}' is for one node, without 'if' and 'each'", row.name));
  return {};
}

Result<const Row*> find_verb(const api::SpecPatch& step) {
  const Row* found = nullptr;
  for (const Row& row : kVerbs) {
    if (!(step.*row.target)) continue;
    if (found != nullptr) {
      return fail(fmt::format("either '{}' or '{}', not both", found->name, row.name));
    }
    found = &row;
  }
  if (found == nullptr) return fail("one of set, add, remove, replace and rewire is expected");
  return found;
}

/// Parts a way from the machine to a node at its last dot.
void split_target(PatchStep& step, const std::string& way) {
  const size_t dot = way.rfind('.');
  step.node = dot == std::string::npos ? way : way.substr(dot + 1);
  if (dot == std::string::npos) return;
  step.scope_path = way.substr(0, dot);
  std::replace(step.scope_path.begin(), step.scope_path.end(), '.', '/');
}

/// Whether nothing is missing between the dots, at the beginning and at the end.
bool is_way(std::string_view target) {
  return !target.empty() && target.front() != '.' && target.back() != '.' &&
         target.find("..") == target.npos;
}

Result<> read_target(PatchStep& step) {
  const size_t dot = step.target.rfind('.');
  if (step.verb != Verb::Rewire && step.verb != Verb::Set && !is_way(step.target))
    return fail(fmt::format("'{}' is no way to a node, such as soc.uarts.uart[1]", step.target));
  switch (step.verb) {
    case Verb::Set:
      if (dot == std::string::npos || !is_way(step.target)) {
        return fail(fmt::format(
            "'{}' is not NODE.PROPERTY; parameters of the machine are set in its params",
            step.target
        ));
      }
      step.property = step.target.substr(dot + 1);
      split_target(step, step.target.substr(0, dot));
      return {};
    case Verb::Add:
    case Verb::Remove:
    case Verb::Replace: split_target(step, step.target); return {};
    case Verb::Rewire: return {};  // is about wires, which are there when all nodes are
  }
  __builtin_unreachable();
}

Result<PatchStep> read_step(const api::SpecPatch& written, Place place) {
  const Row* row = TRY(find_verb(written));
  TRY(check_companions(*row, written));
  const Value target = TRY(interpolate(*(written.*row->target), place.scope->names));
  PatchStep step{
      .verb = row->verb,
      .written = &written,
      .place = std::move(place),
      .target = to_text(target)};
  TRY(read_target(step));
  return step;
}

}  // namespace

std::vector<PatchStep> patch_steps(const Scope& machine, Faults& faults) {
  std::vector<PatchStep> steps;
  for (const Spec* layer : machine.layers) {
    for (size_t i = 0; i < layer->patch.size(); ++i) {
      Place place = machine.place(*layer, fmt::format("/patch/{}", i), fmt::format("patch[{}]", i));
      Result<PatchStep> step = read_step(layer->patch[i], place);
      if (step) {
        step->order = steps.size();
        steps.push_back(*std::move(step));
      } else {
        faults.add(place, std::move(step).error());
      }
    }
  }
  return steps;
}

}  // namespace vm::machine
