// SPDX-License-Identifier: Apache-2.0
//
// Neither language takes all names as they are: Graphviz wants quotes around them, and Mermaid
// names of its own with the text beside.

#include "vm/machine/drawing.h"

#include <unordered_map>

#include <fmt/format.h>

#include "vm/machine/drawing_svg.h"

namespace vm {
namespace {

/// With what would end a text in quotes made harmless.
std::string quoted(
    std::string_view text,
    std::string_view quote,
    std::string_view line_break,
    std::string_view backslash
) {
  std::string result;
  for (const char c : text) {
    if (c == '"') {
      result += quote;
    } else if (c == '\n') {
      result += line_break;
    } else if (c == '\\') {
      result += backslash;
    } else {
      result += c;
    }
  }
  return "\"" + result + "\"";
}

std::string write_dot(const Drawing& drawing) {
  const auto text = [](std::string_view plain) { return quoted(plain, "\\\"", "\\n", "\\\\"); };
  std::string dot =
      fmt::format("digraph {} {{\n  rankdir=LR;\n  node [shape=box];\n", text(drawing.name));
  for (const Drawing::Box& box : drawing.boxes) {
    dot += fmt::format("  {} [label={}];\n", text(box.id), text(box.label));
  }
  for (const Drawing::Arrow& arrow : drawing.arrows) {
    dot += fmt::format("  {} -> {}", text(arrow.from), text(arrow.to));
    if (!arrow.label.empty()) dot += fmt::format(" [label={}]", text(arrow.label));
    dot += ";\n";
  }
  return dot + "}\n";
}

std::string write_mermaid(const Drawing& drawing) {
  const auto text = [](std::string_view plain) { return quoted(plain, "#quot;", "<br>", "\\"); };
  std::unordered_map<std::string_view, size_t> numbers;
  std::string mermaid = "flowchart LR\n";
  for (const Drawing::Box& box : drawing.boxes) {
    const size_t number = numbers.emplace(box.id, numbers.size()).first->second;
    mermaid += fmt::format("  n{}[{}]\n", number, text(box.label));
  }
  for (const Drawing::Arrow& arrow : drawing.arrows) {
    const std::string line =
        arrow.label.empty() ? "-->" : fmt::format("-->|{}|", text(arrow.label));
    mermaid += fmt::format("  n{} {} n{}\n", numbers.at(arrow.from), line, numbers.at(arrow.to));
  }
  return mermaid;
}

}  // namespace

std::string write(const Drawing& drawing, api::GraphFormat format) {
  switch (format) {
    case api::GraphFormat::Dot: return write_dot(drawing);
    case api::GraphFormat::Mermaid: return write_mermaid(drawing);
    case api::GraphFormat::Svg: return write_svg(drawing);
  }
  __builtin_unreachable();
}

}  // namespace vm
