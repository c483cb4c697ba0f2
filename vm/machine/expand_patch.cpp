// SPDX-License-Identifier: Apache-2.0

#include "vm/machine/expand_patch.h"

#include <fmt/format.h>

#include "runtime/json/json.h"
#include "runtime/json/nearest.h"
#include "vm/base/article.h"
#include "vm/machine/expand_params.h"
#include "vm/machine/expand_reference.h"
#include "vm/machine/json_words.h"
#include "vm/machine/reference_text.h"

namespace vm::machine {
namespace {

using Verb = PatchStep::Verb;

Result<> check_new(const Scope& scope, const std::string& name) {
  if (const Removal* removal = scope.instance != nullptr ? scope.instance->removed() : nullptr)
    return tl::unexpected(is_removed(scope.instance->name, *removal));
  const auto known = scope.by_name.find(name);
  if (known != scope.by_name.end()) {
    const Removal* removal = known->second->removed();
    return fail(fmt::format(
        "there is a node '{}' already{}",
        name,
        removal == nullptr ? "" : ", which is removed: 'replace' makes another of it"
    ));
  }
  const std::string_view key = key_of(name);
  if (!is_key(key)) return fail(fmt::format("'{}' is no name: {}", name, kKeyRule));
  const Indexed indexed = TRY(parse_indexed(name));
  if (indexed.is_all || (indexed.is_indexed && indexed.range.count() != 1))
    return fail(fmt::format("'{}' is not one node; name one, such as {}[0]", name, key));
  const auto others = scope.by_key.find(key);
  if (others == scope.by_key.end() || others->second.empty()) return {};
  const std::string& other = others->second[0]->name;
  const bool is_loop = other != key;
  if (is_loop == indexed.is_indexed) return {};
  return fail(
      fmt::format("there is a node '{}' already: '{}' would be confused with it", other, name)
  );
}

}  // namespace

Patches::Patches(const Scope& machine, Faults& faults)
    : machine_(machine),
      faults_(faults),
      steps_(patch_steps(machine, faults)) {
  for (size_t i = 0; i < steps_.size(); ++i) {
    if (steps_[i].verb != Verb::Rewire) by_scope_.emplace(steps_[i].scope_path, i);
  }
}

void Patches::apply_to(Scope& scope) {
  const auto [first, last] = by_scope_.equal_range(scope.path);
  for (auto each = first; each != last; ++each) {
    PatchStep& step = steps_[each->second];
    Result<> done = apply(step, scope);
    step.is_done = true;
    if (!done) faults_.add(step.place, std::move(done).error());
  }
}

Result<> Patches::apply(PatchStep& step, Scope& scope) {
  switch (step.verb) {
    case Verb::Set: return set(step, scope);
    case Verb::Add: return add(step, scope);
    case Verb::Remove: {
      Instance* instance = TRY(find_one(scope, step.node));
      instance->removal = {step.place, step.written->with_wires.value_or(false), step.order};
      return {};
    }
    case Verb::Replace: replace(step, *TRY(find_one(scope, step.node))); return {};
    case Verb::Rewire: return {};
  }
  __builtin_unreachable();
}

Result<> Patches::set(const PatchStep& step, const Scope& scope) {
  Instance* instance = TRY(find_one(scope, step.node));
  const qapi::Json& written = step.written->to->json();
  const Place place = step.place.member("to");
  Setting setting{step.property, std::nullopt, place, &written};
  setting.value = faults_.keep(evaluate_all(written, machine_.names), place);
  std::erase_if(instance->settings, [&](const Setting& old) { return old.name == step.property; });
  instance->settings.push_back(std::move(setting));
  return {};
}

Result<> Patches::add(const PatchStep& step, Scope& scope) {
  TRY(check_new(scope, step.node));
  take_node(step, scope.add_instance(std::string(key_of(step.node)), step.node, {}), scope);
  return {};
}

void Patches::replace(const PatchStep& step, Instance& instance) {
  instance.settings.clear();
  take_node(step, instance, *instance.place.scope);
}

/// Makes the instance, which is in `scope`, what the step says.
void Patches::take_node(const PatchStep& step, Instance& instance, const Scope& scope) {
  // Its links are those of the machine, but what is said of it is said of the part that it is in.
  const Place place = step.place.member("as");
  instance.place = place;
  instance.place.scope = &scope;
  const api::SpecNode& node = *step.written->as;
  set_type_name(instance, node.type, machine_.names, faults_);
  if (node.props) {
    set_props(instance, node.props->json(), place.member("props"), machine_.names, faults_);
  }
}

void Patches::report_unmatched() {
  for (const PatchStep& step : steps_) {
    if (step.is_done || step.verb == Verb::Rewire) continue;
    Result<> why = explain_unmatched(step);
    if (!why) faults_.add(step.place, std::move(why).error());
  }
}

/// Goes the way to the step's node until it ends. Where it does not, the part could not be gone
/// into, which has been reported.
Result<> Patches::explain_unmatched(const PatchStep& step) const {
  const Scope* scope = &machine_;
  std::string_view way = step.scope_path;
  while (scope != nullptr && !way.empty()) {
    const std::string_view name = way.substr(0, way.find('/'));
    way.remove_prefix(std::min(way.size(), name.size() + 1));
    const Instance* instance = TRY(find_one(*scope, name));
    if (instance->type != nullptr) {
      return fail(fmt::format(
          "'{}' is {}, not a part: there is nothing in it to change",
          instance->name,
          with_article(instance->type->name)
      ));
    }
    scope = instance->part.get();
  }
  return {};
}

void set_type_name(
    Instance& instance,
    const std::string& type,
    const Names& names,
    Faults& faults
) {
  const Place place = instance.place.member("type");
  const std::optional<Value> name = faults.keep(interpolate(type, names), place);
  instance.type_name = name ? to_text(*name) : "";
  if (name && instance.type_name.empty())
    faults.add(place, "the name of an object type or of a part is expected");
}

void set_props(
    Instance& instance,
    const qapi::Json& props,
    const Place& place,
    const Names& names,
    Faults& faults
) {
  if (!props.is_object())
    return faults.add(place, fmt::format("an object is expected, not {}", in_words(props)));
  for (const auto& [name, json] : props.items()) {
    const Place at = place.member(name);
    Result<qapi::Any> value = evaluate_all(json, names);
    instance.settings.push_back({name, std::nullopt, at, &json});
    if (value) {
      instance.settings.back().value = *std::move(value);
    } else {
      faults.add(at, std::move(value).error());
    }
  }
}

}  // namespace vm::machine
