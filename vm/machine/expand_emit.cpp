// SPDX-License-Identifier: Apache-2.0

#include "vm/machine/expand_emit.h"

#include <algorithm>

#include <fmt/format.h>

#include "runtime/json/json.h"
#include "vm/machine/expand_loop.h"
#include "vm/machine/expand_params.h"
#include "vm/machine/expand_reference.h"

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

  Plan emit(const Scope& machine) {
    plan_.machine = machine.spec->name;
    emit_nodes(machine);
    emit_each(machine, &Emitter::emit_windows);
    emit_each(machine, &Emitter::emit_wires);
    return std::move(plan_);
  }

 private:
  void emit_nodes(const Scope& scope) {
    const std::string parent =
        scope.path.empty() ? std::string() : fmt::format("{}/{}", kMachine, scope.path);
    for (const std::unique_ptr<Instance>& instance : scope.instances) {
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
      Result<Json> value = resolve(*property, setting.value->json(), *setting.place.scope);
      if (value) {
        arguments[setting.name] = *std::move(value);
      } else {
        faults_.add(setting.place, std::move(value).error());
      }
    }
  }

  /// Links between nodes become paths. What lies outside of machines (a chardev) keeps its name.
  Result<Json> resolve(const PropertyType& property, const Json& value, const Scope& scope) {
    if (property.links == nullptr) return value;
    if (derives_from(vocabulary_.types, property.linked_type(), "backend")) return value;
    if (value.is_array()) {
      Json paths = Json::array();
      for (const Json& each : value) {
        paths.push_back(TRY(resolve_link(each, scope)));
      }
      return paths;
    }
    return resolve_link(value, scope);
  }

  static Result<Json> resolve_link(const Json& value, const Scope& scope) {
    if (!value.is_string()) return fail("the name of a node is expected");
    const std::string& name = value.get_ref<const std::string&>();
    if (name.empty()) return value;
    const std::string path = TRY(find_node(scope, name));
    return Json(fmt::format("{}/{}", kMachine, path));
  }

  void emit_each(const Scope& scope, void (Emitter::*emit_scope)(const Scope&)) {
    (this->*emit_scope)(scope);
    for (const std::unique_ptr<Instance>& instance : scope.instances) {
      if (instance->part != nullptr) emit_each(*instance->part, emit_scope);
    }
  }

  void emit_windows(const Scope& scope) {
    for (size_t i = 0; i < scope.spec->map.size(); ++i) {
      const api::SpecMap& window = scope.spec->map[i];
      const Place place{&scope, fmt::format("/map/{}", i), fmt::format("map[{}]", i)};
      for_each(
          {window.each, window.if_},
          place,
          budget_,
          faults_,
          [&](const Names& names, auto index) {
            report(emit_window(window, names, place), place, index);
          }
      );
    }
  }

  Result<> emit_window(const api::SpecMap& window, const Names& names, const Place& place) {
    const Value region = TRY(interpolate(window.region, names));
    // TRY inside of the braces would leak what they have made so far (g++ 12).
    std::string region_name = TRY(find_region(*place.scope, to_text(region)));
    Json arguments = {{"region", std::move(region_name)}};
    arguments["at"] = TRY(evaluate_size(window.at.json(), names));
    arguments["into"] = nullptr;
    if (window.offset) arguments["offset"] = TRY(evaluate_size(window.offset->json(), names));
    if (window.size) arguments["size"] = TRY(evaluate_size(window.size->json(), names));
    if (window.priority)
      arguments["priority"] = TRY(evaluate_number(window.priority->json(), names));
    for (const std::string& name : names_of(window.into)) {
      const Value into = TRY(interpolate(name, names));
      arguments["into"] = TRY(find_node(*place.scope, to_text(into)));
      add("map", arguments, place);
    }
    return {};
  }

  void emit_wires(const Scope& scope) {
    for (size_t i = 0; i < scope.spec->wires.size(); ++i) {
      const api::SpecWire& wire = scope.spec->wires[i];
      const Place place{&scope, fmt::format("/wires/{}", i), fmt::format("wires[{}]", i)};
      for_each({wire.each, wire.if_}, place, budget_, faults_, [&](const Names& names, auto index) {
        report(emit_wire(wire, names, place), place, index);
      });
    }
  }

  Result<> emit_wire(const api::SpecWire& wire, const Names& names, const Place& place) {
    const Value from = TRY(interpolate(wire.from, names));
    const std::vector<std::string> outputs =
        TRY(find_ports(*place.scope, to_text(from), PortKind::IrqOut));
    for (const std::string& name : names_of(wire.to)) {
      const Value to = TRY(interpolate(name, names));
      const std::vector<std::string> inputs =
          TRY(find_ports(*place.scope, to_text(to), PortKind::IrqIn));
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
        if (outputs[i].ends_with("[*]") != inputs[i].ends_with("[*]")) {
          return fail(fmt::format(
              "'{}' to '{}': a range of known length is needed on both sides",
              to_text(from),
              to_text(to)
          ));
        }
        add("connect", {{"from", outputs[i]}, {"to", inputs[i]}}, place);
      }
    }
    return {};
  }

  static std::string count(const std::vector<std::string>& ports) {
    return fmt::format("{} port{}", ports.size(), ports.size() == 1 ? "" : "s");
  }

  void report(Result<> result, Place place, std::optional<int64_t> index) {
    if (result) return;
    if (index) place.label += fmt::format(" at {}", *index);
    faults_.add(place, std::move(result).error());
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
  if (const auto* one = std::get_if<std::string>(&names.u)) return {*one};
  return std::get<std::vector<std::string>>(names.u);
}

Plan emit(const Scope& machine, const Vocabulary& vocabulary, Faults& faults) {
  return Emitter(vocabulary, faults).emit(machine);
}

}  // namespace vm::machine
