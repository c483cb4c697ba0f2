// SPDX-License-Identifier: Apache-2.0

#include "vm/machine/expand_scope.h"

#include <algorithm>

#include <fmt/format.h>

#include "runtime/json/decode.h"
#include "runtime/json/source_map.h"

namespace vm::machine {

Place Place::member(std::string_view name) const {
  return {scope, pointer + qapi::pointer_step(name), fmt::format("{}.{}", label, name), layer};
}

Place Place::at(std::optional<int64_t> index) const {
  Place place = *this;
  if (index) place.label += fmt::format(" at {}", *index);
  return place;
}

const Spec& Place::document() const {
  return layer != nullptr ? *layer : *scope->spec;
}

std::string Place::origin() const {
  if (scope->is_around) return label;
  const std::string of = scope->path.empty() ? "" : " of " + scope->path;
  return fmt::format("{} ({}{})", document().where(pointer), label, of);
}

Error Place::locate(Error error) const {
  if (scope->is_around) {
    if (error.path.empty()) error.path = pointer;
    return error;
  }
  error.desc = fmt::format("{}: {}: {}", document().where(pointer), label, error.desc);
  for (const Scope* each = scope; each->instance != nullptr; each = each->outer()) {
    const Place& part = each->instance->place;
    if (part.scope->is_around) {
      error.desc += fmt::format(", in '{}'", part.label);
      break;
    }
    error.desc += fmt::format(", in {} ({})", part.label, part.document().where(part.pointer));
  }
  return error;
}

const Setting* Instance::find_setting(std::string_view property) const {
  const auto found = std::find_if(settings.begin(), settings.end(), [&](const Setting& each) {
    return each.name == property;
  });
  return found == settings.end() ? nullptr : &*found;
}

const Removal* Instance::removed() const {
  for (const Instance* each = this; each != nullptr; each = each->place.scope->instance) {
    if (each->removal) return &*each->removal;
  }
  return nullptr;
}

Instance& Scope::add_instance(const std::string& key, const std::string& name, Place at) {
  instances.push_back(std::make_unique<Instance>());
  Instance& added = *instances.back();
  added.name = name;
  added.place = std::move(at);
  by_name[name] = &added;
  by_key[key].push_back(&added);
  return added;
}

std::string Scope::path_of(const Instance& inner) const {
  return path.empty() ? inner.name : path + "/" + inner.name;
}

std::vector<std::string_view> Scope::known() const {
  std::vector<std::string_view> found;
  for (const auto& [key, instances_of_key] : by_key) {
    found.push_back(key);
  }
  for (const auto& [name, each] : by_name) {
    if (!by_key.contains(name)) found.push_back(name);
  }
  return found;
}

void Faults::add_failed(Result<> result, const Place& place) {
  if (!result) add(place, std::move(result).error());
}

Error Faults::take() {
  return qapi::combine(std::move(errors_));
}

}  // namespace vm::machine
