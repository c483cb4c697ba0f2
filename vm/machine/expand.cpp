// SPDX-License-Identifier: Apache-2.0
//
// The first of two passes: lists the instances of each scope, evaluates what they are set to, and
// goes into parts. The second one (expand_emit.cpp) resolves references and writes the commands.

#include "vm/machine/expand.h"

#include <algorithm>
#include <optional>
#include <set>

#include <fmt/format.h>

#include "runtime/json/json.h"
#include "runtime/json/nearest.h"
#include "runtime/json/source_map.h"
#include "vm/machine/expand_bind.h"
#include "vm/machine/expand_emit.h"
#include "vm/machine/expand_expose.h"
#include "vm/machine/expand_loop.h"
#include "vm/machine/expand_params.h"
#include "vm/machine/expand_patch.h"
#include "vm/machine/expand_reference.h"
#include "vm/machine/expand_scope.h"
#include "vm/machine/expand_settable.h"
#include "vm/machine/expansion.h"
#include "vm/machine/layers.h"
#include "vm/machine/reference_text.h"
#include "vm/machine/spec_library.h"

namespace vm::machine {
namespace {

using qapi::Json;

const ObjectType* find_type(std::span<const ObjectType> types, std::string_view name) {
  const auto found = std::find_if(types.begin(), types.end(), [name](const ObjectType& type) {
    return type.name == name;
  });
  return found == types.end() ? nullptr : &*found;
}

class Expander {
 public:
  Expander(const Vocabulary& vocabulary, Patches& patches, Faults& faults)
      : vocabulary_(vocabulary),
        patches_(patches),
        faults_(faults) {}

  /// Fills a scope whose parameters are bound. `exposed` are the settings of exposed properties.
  void fill(Scope& scope, const std::vector<Setting>& exposed) {
    list_instances(scope);
    for (const Setting& setting : exposed) {
      spread(scope, setting);
    }
    patches_.apply_to(scope);
    for (const std::unique_ptr<Instance>& instance : scope.instances) {
      if (exhausted_) return;
      set_type(*instance);
    }
  }

  /// Binds the part's parameters, and fills its scope.
  void enter_part(Instance& instance, const Spec& spec) {
    size_t depth = 0;
    for (const Scope* each = instance.place.scope; each != nullptr; each = each->outer()) {
      if (each->spec == &spec && !each->is_around)
        return faults_.add(instance.place, fmt::format("part '{}' contains itself", spec.name));
      if (++depth > kMaxPartDepth)
        return faults_.add(instance.place, "parts are nested too deeply");
    }
    instance.part = std::make_unique<Scope>();
    Scope& scope = *instance.part;
    scope.spec = &spec;
    scope.layers = {&spec};
    scope.instance = &instance;
    scope.path = instance.place.scope->path_of(instance);

    qapi::Any given(Json::object(), qapi::Spelling::Text);
    std::vector<Setting> exposed;
    for (const Setting& setting : instance.settings) {
      if (find_entry(spec.params, setting.name) != nullptr) {
        // What is wrong with it has been said.
        if (!setting.value) return instance.part.reset();
        given.json()[setting.name] = setting.value->json();
      } else if (match_exposed(spec.exposed_props, setting.name)) {
        exposed.push_back(setting);
      } else {
        faults_.add_failed(check_settable(spec, setting.name), setting.place);
      }
    }
    const bool is_bound =
        bind_params(scope, given, faults_, [&](const std::string& name, Error error) {
          faults_.add(place_of(instance, name), std::move(error));
        });
    // Without its parameters there is nothing more to say about a part.
    if (!is_bound) return instance.part.reset();
    run_checks(scope, faults_);
    fill(scope, exposed);
    check_exposed(scope, faults_);
  }

 private:
  void list_instances(Scope& scope) {
    for (const Spec* layer : scope.layers) {
      for (const Entry<api::SpecNode>& node : layer->nodes) {
        list_node(scope, *layer, node);
        if (exhausted_) return;
      }
    }
    for (const Entry<api::SpecExposedSpace>& space : scope.spec->exposed_spaces) {
      const auto* own = space.value.u.get_if<api::SpecOwnSpace>();
      if (own != nullptr && !scope.by_key.contains(space.name)) add_space(scope, space.name, *own);
    }
  }

  void add_space(Scope& scope, const std::string& name, const api::SpecOwnSpace& space) {
    const Place place =
        scope.place(*scope.spec, "/expose/spaces/" + name, fmt::format("expose.spaces.{}", name));
    Instance& instance = scope.add_instance(name, name, place);
    instance.type_name = "address-space";
    if (!space.size) return;
    const Place at = place.member("size");
    const Json& written = space.size->json();
    Result<qapi::Any> size = evaluate_all(written, scope.names);
    if (!size) return faults_.add(at, std::move(size).error());
    instance.settings.push_back({"size", *std::move(size), at, &written});
  }

  void list_node(Scope& scope, const Spec& layer, const Entry<api::SpecNode>& node) {
    const Place place = scope.place(
        layer,
        "/nodes" + qapi::pointer_step(node.name),
        fmt::format("nodes.{}", node.name)
    );
    const auto visit = [&](const Names& names, std::optional<int64_t> index) {
      const std::string name = index ? fmt::format("{}[{}]", node.name, *index) : node.name;
      Place at = place;
      at.label = "nodes." + name;
      add_node(scope, node, name, std::move(at), names);
    };
    scope
        .by_key[node.name];  // known to "did you mean", and to references, even when there are none
    for_each({node.value.each, node.value.if_}, place, budget_, faults_, visit);
  }

  void add_node(
      Scope& scope,
      const Entry<api::SpecNode>& node,
      const std::string& name,
      Place place,
      const Names& names
  ) {
    if (++nodes_ > kMaxNodes) {
      if (!exhausted_) faults_.add(place, fmt::format("more than {} nodes", kMaxNodes));
      exhausted_ = true;
      return;
    }
    if (scope.by_name.contains(name)) {
      return faults_.add(
          place,
          fmt::format("there is a node '{}' already; a patch can set or replace it", name)
      );
    }
    Instance& instance = scope.add_instance(node.name, name, std::move(place));
    set_type_name(instance, node.value.type, names, faults_);
    if (node.value.props) {
      const Place at = instance.place.member("props");
      set_props(instance, node.value.props->json(), at, names, faults_);
    }
  }

  /// Hands the value of an exposed property to the nodes that it is in truth a property of.
  void spread(Scope& scope, const Setting& setting) {
    const std::optional<ExposedName> name = match_exposed(scope.spec->exposed_props, setting.name);
    const Entry<api::SpecExposedProperty>& exposed = scope.spec->exposed_props[name->entry];
    const Place place{
        &scope,
        "/expose/props" + qapi::pointer_step(exposed.name),
        fmt::format("expose.props.{}", setting.name)};
    Names names = scope.names;
    if (!name->variable.empty()) names[name->variable] = name->index;
    Setting inner = setting;
    if (exposed.value.expr && setting.value) {
      Result<qapi::Any> converted = convert(*exposed.value.expr, setting, names);
      if (!converted) return faults_.add(place, std::move(converted).error());
      inner.value = *std::move(converted);
    }
    for (const std::string& to : names_of(exposed.value.to)) {
      Result<> done = set_target(scope, name->substitute(to), names, inner);
      if (!done) faults_.add(place, std::move(done).error());
    }
  }

  Result<qapi::Any> convert(const std::string& expression, const Setting& setting, Names names) {
    names["value"] = TRY(evaluate_scalar(setting.value->json(), {}));
    return evaluate_all(Json(expression), names);
  }

  static Result<> set_target(
      const Scope& scope,
      const std::string& to,
      const Names& names,
      const Setting& setting
  ) {
    const Value value = TRY(interpolate(to, names));
    const std::string text = to_text(value);
    const size_t dot = find_dot(text);
    if (dot == std::string::npos) return fail(fmt::format("'{}' is not NODE.PROPERTY", text));
    const std::vector<Instance*> targets = TRY(find_instances(scope, text.substr(0, dot)));
    for (Instance* target : targets) {
      Setting inner = setting;
      inner.name = text.substr(dot + 1);
      std::erase_if(target->settings, [&](const Setting& old) { return old.name == inner.name; });
      target->settings.push_back(std::move(inner));
    }
    return {};
  }

  void set_type(Instance& instance) {
    if (instance.type_name.empty()) return;
    instance.type = find_type(vocabulary_.types, instance.type_name);
    // What is wrong with an object that is removed does not matter any more.
    if (instance.type != nullptr) return instance.removal ? void() : check_props(instance);
    Result<const Spec*> part =
        vocabulary_.specs.part(instance.type_name, instance.place.document());
    const bool is_missing = !part || *part == nullptr;
    if (is_missing && instance.removal) return;
    if (!part) return refuse(instance, std::move(part).error());
    if (*part == nullptr) return faults_.add(instance.place.member("type"), unknown_type(instance));
    enter_part(instance, **part);
  }

  /// A part whose document is faulty: what else is wrong with it is said once.
  void refuse(const Instance& instance, Error error) {
    if (!refused_.insert(error.desc).second) error.more.clear();
    faults_.add(instance.place.member("type"), std::move(error));
  }

  std::string unknown_type(const Instance& instance) const {
    std::vector<std::string_view> known = vocabulary_.specs.shipped_parts();
    for (const ObjectType& type : vocabulary_.types) {
      if (!type.is_abstract) known.push_back(type.name);
    }
    return fmt::format(
        "no object type or part '{}'{}",
        instance.type_name,
        qapi::did_you_mean(instance.type_name, known)
    );
  }

  void check_props(const Instance& instance) {
    const ObjectType& type = *instance.type;
    if (type.is_abstract) {
      return faults_.add(
          instance.place.member("type"),
          fmt::format("{} is an abstract type", type.name)
      );
    }
    if (type.is_a("backend")) {
      return faults_.add(
          instance.place.member("type"),
          fmt::format("{} is a backend, which is the host's; object-add makes it", type.name)
      );
    }
    for (const Setting& setting : instance.settings) {
      faults_.add_failed(check_settable(type, setting.name), setting.place);
    }
    for (const PropertyType& property : type.properties) {
      if (property.mandatory && instance.find_setting(property.name) == nullptr) {
        faults_.add(
            instance.place,
            fmt::format("property '{}' of {} is missing", property.name, type.name)
        );
      }
    }
  }

  static const Place& place_of(const Instance& instance, std::string_view name) {
    const Setting* setting = instance.find_setting(name);
    return setting != nullptr ? setting->place : instance.place;
  }

  const Vocabulary& vocabulary_;
  Patches& patches_;
  Faults& faults_;
  LoopBudget budget_;
  std::set<std::string> refused_;
  size_t nodes_ = 0;
  bool exhausted_ = false;
};

}  // namespace

Result<Expansion> expand_all(
    const Spec& machine,
    const qapi::Any& params,
    const Vocabulary& vocabulary
) {
  Faults faults;
  auto top = std::make_unique<Scope>();
  Scope& scope = *top;
  scope.spec = &machine;
  scope.layers = TRY(layers_of(machine, vocabulary.specs));
  TRY(bind_machine(scope, params, faults));
  Patches patches(scope, faults);
  Expander(vocabulary, patches, faults).fill(scope, {});
  patches.report_unmatched();
  Plan plan = emit(scope, patches, vocabulary, faults);
  for (const auto& [name, given] : params.json().items()) {
    plan.params.json()[name] = std::move(to_any(scope.names.at(name)).json());
  }
  if (!faults.empty()) return tl::unexpected(faults.take());
  return Expansion{std::move(top), std::move(plan)};
}

Result<Expansion> expand_part(
    const Spec& part,
    const PluggedPart& plugged,
    const Vocabulary& vocabulary
) {
  Faults faults;
  auto around = std::make_unique<Scope>();
  around->spec = &part;
  around->path = plugged.parent;
  around->is_around = true;
  Instance& instance = around->add_instance(plugged.id, plugged.id, {around.get(), "", plugged.id});
  instance.type_name = part.name;
  for (const auto& [name, value] : plugged.props.json().items()) {
    const Place place{around.get(), name, plugged.id};
    instance.settings.push_back({name, qapi::Any(value, plugged.props.spelling()), place, &value});
  }
  Patches patches(*around, faults);
  Expander(vocabulary, patches, faults).enter_part(instance, part);
  Plan plan = emit(*around, patches, vocabulary, faults);
  if (!faults.empty()) return tl::unexpected(faults.take());
  plan.params = plugged.props;
  for (const auto& [name, value] : instance.part->names) {
    if (plan.params.json().contains(name)) plan.params.json()[name] = to_any(value).json();
  }
  return Expansion{std::move(around), std::move(plan)};
}

Result<Plan> expand(const Spec& machine, const qapi::Any& params, const Vocabulary& vocabulary) {
  return std::move(TRY(expand_all(machine, params, vocabulary)).plan);
}

}  // namespace vm::machine
