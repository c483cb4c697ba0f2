// SPDX-License-Identifier: Apache-2.0
//
// What is written beside the nodes and edges of graphs.

#include <fmt/format.h>

#include "runtime/json/json.h"
#include "vm/machine/drawing.h"
#include "vm/machine/graph.h"

namespace vm {
namespace {

std::string label_of(const api::GraphNode& node) {
  std::string label = fmt::format("{}\n{}", node.id, node.type);
  if (node.hartid) label += fmt::format(" {}", *node.hartid);
  if (node.isa) label += fmt::format("\n{}", *node.isa);
  if (!node.frequency) return label;
  for (const auto& [name, value] : node.frequency->json().items()) {
    label += fmt::format("\n{}: {} Hz", name, value.dump());
  }
  return label;
}

/// "irq", "in[10]": the port without the device, which the node names.
std::string_view port_of(std::string_view end) {
  const size_t colon = end.find(':');
  return colon == std::string_view::npos ? end : end.substr(colon + 1);
}

std::string label_of(const api::GraphEdge& edge) {
  if (edge.output) return fmt::format("{} to {}", port_of(*edge.output), port_of(*edge.input));
  if (edge.property) return *edge.property;
  if (!edge.at) return "";
  std::string label = fmt::format("{:#x}", *edge.at);
  if (edge.size && *edge.size != 0) label += fmt::format("..{:#x}", *edge.at + (*edge.size - 1));
  if (edge.priority) label += fmt::format(", priority {}", *edge.priority);
  return label;
}

}  // namespace

std::string draw(const api::Graph& graph, api::GraphFormat format) {
  Drawing drawing{.name = std::string(to_string(graph.kind))};
  for (const api::GraphNode& node : graph.nodes) {
    drawing.boxes.push_back({node.id, label_of(node)});
  }
  for (const api::GraphEdge& edge : graph.edges) {
    drawing.arrows.push_back({edge.from, edge.to, label_of(edge)});
  }
  return write(drawing, format);
}

}  // namespace vm
