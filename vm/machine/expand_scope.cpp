// SPDX-License-Identifier: Apache-2.0

#include "vm/machine/expand_scope.h"

#include <fmt/format.h>

#include "runtime/json/reader.h"
#include "runtime/json/source_map.h"

namespace vm::machine {

Place Place::member(std::string_view name) const {
  return {scope, pointer + qapi::pointer_step(name), fmt::format("{}.{}", label, name)};
}

std::string Place::origin() const {
  const std::string of = scope->path.empty() ? "" : " of " + scope->path;
  return fmt::format("{} ({}{})", scope->spec->where(pointer), label, of);
}

Error Place::locate(Error error) const {
  error.desc = fmt::format("{}: {}: {}", scope->spec->where(pointer), label, error.desc);
  for (const Scope* each = scope; each->instance != nullptr; each = each->outer()) {
    const Place& part = each->instance->place;
    error.desc += fmt::format(", in {} ({})", part.label, part.scope->spec->where(part.pointer));
  }
  return error;
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

Error Faults::take() {
  return qapi::combine(std::move(errors_));
}

}  // namespace vm::machine
