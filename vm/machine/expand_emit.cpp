// SPDX-License-Identifier: Apache-2.0

#include "vm/machine/expand_emit.h"

#include <algorithm>

#include <fmt/format.h>

#include "runtime/json/json.h"
#include "vm/machine/expand_loop.h"
#include "vm/machine/expand_params.h"
#include "vm/machine/expand_reference.h"
#include "vm/machine/expand_wires.h"

namespace vm::machine {
namespace {

using qapi::Json;

constexpr std::string_view kMachine = "/machine";
constexpr std::string_view kPartType = "container";

bool derives_from(std::span<const ObjectType> types, std::string_view name, std::string_view base) {
  return std::any_of(types.begin(), types.end(), [&](const ObjectType& type) {
    return type.name == name && type.is_a(base);
  });
}

/// An address or a length of the document: a number, or one written as a string.
Result<Json> evaluate_size(const Json& json, const Names& names) {
  // Beyond the 63 bits of expressions, but not of addresses.
  if (json.is_number_unsigned()) return json;
  const Value value = TRY(evaluate_scalar(json, names));
  if (const auto* number = std::get_if<int64_t>(&value); number != nullptr && *number >= 0) {
    return Json(*number);
  }
  const auto* text = std::get_if<std::string>(&value);
  if (text != nullptr) {
    const Json spelled(*text);
    std::vector<Error> errors;
    uint64_t size = 0;
    if (decode_size(qapi::Reader(spelled, qapi::Spelling::Text, errors), size)) return spelled;
  }
  return fail(fmt::format("an address or a size is expected, not {}", describe(value)));
}

class Emitter {
 public:
  Emitter(const Vocabulary& vocabulary, Faults& faults)
      : vocabulary_(vocabulary),
        faults_(faults) {}

  Plan emit(const Scope& machine, const Patches& patches) {
    plan_.machine = machine.spec->name;
    emit_nodes(machine);
    emit_windows(machine);
    for (const PatchStep& step : patches.steps()) {
      if (step.written->map) faults_.add_failed(emit_added_window(step), step.place);
    }
    emit_wires(machine, patches);
    return std::move(plan_);
  }

 private:
  void emit_nodes(const Scope& scope) {
    const std::string parent =
        scope.path.empty() ? std::string() : fmt::format("{}/{}", kMachine, scope.path);
    for (const std::unique_ptr<Instance>& instance : scope.instances) {
      if (instance->removal) continue;
      const bool is_part = instance->part != nullptr;
      if (!is_part && instance->type == nullptr) continue;  // reported when its type was not found
      Json arguments = {
          {"driver", is_part ? kPartType : instance->type->name},
          {"id", instance->name}};
      if (!parent.empty()) arguments["parent"] = parent;
      if (!is_part) emit_settings(*instance, arguments);
      add("device_add", std::move(arguments), instance->place);
      if (is_part) emit_nodes(*instance->part);
    }
  }

  void emit_settings(const Instance& instance, Json& arguments) {
    for (const Setting& setting : instance.settings) {
      const PropertyType* property = instance.type->find_property(setting.name);
      if (property == nullptr || !setting.value) continue;
      Result<Json> value = resolve(*property, setting.value->json(), setting.place);
      if (value) {
        arguments[setting.name] = *std::move(value);
      } else {
        faults_.add(setting.place, std::move(value).error());
      }
    }
  }

  /// Links between nodes become paths. What lies outside of machines (a chardev) keeps its name.
  Result<Json> resolve(const PropertyType& property, const Json& value, const Place& place) {
    if (property.links == nullptr) return value;
    if (derives_from(vocabulary_.types, property.linked_type(), "backend")) return value;
    if (value.is_array()) {
      Json paths = Json::array();
      for (const Json& each : value) {
        paths.push_back(TRY(resolve_link(each, place)));
      }
      return paths;
    }
    return resolve_link(value, place);
  }

  static Result<Json> resolve_link(const Json& value, const Place& place) {
    if (place.scope->is_around) return value;  // the name of an object that exists
    if (!value.is_string()) return fail("the name of a node is expected");
    const std::string& name = value.get_ref<const std::string&>();
    if (name.empty()) return value;
    const Found node = TRY(find_present(place, name));
    return Json(fmt::format("{}/{}", kMachine, node.text));
  }

  /// A node that no patch has removed.
  static Result<Found> find_present(const Place& place, std::string_view name) {
    Found node = TRY(find_node(*place.scope, name, reach_of(place)));
    const Removal* removal = node.node->removed();
    if (removal == nullptr) return node;
    return fail(fmt::format(
        "'{}' is removed by {} ({})",
        name,
        removal->place.label,
        removal->place.document().where(removal->place.pointer)
    ));
  }

  void emit_windows(const Scope& scope) {
    for (const Spec* layer : scope.layers) {
      for (size_t i = 0; i < layer->map.size(); ++i) {
        const api::SpecMap& window = layer->map[i];
        const Place place =
            scope.place(*layer, fmt::format("/map/{}", i), fmt::format("map[{}]", i));
        const auto visit = [&](const Names& names, std::optional<int64_t> index) {
          const Place at = place.at(index);
          faults_.add_failed(emit_window(window, names, at), at);
        };
        for_each({window.each, window.if_}, place, budget_, faults_, visit);
      }
    }
    for (const std::unique_ptr<Instance>& instance : scope.instances) {
      if (instance->part != nullptr) emit_windows(*instance->part);
    }
  }

  Result<> emit_window(const api::SpecMap& window, const Names& names, const Place& place) {
    const Value text = TRY(interpolate(window.region, names));
    const Found region = TRY(find_region(*place.scope, to_text(text), reach_of(place)));
    // The window of what is removed goes with it.
    if (region.node->removed() != nullptr) return {};
    Json arguments = {{"region", region.text}};
    TRY(set_extent(window, names, arguments));
    for (const std::string& name : names_of(window.into)) {
      TRY(emit_into(name, names, place, arguments));
    }
    return {};
  }

  /// The window that a patch gives to the node it adds.
  Result<> emit_added_window(const PatchStep& step) {
    const api::SpecPatchWindow& window = *step.written->map;
    const Names& names = step.place.scope->names;
    const std::string port = window.port ? ":" + *window.port : "";
    const Found region = TRY(find_region(*step.place.scope, step.target + port, Reach::Inside));
    Json arguments = {{"region", region.text}};
    TRY(set_extent(window, names, arguments));
    return emit_into(window.into, names, step.place, arguments);
  }

  /// Where a window lies, and what of the region it shows.
  template <typename Window>
  static Result<> set_extent(const Window& window, const Names& names, Json& arguments) {
    arguments["at"] = TRY(evaluate_size(window.at.json(), names));
    arguments["into"] = nullptr;
    if (window.offset) arguments["offset"] = TRY(evaluate_size(window.offset->json(), names));
    if (window.size) arguments["size"] = TRY(evaluate_size(window.size->json(), names));
    if (window.priority)
      arguments["priority"] = TRY(evaluate_number(window.priority->json(), names));
    return {};
  }

  Result<> emit_into(
      const std::string& name,
      const Names& names,
      const Place& place,
      Json& arguments
  ) {
    const Value into = TRY(interpolate(name, names));
    const Found space = TRY(find_present(place, to_text(into)));
    arguments["into"] = space.text;
    add("map", arguments, place);
    return {};
  }

  void emit_wires(const Scope& machine, const Patches& patches) {
    Wiring wiring(faults_);
    wiring.collect(machine);
    wiring.rewire(patches.steps());
    for (const PlannedWire& wire : wiring.take()) {
      add("connect", {{"from", wire.from.text}, {"to", wire.to.text}}, wire.place);
    }
  }

  void add(std::string command, Json arguments, const Place& place) {
    if (plan_.commands.size() == kMaxCommands) {
      if (!exhausted_) faults_.add(place, fmt::format("more than {} commands", kMaxCommands));
      exhausted_ = true;
      return;
    }
    plan_.commands.emplace_back(
        std::move(command),
        std::move(arguments),
        qapi::Origin{qapi::Origin::Kind::Internal, place.origin()}
    );
  }

  const Vocabulary& vocabulary_;
  Faults& faults_;
  Plan plan_;
  LoopBudget budget_;
  bool exhausted_ = false;
};

}  // namespace

std::vector<std::string> names_of(const api::SpecNames& names) {
  if (const auto* one = names.u.get_if<std::string>()) return {*one};
  return *names.u.get_if<std::vector<std::string>>();
}

Plan emit(
    const Scope& machine,
    const Patches& patches,
    const Vocabulary& vocabulary,
    Faults& faults
) {
  return Emitter(vocabulary, faults).emit(machine, patches);
}

}  // namespace vm::machine
