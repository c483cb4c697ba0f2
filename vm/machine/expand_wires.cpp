// SPDX-License-Identifier: Apache-2.0

#include "vm/machine/expand_wires.h"

#include <set>
#include <utility>

#include <fmt/format.h>

#include "runtime/json/json.h"
#include "vm/machine/expand_emit.h"
#include "vm/machine/expand_params.h"

namespace vm::machine {
namespace {

/// "1 port", "3 ports"
std::string count(const std::vector<Found>& ports) {
  return fmt::format("{} port{}", ports.size(), ports.size() == 1 ? "" : "s");
}

bool is_all(const Found& port) {
  return port.text.ends_with("[*]");
}

std::string describe(const Place& place) {
  return fmt::format("{}: {}", place.document().where(place.pointer), place.label);
}

Result<Found> find_port(const Place& place, std::string_view text, PortKind kind) {
  std::vector<Found> ports = TRY(find_ports(*place.scope, text, kind, reach_of(place)));
  if (ports.size() == 1 && !is_all(ports[0])) return std::move(ports[0]);
  return fail(fmt::format("'{}' matches {}; a patch is for one", text, count(ports)));
}

}  // namespace

void Wiring::collect(const Scope& scope) {
  for (const Spec* layer : scope.layers) {
    for (size_t i = 0; i < layer->wires.size(); ++i) {
      const api::SpecWire& wire = layer->wires[i];
      const Place place =
          scope.place(*layer, fmt::format("/wires/{}", i), fmt::format("wires[{}]", i));
      const auto visit = [&](const Names& names, std::optional<int64_t> index) {
        const Place at = place.at(index);
        faults_.add_failed(collect_one(wire, names, at), at);
      };
      for_each({wire.each, wire.if_}, place, budget_, faults_, visit);
    }
  }
  for (const std::unique_ptr<Instance>& instance : scope.instances) {
    if (instance->part != nullptr) collect(*instance->part);
  }
}

Result<> Wiring::collect_one(const api::SpecWire& wire, const Names& names, const Place& place) {
  const Value from = TRY(interpolate(wire.from, names));
  const std::vector<Found> outputs =
      TRY(find_ports(*place.scope, to_text(from), PortKind::IrqOut, reach_of(place)));
  for (const std::string& name : names_of(wire.to)) {
    const Value to = TRY(interpolate(name, names));
    const std::vector<Found> inputs =
        TRY(find_ports(*place.scope, to_text(to), PortKind::IrqIn, reach_of(place)));
    if (outputs.size() != inputs.size()) {
      return fail(fmt::format(
          "'{}' is {} and '{}' {}",
          to_text(from),
          count(outputs),
          to_text(to),
          count(inputs)
      ));
    }
    for (size_t i = 0; i < outputs.size(); ++i) {
      if (is_all(outputs[i]) != is_all(inputs[i])) {
        return fail(fmt::format(
            "'{}' to '{}': a range of known length is needed on both sides",
            to_text(from),
            to_text(to)
        ));
      }
      wires_.push_back({outputs[i], inputs[i], place});
    }
  }
  return {};
}

void Wiring::rewire(const std::vector<PatchStep>& steps) {
  for (const PatchStep& step : steps) {
    if (step.verb != PatchStep::Verb::Rewire) continue;
    Result<> done = rewire(step);
    if (!done) faults_.add(step.place, std::move(done).error());
  }
}

Result<> Wiring::rewire(const PatchStep& step) {
  const Found from = TRY(find_port(step.place, step.target, PortKind::IrqOut));
  const size_t found = TRY(find_wire(step, from));
  if (!step.written->to) {
    wires_.erase(wires_.begin() + static_cast<std::ptrdiff_t>(found));
    return {};
  }
  const Value to = TRY(evaluate_scalar(step.written->to->json(), step.place.scope->names));
  wires_[found].to = TRY(find_port(step.place, to_text(to), PortKind::IrqIn));
  wires_[found].place = step.place;
  return {};
}

/// The one wire from that output, or from it to the input that the step names.
Result<size_t> Wiring::find_wire(const PatchStep& step, const Found& from) const {
  std::optional<Found> was;
  if (step.written->was) {
    const Value text = TRY(interpolate(*step.written->was, step.place.scope->names));
    was = TRY(find_port(step.place, to_text(text), PortKind::IrqIn));
  }
  std::vector<size_t> found;
  for (size_t i = 0; i < wires_.size(); ++i) {
    const PlannedWire& wire = wires_[i];
    if (wire.from.text == from.text && (!was || was->text == wire.to.text)) found.push_back(i);
    // How many there are is known only to the objects.
    const bool covers = is_all(wire.from) && wire.from.node == from.node &&
                        from.text.starts_with(wire.from.text.substr(0, wire.from.text.size() - 2));
    if (covers) {
      return fail(fmt::format(
          "'{}' is wired as one of all by '{}' ({}); there the range must be written out",
          step.target,
          wire.from.text,
          describe(wire.place)
      ));
    }
  }
  if (found.size() == 1) return found[0];
  if (found.empty()) {
    const std::string where = was ? fmt::format(" to '{}'", *step.written->was) : "";
    return fail(fmt::format("no wire leads from '{}'{}", step.target, where));
  }
  return fail(fmt::format(
      "{} wires lead from '{}', to '{}' and '{}'; say in \"was\" which one",
      found.size(),
      step.target,
      wires_[found[0]].to.text,
      wires_[found[1]].to.text
  ));
}

std::vector<PlannedWire> Wiring::take() {
  std::set<std::pair<const Removal*, std::string>> reported;
  std::erase_if(wires_, [&](const PlannedWire& wire) {
    const Removal* of_output = wire.from.node->removed();
    const Removal* of_input = wire.to.node->removed();
    if (of_output == nullptr && of_input == nullptr) return false;
    // Nothing is left dangling where both ends go.
    if (of_output != nullptr && of_input != nullptr) return true;
    const Removal* removal = of_output != nullptr ? of_output : of_input;
    const Found& end = of_output != nullptr ? wire.from : wire.to;
    if (removal->with_wires) return true;
    const std::string by = describe(wire.place);
    if (!reported.emplace(removal, by).second) return true;  // one of a range
    faults_.add(
        removal->place,
        fmt::format(
            "'{}' is still wired ({}); add \"with-wires\": true, or rewire before",
            end.text,
            by
        )
    );
    return true;
  });
  return std::move(wires_);
}

}  // namespace vm::machine
