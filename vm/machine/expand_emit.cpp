// SPDX-License-Identifier: Apache-2.0

#include "vm/machine/expand_emit.h"

#include <algorithm>

#include <fmt/format.h>

#include "runtime/json/json.h"
#include "vm/machine/expand_loop.h"
#include "vm/machine/expand_params.h"
#include "vm/machine/expand_reference.h"
#include "vm/machine/expand_wires.h"
#include "vm/machine/json_words.h"

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
  if (!is_scalar(json))
    return fail(fmt::format("an address or a size is expected, not {}", in_words(json)));
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
      if (step.written->map) emit_added_window(step);
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
      if (!is_part) {
        emit_settings(*instance, arguments);
        note_origins(*instance);
      }
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

  /// To be called before the object's command is added.
  void note_origins(const Instance& instance) {
    for (const Setting& setting : instance.settings) {
      const Place& place = setting.place;
      const bool is_beside = &place.document() == &instance.place.document() &&
                             place.pointer.starts_with(instance.place.pointer + "/");
      if (is_beside || place.scope->is_around) continue;
      plan_.property_origins[plan_.commands.size()][setting.name] = place.origin();
    }
  }

  /// Links between nodes become paths. What lies outside of machines (a chardev) keeps its name.
  Result<Json> resolve(const PropertyType& property, const Json& value, const Place& place) {
    if (property.links == nullptr) return value;
    if (derives_from(vocabulary_.types, property.linked_type(), "backend")) return value;
    if (property.mandatory && value == "") return fail("the name of a node is expected");
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
    if (!value.is_string())
      return fail(fmt::format("the name of a node is expected, not {}", in_words(value)));
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
    return tl::unexpected(is_removed(name, *removal));
  }

  void emit_windows(const Scope& scope) {
    for (const Spec* layer : scope.layers) {
      for (size_t i = 0; i < layer->map.size(); ++i) {
        const api::SpecMap& window = layer->map[i];
        const Place place =
            scope.place(*layer, fmt::format("/map/{}", i), fmt::format("map[{}]", i));
        const auto visit = [&](const Names& names, std::optional<int64_t> index) {
          emit_window(window, names, place.at(index));
        };
        for_each({window.each, window.if_}, place, budget_, faults_, visit);
      }
    }
    for (const std::unique_ptr<Instance>& instance : scope.instances) {
      if (instance->part != nullptr) emit_windows(*instance->part);
    }
  }

  /// All that is wrong with a window is reported, each member in its place.
  void emit_window(const api::SpecMap& window, const Names& names, const Place& place) {
    const std::optional<Found> region =
        faults_.keep(region_of(window.region, names, place), place.member("region"));
    // The window of what is removed goes with it.
    if (region && region->node->removed() != nullptr) return;
    Json arguments = {{"region", region ? region->text : ""}};
    bool is_sound = set_extent(window, names, place, arguments) && region;
    const std::vector<std::string> spaces = names_of(window.into);
    const Place into = place.member("into");
    if (spaces.empty()) faults_.add(into, "at least one address space is expected");
    for (size_t i = 0; i < spaces.size(); ++i) {
      const Place at = spaces.size() == 1 ? into : into.element(i);
      emit_into(spaces[i], names, at, is_sound ? &arguments : nullptr, place);
    }
  }

  static Result<Found> region_of(const std::string& text, const Names& names, const Place& place) {
    const Value region = TRY(interpolate(text, names));
    return find_region(*place.scope, to_text(region), reach_of(place));
  }

  /// The window that a patch gives to the node it adds.
  void emit_added_window(const PatchStep& step) {
    const api::SpecPatchWindow& window = *step.written->map;
    const Names& names = step.place.scope->names;
    const Place place = step.place.member("map");
    const std::string port = window.port ? ":" + *window.port : "";
    const std::optional<Found> region = faults_.keep(
        find_region(*step.place.scope, step.target + port, Reach::Inside),
        window.port ? place.member("port") : place
    );
    Json arguments = {{"region", region ? region->text : ""}};
    const bool is_sound = set_extent(window, names, place, arguments) && region;
    emit_into(
        window.into,
        names,
        place.member("into"),
        is_sound ? &arguments : nullptr,
        step.place
    );
  }

  /// Where a window lies, and what of the region it shows. False if any of it is wrong.
  template <typename Window>
  bool set_extent(const Window& window, const Names& names, const Place& place, Json& arguments) {
    bool is_sound = true;
    const auto set = [&](const char* name, Result<Json> value) {
      std::optional<Json> kept = faults_.keep(std::move(value), place.member(name));
      is_sound = is_sound && kept.has_value();
      if (kept) arguments[name] = *std::move(kept);
    };
    set("at", evaluate_size(window.at.json(), names));
    arguments["into"] = nullptr;
    if (window.offset) set("offset", evaluate_size(window.offset->json(), names));
    if (window.size) set("size", evaluate_size(window.size->json(), names));
    if (window.priority) set("priority", evaluate_priority(window.priority->json(), names));
    return is_sound;
  }

  static Result<Json> evaluate_priority(const Json& json, const Names& names) {
    return Json(TRY(evaluate_number(json, names)));
  }

  /// `arguments` are the rest of the window, null where that is wrong already.
  void emit_into(
      const std::string& name,
      const Names& names,
      const Place& at,
      Json* arguments,
      const Place& window
  ) {
    const std::optional<Found> space = faults_.keep(space_of(name, names, at), at);
    if (!space || arguments == nullptr) return;
    (*arguments)["into"] = space->text;
    add("map", *arguments, window);
  }

  static Result<Found> space_of(const std::string& name, const Names& names, const Place& place) {
    const Value into = TRY(interpolate(name, names));
    return find_present(place, to_text(into));
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
