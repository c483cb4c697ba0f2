// SPDX-License-Identifier: Apache-2.0

#include "vm/machine/expand_patch.h"

#include <fmt/format.h>

#include "runtime/json/json.h"
#include "runtime/json/nearest.h"
#include "vm/machine/expand_params.h"
#include "vm/machine/expand_reference.h"

namespace vm::machine {
namespace {

using Verb = PatchStep::Verb;

/// "uart" of `uart[1]`; the same name for what is no element.
std::string key_of(const std::string& name) {
  return name.substr(0, name.find('['));
}

Result<> check_new(const Scope& scope, const std::string& name) {
  if (scope.by_name.contains(name)) return fail(fmt::format("there is a node '{}' already", name));
  if (!is_key(key_of(name))) {
    return fail(fmt::format("'{}' is no name: a letter, then letters, digits, '-' and '_'", name));
  }
  return {};
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
      instance->removal = {step.place, step.written->with_wires.value_or(false)};
      return {};
    }
    case Verb::Replace: return replace(step, *TRY(find_one(scope, step.node)));
    case Verb::Rewire: return {};
  }
  __builtin_unreachable();
}

Result<> Patches::set(const PatchStep& step, const Scope& scope) {
  Instance* instance = TRY(find_one(scope, step.node));
  const qapi::Json& written = step.written->to->json();
  Setting setting{step.property, std::nullopt, step.place.member("to"), &written};
  setting.value = TRY(evaluate_all(written, machine_.names));
  std::erase_if(instance->settings, [&](const Setting& old) { return old.name == step.property; });
  instance->settings.push_back(std::move(setting));
  return {};
}

Result<> Patches::add(const PatchStep& step, Scope& scope) {
  TRY(check_new(scope, step.node));
  return take_node(step, scope.add_instance(key_of(step.node), step.node, {}), scope);
}

Result<> Patches::replace(const PatchStep& step, Instance& instance) {
  instance.settings.clear();
  return take_node(step, instance, *instance.place.scope);
}

/// Makes the instance, which is in `scope`, what the step says.
Result<> Patches::take_node(const PatchStep& step, Instance& instance, const Scope& scope) {
  instance.place = step.place;
  instance.place.scope = &scope;
  const api::SpecNode& node = *step.written->as;
  const Value type = TRY(interpolate(node.type, machine_.names));
  instance.type_name = to_text(type);
  if (!node.props) return {};
  const Place place = step.place.member("as").member("props");
  set_props(instance, node.props->json(), place, machine_.names, faults_);
  return {};
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
          "'{}' is a {}, not a part: there is nothing in it to change",
          instance->name,
          instance->type->name
      ));
    }
    scope = instance->part.get();
  }
  return {};
}

void set_props(
    Instance& instance,
    const qapi::Json& props,
    const Place& place,
    const Names& names,
    Faults& faults
) {
  if (!props.is_object()) return faults.add(place, "an object is expected");
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
