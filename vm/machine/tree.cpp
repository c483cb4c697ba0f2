// SPDX-License-Identifier: Apache-2.0

#include "vm/machine/tree.h"

#include <algorithm>
#include <charconv>
#include <tuple>

#include "generated/types/phases.h"

#include "runtime/json/json.h"
#include "vm/devices/device.h"
#include "vm/devices/port.h"
#include "vm/machine/name_pattern.h"
#include "vm/machine/resolve.h"
#include "vm/machine/windows.h"
#include "vm/machine/wire_book.h"
#include "vm/object/find.h"
#include "vm/object/links.h"
#include "vm/object/property_access.h"

namespace vm {
namespace {

using qapi::Json;

/// So that `hart[10]` comes after `hart[9]`.
std::tuple<std::string_view, unsigned long> order_of(const Object& object) {
  const std::string_view name = object.name();
  const size_t bracket = name.find('[');
  unsigned long index = 0;
  if (bracket != std::string_view::npos) {
    std::from_chars(name.data() + bracket + 1, name.data() + name.size(), index);
  }
  return {name.substr(0, bracket), index};
}

Json link_values(Object& object, const PropertyType& property) {
  Json values = Json::array();
  for_each_link(object, property, [&](const Link& link) {
    if (link.path.empty()) return;
    const Object* target = link.target;
    // Who is not realized is not linked yet, but knows to whom.
    if (target == nullptr)
      target = find_near(object, link.path, property.linked_type()).value_or(nullptr);
    values.push_back(target != nullptr ? target->path() : link.path);
  });
  if (property.type.starts_with('[')) return values;
  return values.empty() ? Json() : values[0];
}

/// Null for what is not shown: a link that refers to nothing says as much as one that is absent.
Json value_of(Object& object, const PropertyType& property) {
  if (property.links != nullptr) return link_values(object, property);
  std::string text;
  qapi::Writer out(text);
  if (!property.get(object, out)) return {};
  return qapi::parse_json(text).value_or(Json());
}

/// What counts or measures changes while one looks at it; a state, such as `hotplugged`, does not.
bool is_shown(const PropertyType& property) {
  return property.use != PropertyUse::Telemetry || property.type == "bool";
}

qapi::Any properties_of(Object& object) {
  qapi::Any properties = qapi::Any::object();
  for (const PropertyType& property : object.type().properties) {
    if (!is_shown(property)) continue;
    Json value = value_of(object, property);
    if (!value.is_null()) properties.json()[std::string(property.name)] = std::move(value);
  }
  return properties;
}

class TreeReport {
 public:
  TreeReport(Object& root, const TreeFilter& filter) : regions_(root), filter_(filter) {}

  api::TreeNode report(Object& object, std::optional<uint32_t> depth) const {
    api::TreeNode node = describe(object);
    node.children = report_children(object, depth);
    return node;
  }

 private:
  api::TreeNode describe(Object& object) const {
    api::TreeNode node;
    node.name = object.name();
    node.type = object.type().name;
    node.life = object.life();
    node.properties = properties_of(object);
    if (object.type().is_a("device")) add_device(static_cast<Device&>(object), node);
    return node;
  }

  /// Those that are asked for, and those that hold such.
  std::vector<api::TreeNode> report_children(Object& object, std::optional<uint32_t> depth) const {
    std::vector<api::TreeNode> nodes;
    if (depth == 0u) return nodes;
    if (depth) --*depth;
    for (Object* child : sorted_children(object)) {
      std::vector<api::TreeNode> below = report_children(*child, depth);
      if (below.empty() && !is_wanted(*child)) continue;
      nodes.push_back(describe(*child));
      nodes.back().children = std::move(below);
    }
    return nodes;
  }

  bool is_wanted(const Object& object) const {
    if (filter_.type != nullptr && !object.type().is_a(filter_.type->name)) return false;
    return !filter_.name || is_like(object.name(), *filter_.name);
  }

  static std::vector<Object*> sorted_children(Object& object) {
    std::vector<Object*> children;
    for (const auto& child : object.children()) {
      children.push_back(child.get());
    }
    std::sort(children.begin(), children.end(), [](const Object* a, const Object* b) {
      return order_of(*a) < order_of(*b);
    });
    return children;
  }

  void add_device(Device& device, api::TreeNode& node) const {
    if (device.life() == api::ObjectLife::Created) return;  // it has no ports yet
    if (AddressSpace* space = as_space(device)) node.windows = windows_of(*space);
    std::vector<api::TreeWire> wires = wires_of(device);
    if (!wires.empty()) node.wires = std::move(wires);
  }

  std::vector<api::TreeWindow> windows_of(const AddressSpace& space) const {
    std::vector<api::TreeWindow> windows;
    for (const Mapping& window : space.mappings()) {
      windows.push_back(
          {.region = regions_.name(window),
           .at = window.at,
           .size = window.size,
           .offset = window.offset,
           .priority = window.priority}
      );
    }
    std::sort(windows.begin(), windows.end(), [](const auto& a, const auto& b) {
      return std::tie(a.at, a.priority, a.region) < std::tie(b.at, b.priority, b.region);
    });
    return windows;
  }

  static std::vector<api::TreeWire> wires_of(Device& device) {
    std::vector<api::TreeWire> wires;
    for_each_element(device, PortKind::IrqOut, [&](const WireEnd& output) {
      const IrqOutput& irq = device.irq_out(output.element.port, output.element.index);
      const size_t first = wires.size();
      for (const IrqInput& input : irq.inputs()) {
        wires.push_back({.from = to_string(output), .to = to_string(end_of(input))});
      }
      std::sort(
          wires.begin() + static_cast<std::ptrdiff_t>(first),
          wires.end(),
          [](const auto& a, const auto& b) { return a.to < b.to; }
      );
    });
    return wires;
  }

  RegionIndex regions_;
  const TreeFilter& filter_;
};

}  // namespace

api::TreeNode tree_of(Object& object, std::optional<uint32_t> depth, const TreeFilter& filter) {
  return TreeReport(object.root(), filter).report(object, depth);
}

}  // namespace vm
