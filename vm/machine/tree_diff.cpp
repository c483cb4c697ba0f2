// SPDX-License-Identifier: Apache-2.0

#include "vm/machine/tree_diff.h"

#include <algorithm>
#include <utility>

#include "runtime/json/json.h"
#include "vm/object/object_type.h"

namespace vm {
namespace {

using api::ConfigDifference;
using api::DifferenceKind;
using qapi::Any;
using qapi::Json;

/// Null for one that has none.
Json value_of(const TreeObject& object, std::string_view property) {
  const Json& properties = object.node->properties.json();
  const auto found = properties.find(property);
  return found == properties.end() ? Json() : *found;
}

Any type_of(const TreeObject& object) {
  return Any(Json(object.node->type));
}

std::optional<Any> present_or_not(Json value) {
  if (value.is_null()) return std::nullopt;
  return Any(std::move(value));
}

ConfigDifference& add(
    std::vector<ConfigDifference>& differences,
    DifferenceKind kind,
    const std::string& path
) {
  ConfigDifference& added = differences.emplace_back();
  added.kind = kind;
  added.path = path;
  return added;
}

/// Reports what is in one set only.
template <typename Item, typename Path>
void compare_sets(
    const std::set<Item>& present,
    const std::set<Item>& wanted,
    DifferenceKind kind,
    const Path& path_of,
    std::vector<ConfigDifference>& differences
) {
  const auto report = [&](const Item& item, std::optional<Any> ConfigDifference::*side) {
    add(differences, kind, path_of(item)).*side = Any(arguments_of(item));
  };
  for (const Item& item : present) {
    if (!wanted.contains(item)) report(item, &ConfigDifference::present);
  }
  for (const Item& item : wanted) {
    if (!present.contains(item)) report(item, &ConfigDifference::wanted);
  }
}

/// The path, or one above it, is in the set.
bool covers(const std::set<std::string, std::less<>>& paths, std::string_view path) {
  while (path.size() > 1) {
    if (paths.contains(path)) return true;
    path = path.substr(0, path.rfind('/'));
  }
  return false;
}

}  // namespace

TreeDiff::TreeDiff(const TreeIndex& present, const TreeIndex& wanted)
    : present_(present),
      wanted_(wanted) {
  compare_objects();
  replace_users();
  compare_sets(
      present.windows(),
      wanted.windows(),
      DifferenceKind::Window,
      [](const TreeWindow& window) { return owner_of(window.into); },
      differences_
  );
  compare_sets(
      present.wires(),
      wanted.wires(),
      DifferenceKind::Wire,
      [](const TreeWire& wire) { return owner_of(wire.from); },
      differences_
  );
  list();
}

bool TreeDiff::is_removed(std::string_view path) const {
  return covers(surplus_, path) || covers(replaced_, path);
}

bool TreeDiff::is_added(std::string_view path) const {
  return covers(missing_, path) || covers(replaced_, path);
}

void TreeDiff::compare_objects() {
  for (const TreeObject& object : present_.objects()) {
    const TreeObject* wanted = wanted_.find(object.path);
    if (wanted == nullptr) {
      surplus_.insert(object.path);
      add(differences_, DifferenceKind::Surplus, object.path).present = type_of(object);
      if (!object.part_of.empty()) replace(object);
    } else if (wanted->type != object.type) {
      replace(object);
      ConfigDifference& difference = add(differences_, DifferenceKind::Type, object.path);
      difference.present = type_of(object);
      difference.wanted = type_of(*wanted);
    } else {
      compare_properties(object, *wanted);
    }
  }
  for (const TreeObject& object : wanted_.objects()) {
    if (present_.find(object.path) != nullptr) continue;
    missing_.insert(object.path);
    add(differences_, DifferenceKind::Missing, object.path).wanted = type_of(object);
    if (!object.part_of.empty()) replace(object);
  }
}

void TreeDiff::compare_properties(const TreeObject& is, const TreeObject& wanted) {
  for (const PropertyType& property : is.type->properties) {
    if (property.use == PropertyUse::Telemetry) continue;
    Json before = value_of(is, property.name);
    Json after = value_of(wanted, property.name);
    if (before == after) continue;
    const bool can_be_set = property.use == PropertyUse::Control && !after.is_null();
    if (can_be_set) {
      changes_.push_back({is.path, std::string(property.name), Any(after)});
    } else {
      replace(is);
    }
    ConfigDifference& difference = add(differences_, DifferenceKind::Property, is.path);
    difference.property = property.name;
    difference.present = present_or_not(std::move(before));
    difference.wanted = present_or_not(std::move(after));
  }
}

/// It has to be made anew: itself, or what has made it.
void TreeDiff::replace(const TreeObject& object) {
  const std::string& path = object.part_of.empty() ? object.path : object.part_of;
  // That may be missing or surplus as a whole.
  if (present_.find(path) != nullptr && wanted_.find(path) != nullptr) replaced_.insert(path);
}

bool TreeDiff::uses_removed(const TreeObject& object) const {
  return std::any_of(object.links.begin(), object.links.end(), [&](const std::string& link) {
    return is_removed(link);
  });
}

/// Who links to what is removed has to go before it.
void TreeDiff::replace_users() {
  for (bool found = true; found;) {
    found = false;
    for (const TreeObject& object : present_.objects()) {
      if (is_removed(object.path) || !uses_removed(object)) continue;
      replace(object);
      found = true;
    }
  }
}

void TreeDiff::list() {
  for (const TreeObject& object : present_.objects()) {
    if (object.part_of.empty() && is_removed(object.path)) removed_.push_back(object.path);
  }
  for (const TreeObject& object : wanted_.objects()) {
    if (object.part_of.empty() && is_added(object.path)) added_.push_back(object.path);
  }
  std::erase_if(changes_, [this](const Change& change) { return is_removed(change.path); });
}

}  // namespace vm
