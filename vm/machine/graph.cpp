// SPDX-License-Identifier: Apache-2.0

#include "vm/machine/graph.h"

#include <algorithm>
#include <functional>
#include <unordered_map>

#include "generated/types/phases.h"

#include "runtime/json/json.h"
#include "vm/backends/block.h"
#include "vm/devices/device.h"
#include "vm/machine/resolve.h"
#include "vm/machine/windows.h"
#include "vm/machine/wire_book.h"
#include "vm/object/links.h"
#include "vm/object/property_access.h"

namespace vm {
namespace {

using qapi::Json;

constexpr std::string_view kHertz = "frequency";

void visit(Object& object, const std::function<void(Object&)>& seen) {
  seen(object);
  for (const auto& child : object.children()) {
    visit(*child, seen);
  }
}

Json value_of(const Object& object, std::string_view property) {
  const Result<std::string> text = get_property(object, property);
  return text ? qapi::parse_json(*text).value_or(Json()) : Json();
}

class GraphReader {
 public:
  GraphReader(Object& machine, api::GraphKind kind) : machine_(machine) { graph_.kind = kind; }

  api::Graph read() {
    // Block nodes are there without a machine.
    Object& top = graph_.kind == api::GraphKind::Block ? machine_.root() : machine_;
    visit(top, [this](Object& object) {
      if (&object != &machine_) read_object(object);
    });
    const auto by_id = [](const auto& a, const auto& b) { return a.id < b.id; };
    std::sort(graph_.nodes.begin(), graph_.nodes.end(), by_id);
    return std::move(graph_);
  }

 private:
  void read_object(Object& object) {
    switch (graph_.kind) {
      case api::GraphKind::Composition: return read_composition(object);
      case api::GraphKind::Memory: return read_windows(object, true);
      case api::GraphKind::Bus: return read_bus(object);
      case api::GraphKind::Irq: return read_wires(object);
      case api::GraphKind::Reset: return read_links(object);
      case api::GraphKind::Clock: return read_clock(object);
      case api::GraphKind::CpuTopology: return read_cpu(object);
      case api::GraphKind::Block: return read_disk(object);
    }
  }

  static std::string id_of(const Object& object) {
    const bool is_block_node = object.type().is_a("blockdev");
    return is_block_node ? static_cast<const Blockdev&>(object).node_name() : machine_path(object);
  }

  api::GraphNode& add(const Object& object) {
    const auto [known, is_new] = places_.emplace(&object, graph_.nodes.size());
    if (is_new) {
      api::GraphNode& node = graph_.nodes.emplace_back();
      node.id = id_of(object);
      node.type = object.type().name;
    }
    return graph_.nodes[known->second];
  }

  api::GraphEdge& connect(const Object& from, const Object& to) {
    if (&from != &machine_) add(from);
    add(to);
    api::GraphEdge& edge = graph_.edges.emplace_back();
    edge.from = id_of(from);
    edge.to = id_of(to);
    return edge;
  }

  void read_composition(Object& object) {
    if (object.parent() == &machine_) {
      add(object);
    } else {
      connect(*object.parent(), object);
    }
  }

  static Device* configured_device(Object& object) {
    if (!object.type().is_a("device") || object.life() == api::ObjectLife::Created) return nullptr;
    return static_cast<Device*>(&object);
  }

  /// What is mapped into an address space: everything, or only other spaces.
  void read_windows(Object& object, bool regions) {
    Device* device = configured_device(object);
    AddressSpace* space = device != nullptr ? as_space(*device) : nullptr;
    if (space == nullptr) return;
    add(object);
    for (const Mapping& window : space->mappings()) {
      if (window.region != nullptr && !regions) continue;
      const std::string name = regions_.name(window);
      Result<Device*> shown = resolve_device(object.root(), name.substr(0, name.find(':')));
      if (!shown) continue;
      api::GraphEdge& edge = connect(object, **shown);
      edge.region = name;
      edge.at = window.at;
      edge.size = window.size;
      if (window.offset != 0) edge.offset = window.offset;
      if (window.priority != 0) edge.priority = window.priority;
    }
  }

  static bool is_bus(const ObjectType& type) {
    return type.is_a("address-space") || type.is_a("pci-bus") || type.is_a("virtio-bus");
  }

  void read_bus(Object& object) {
    read_windows(object, false);
    for_each_target(object, [&](const PropertyType& property, Object& target) {
      if (!is_bus(target.type())) return;
      connect(object, target).property = std::string(property.name);
    });
  }

  void read_wires(Object& object) {
    Device* device = configured_device(object);
    if (device == nullptr) return;
    for_each_element(*device, PortKind::IrqOut, [&](const WireEnd& output) {
      for (const IrqInput& input :
           device->irq_out(output.element.port, output.element.index).inputs()) {
        const WireEnd end = end_of(input);
        api::GraphEdge& edge = connect(object, *end.device);
        edge.output = to_string(output);
        edge.input = to_string(end);
      }
    });
  }

  /// Who links to another is reset after it.
  void read_links(Object& object) {
    if (!object.type().is_a("device")) return;
    add(object);
    for_each_target(object, [&](const PropertyType& property, Object& target) {
      if (target.is_below(machine_)) connect(target, object).property = std::string(property.name);
    });
  }

  void read_clock(Object& object) {
    Json frequencies = Json::object();
    for (const PropertyType& property : object.type().properties) {
      if (property.name.find(kHertz) == std::string_view::npos) continue;
      frequencies[std::string(property.name)] = value_of(object, property.name);
    }
    if (!frequencies.empty()) add(object).frequency = qapi::Any(std::move(frequencies));
  }

  void read_cpu(Object& object) {
    if (!object.type().is_a("riscv-hart")) return;
    connect(*object.parent(), object);
    api::GraphNode& node = add(object);
    node.isa = value_of(object, "isa").get<std::string>();
    node.hartid = value_of(object, "hartid").get<uint32_t>();
  }

  /// Nodes with those below them, and the devices above.
  void read_disk(Object& object) {
    if (object.type().is_a("blockdev")) {
      add(object);
      for (const auto& [role, below] : static_cast<const Blockdev&>(object).nodes_below()) {
        connect(object, *below).property = role;
      }
      return;
    }
    for_each_target(object, [&](const PropertyType& property, Object& target) {
      if (!target.type().is_a("blockdev")) return;
      connect(object, target).property = std::string(property.name);
    });
  }

  static void for_each_target(
      Object& object,
      const std::function<void(const PropertyType&, Object&)>& seen
  ) {
    for (const PropertyType& property : object.type().properties) {
      if (property.links == nullptr) continue;
      std::vector<Object*> targets;
      for_each_link(object, property, [&](const Link& link) {
        if (link.target != nullptr) targets.push_back(link.target);
      });
      for (Object* target : targets) {
        seen(property, *target);
      }
    }
  }

  Object& machine_;
  RegionIndex regions_{machine_};
  api::Graph graph_;
  std::unordered_map<const Object*, size_t> places_;  // in graph_.nodes
};

}  // namespace

api::Graph graph_of(Object& machine, api::GraphKind kind) {
  return GraphReader(machine, kind).read();
}

}  // namespace vm
