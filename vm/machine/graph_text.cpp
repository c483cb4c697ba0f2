// SPDX-License-Identifier: Apache-2.0
//
// Graphs in the languages of Graphviz and of Mermaid. Neither takes all names as they are: Graphviz
// wants quotes around them, and Mermaid names of its own with the text beside.

#include <unordered_map>

#include <fmt/format.h>

#include "runtime/json/json.h"
#include "vm/machine/graph.h"

namespace vm {
namespace {

/// With what would end a text in quotes made harmless.
std::string quoted(std::string_view text, std::string_view quote, std::string_view line_break) {
  std::string result;
  for (const char c : text) {
    if (c == '"') {
      result += quote;
    } else if (c == '\n') {
      result += line_break;
    } else {
      result += c;
    }
  }
  return "\"" + result + "\"";
}

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

std::string draw_dot(const api::Graph& graph) {
  const auto text = [](std::string_view plain) { return quoted(plain, "\\\"", "\\n"); };
  std::string dot =
      fmt::format("digraph \"{}\" {{\n  rankdir=LR;\n  node [shape=box];\n", to_string(graph.kind));
  for (const api::GraphNode& node : graph.nodes) {
    dot += fmt::format("  {} [label={}];\n", text(node.id), text(label_of(node)));
  }
  for (const api::GraphEdge& edge : graph.edges) {
    const std::string label = label_of(edge);
    dot += fmt::format("  {} -> {}", text(edge.from), text(edge.to));
    if (!label.empty()) dot += fmt::format(" [label={}]", text(label));
    dot += ";\n";
  }
  return dot + "}\n";
}

std::string draw_mermaid(const api::Graph& graph) {
  const auto text = [](std::string_view plain) { return quoted(plain, "#quot;", "<br>"); };
  std::unordered_map<std::string_view, size_t> numbers;
  std::string mermaid = "flowchart LR\n";
  for (const api::GraphNode& node : graph.nodes) {
    const size_t number = numbers.emplace(node.id, numbers.size()).first->second;
    mermaid += fmt::format("  n{}[{}]\n", number, text(label_of(node)));
  }
  for (const api::GraphEdge& edge : graph.edges) {
    const std::string label = label_of(edge);
    const std::string arrow = label.empty() ? "-->" : fmt::format("-->|{}|", text(label));
    mermaid += fmt::format("  n{} {} n{}\n", numbers.at(edge.from), arrow, numbers.at(edge.to));
  }
  return mermaid;
}

}  // namespace

std::string draw(const api::Graph& graph, api::GraphFormat format) {
  switch (format) {
    case api::GraphFormat::Dot: return draw_dot(graph);
    case api::GraphFormat::Mermaid: return draw_mermaid(graph);
  }
  __builtin_unreachable();
}

}  // namespace vm
