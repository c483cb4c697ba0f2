// SPDX-License-Identifier: Apache-2.0

#include "vm/machine/tree_index.h"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

#include "runtime/json/json.h"
#include "vm/object/object_factory.h"

namespace vm {
namespace {

using qapi::Json;

constexpr std::string_view kMachine = "/machine/";

/// What people add to; what is in anything else is of its own making.
constexpr std::string_view kHolders[] = {"container", "hotplug-slot"};

bool holds_others(std::string_view type) {
  return std::find(std::begin(kHolders), std::end(kHolders), type) != std::end(kHolders);
}

void collect_links(const Json& value, std::vector<std::string>& links) {
  if (value.is_string() && !value.get_ref<const std::string&>().empty()) links.push_back(value);
  if (!value.is_array()) return;
  for (const Json& each : value) {
    collect_links(each, links);
  }
}

std::vector<std::string> links_of(const api::TreeNode& node, const ObjectType& type) {
  std::vector<std::string> links;
  for (const PropertyType& property : type.properties) {
    const auto value = node.properties.json().find(property.name);
    const bool is_link = property.links != nullptr && value != node.properties.json().end();
    if (is_link) collect_links(*value, links);
  }
  return links;
}

std::string below_machine(const std::string& path) {
  return path.starts_with(kMachine) ? path.substr(kMachine.size()) : path;
}

}  // namespace

bool TreeWindow::operator<(const TreeWindow& other) const {
  return std::tie(into, at, region, size, offset, priority) <
         std::tie(other.into, other.at, other.region, other.size, other.offset, other.priority);
}

bool TreeWire::operator<(const TreeWire& other) const {
  return std::tie(from, to) < std::tie(other.from, other.to);
}

Json arguments_of(const TreeWindow& window) {
  Json arguments = {{"region", window.region}, {"at", window.at}, {"into", window.into}};
  if (window.size != 0) arguments["size"] = window.size;
  if (window.offset != 0) arguments["offset"] = window.offset;
  if (window.priority != 0) arguments["priority"] = window.priority;
  return arguments;
}

Json arguments_of(const TreeWire& wire) {
  return {{"from", wire.from}, {"to", wire.to}};
}

std::string owner_of(std::string_view port) {
  const std::string name(port.substr(0, port.find(':')));
  return name.starts_with('/') ? name : std::string(kMachine) + name;
}

bool is_below(std::string_view path, std::string_view ancestor) {
  return path.starts_with(ancestor) &&
         (path.size() == ancestor.size() || path[ancestor.size()] == '/');
}

TreeIndex::TreeIndex(const api::TreeNode& root, const ObjectFactory& factory) : factory_(factory) {
  for (const api::TreeNode& place : root.children) {
    if (place.name == "machine" || place.name == "objects") {
      add_children(place, "/" + place.name, {});
    }
  }
}

const TreeObject* TreeIndex::find(std::string_view path) const {
  const auto found = by_path_.find(path);
  return found == by_path_.end() ? nullptr : &objects_[found->second];
}

void TreeIndex::add_children(
    const api::TreeNode& node,
    const std::string& path,
    const std::string& part_of
) {
  for (const api::TreeNode& child : node.children) {
    add(child, path + "/" + child.name, part_of);
  }
}

void TreeIndex::add(const api::TreeNode& node, std::string path, const std::string& part_of) {
  const ObjectType* type = factory_.find(node.type);
  by_path_.emplace(path, objects_.size());
  objects_.push_back({path, &node, type, part_of, links_of(node, *type)});
  const std::string maker = part_of.empty() && !holds_others(node.type) ? path : part_of;
  if (node.windows) {
    for (const api::TreeWindow& each : *node.windows) {
      windows_.insert(
          {below_machine(path), each.at, each.region, each.size, each.offset, each.priority}
      );
    }
  }
  if (node.wires) {
    for (const api::TreeWire& each : *node.wires) {
      wires_.insert({each.from, each.to});
    }
  }
  add_children(node, path, maker);
}

}  // namespace vm
