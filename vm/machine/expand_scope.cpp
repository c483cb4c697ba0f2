// SPDX-License-Identifier: Apache-2.0

#include "vm/machine/expand_scope.h"

#include <algorithm>

#include <fmt/format.h>

#include "runtime/json/decode.h"
#include "runtime/json/source_map.h"

namespace vm::machine {

Place Place::member(std::string_view name) const {
  Place place = *this;
  place.pointer += qapi::pointer_step(name);
  place.label += fmt::format(".{}", name);
  return place;
}

Place Place::element(size_t index) const {
  Place place = *this;
  place.pointer += fmt::format("/{}", index);
  place.label += fmt::format("[{}]", index);
  return place;
}

Place Place::at(std::optional<int64_t> index) const {
  Place place = *this;
  place.iteration = index;
  return place;
}

std::string Place::title() const {
  return iteration ? fmt::format("{} at {}", label, *iteration) : label;
}

const Spec& Place::document() const {
  return layer != nullptr ? *layer : *scope->spec;
}

bool Place::is_of_scope() const {
  const auto& layers = scope->layers;
  return layer == nullptr || std::find(layers.begin(), layers.end(), layer) != layers.end();
}

std::string Place::origin() const {
  if (scope->is_around) return label;
  const std::string of = scope->path.empty() ? "" : " of " + scope->path;
  return fmt::format("{} ({}{})", document().where(pointer), title(), of);
}

Error Place::locate(Error error) const {
  if (scope->is_around) {
    if (error.path.empty()) error.path = pointer;
    return error;
  }
  error.desc = fmt::format("{}: {}: {}", document().where(pointer), title(), error.desc);
  // What a variation says of nodes in a part stands in no part.
  if (!is_of_scope()) return error;
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

std::vector<std::string_view> Scope::keys() const {
  std::vector<std::string_view> found;
  for (const auto& [key, instances_of_key] : by_key) {
    found.push_back(key);
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
