// SPDX-License-Identifier: Apache-2.0

#include "vm/machine/expand_wires.h"

#include <algorithm>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "runtime/json/json.h"
#include "vm/machine/expand_emit.h"
#include "vm/machine/expand_params.h"
#include "vm/machine/json_words.h"

namespace vm::machine {
namespace {

/// "1 port", "3 ports"
std::string count(const std::vector<Found>& ports) {
  return fmt::format("{} port{}", ports.size(), ports.size() == 1 ? "" : "s");
}

bool is_all(const Found& port) {
  return port.text.ends_with("[*]");
}

bool has_all(const std::vector<Found>& ports) {
  return std::any_of(ports.begin(), ports.end(), is_all);
}

std::string text_of(const Place& place) {
  return fmt::format("{}: {}", place.document().where(place.pointer), place.title());
}

Result<Found> find_port(const Place& place, std::string_view text, PortKind kind) {
  std::vector<Found> ports = TRY(find_ports(*place.scope, text, kind, reach_of(place)));
  if (ports.size() == 1 && !is_all(ports[0])) return std::move(ports[0]);
  return fail(fmt::format("'{}' matches {}; a patch is for one", text, count(ports)));
}

/// The same of a node that no earlier change has removed.
Result<Found> find_present_port(const PatchStep& step, std::string_view text, PortKind kind) {
  Found port = TRY(find_port(step.place, text, kind));
  const Removal* removal = port.node->removed();
  if (removal != nullptr && removal->order < step.order)
    return tl::unexpected(is_removed(text, *removal));
  return port;
}

Result<Found> find_was(const PatchStep& step) {
  const Value text = TRY(interpolate(*step.written->was, step.place.scope->names));
  return find_port(step.place, to_text(text), PortKind::IrqIn);
}

Result<Found> find_new_end(const PatchStep& step) {
  const qapi::Json& written = step.written->to->json();
  if (!written.is_string())
    return fail(fmt::format("the name of an input is expected, not {}", in_words(written)));
  const Value text = TRY(evaluate_scalar(written, step.place.scope->names));
  return find_present_port(step, to_text(text), PortKind::IrqIn);
}

Result<Wiring::Ports> ports_of(
    const std::string& written,
    const Names& names,
    const Place& place,
    PortKind kind
) {
  const Value value = TRY(interpolate(written, names));
  std::string text = to_text(value);
  std::vector<Found> found = TRY(find_ports(*place.scope, text, kind, reach_of(place)));
  return Wiring::Ports{std::move(text), std::move(found)};
}

}  // namespace

void Wiring::collect(const Scope& scope) {
  for (const Spec* layer : scope.layers) {
    for (size_t i = 0; i < layer->wires.size(); ++i) {
      const api::SpecWire& wire = layer->wires[i];
      const Place place =
          scope.place(*layer, fmt::format("/wires/{}", i), fmt::format("wires[{}]", i));
      const auto visit = [&](const Names& names, std::optional<int64_t> index) {
        collect_one(wire, names, place.at(index));
      };
      for_each({wire.each, wire.if_}, place, budget_, faults_, visit);
    }
  }
  for (const std::unique_ptr<Instance>& instance : scope.instances) {
    if (instance->part != nullptr) collect(*instance->part);
  }
}

void Wiring::collect_one(const api::SpecWire& wire, const Names& names, const Place& place) {
  const std::optional<Ports> outputs =
      faults_.keep(ports_of(wire.from, names, place, PortKind::IrqOut), place.member("from"));
  const std::vector<std::string> ends = names_of(wire.to);
  const Place to = place.member("to");
  if (ends.empty()) faults_.add(to, "at least one input is expected");
  for (size_t i = 0; i < ends.size(); ++i) {
    const std::optional<Ports> inputs = faults_.keep(
        ports_of(ends[i], names, place, PortKind::IrqIn),
        ends.size() == 1 ? to : to.element(i)
    );
    if (outputs && inputs) faults_.add_failed(join(*outputs, *inputs, place), place);
  }
}

Result<> Wiring::join(const Ports& outputs, const Ports& inputs, const Place& place) {
  const bool is_open = has_all(outputs.found);
  if (is_open != has_all(inputs.found)) {
    return fail(fmt::format(
        "'{}' to '{}': a range of known length is needed on both sides",
        outputs.text,
        inputs.text
    ));
  }
  if (outputs.found.size() != inputs.found.size()) {
    return fail(fmt::format(
        "'{}' is {} and '{}' {}",
        outputs.text,
        count(outputs.found),
        inputs.text,
        count(inputs.found)
    ));
  }
  for (size_t i = 0; i < outputs.found.size(); ++i) {
    wires_.push_back({outputs.found[i], inputs.found[i], place});
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
  const Found from = TRY(find_present_port(step, step.target, PortKind::IrqOut));
  std::optional<Found> was;
  std::optional<Found> to;
  bool is_sound = true;
  if (step.written->was) {
    was = faults_.keep(find_was(step), step.place.member("was"));
    is_sound = was.has_value();
  }
  if (step.written->to) {
    to = faults_.keep(find_new_end(step), step.place.member("to"));
    is_sound = is_sound && to;
  }
  if (!is_sound) return {};
  const size_t found = TRY(find_wire(step, from, was));
  if (to) {
    wires_[found].to = *std::move(to);
    wires_[found].place = step.place;
  } else {
    wires_.erase(wires_.begin() + static_cast<std::ptrdiff_t>(found));
  }
  return {};
}

/// The one wire from that output, or from it to the input that the step names.
Result<size_t> Wiring::find_wire(
    const PatchStep& step,
    const Found& from,
    const std::optional<Found>& was
) const {
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
          text_of(wire.place)
      ));
    }
  }
  if (found.size() == 1) return found[0];
  if (found.empty()) {
    return fail(fmt::format(
        "no wire leads from '{}'{}{}",
        step.target,
        was ? fmt::format(" to '{}'", *step.written->was) : "",
        was ? list_ends(from) : ""
    ));
  }
  return fail(fmt::format(
      "{} wires lead from '{}', to '{}' and '{}'; say in \"was\" which one",
      found.size(),
      step.target,
      wires_[found[0]].to.text,
      wires_[found[1]].to.text
  ));
}

/// "; it leads to 'plic:in[1]' and 'plic:in[2]'"
std::string Wiring::list_ends(const Found& from) const {
  std::vector<std::string> ends;
  for (const PlannedWire& wire : wires_) {
    if (wire.from.text == from.text) ends.push_back(fmt::format("'{}'", wire.to.text));
  }
  return ends.empty() ? "" : fmt::format("; it leads to {}", fmt::join(ends, " and "));
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
    const std::string by = text_of(wire.place);
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
