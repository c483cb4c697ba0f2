// SPDX-License-Identifier: Apache-2.0
//
// Trees of objects as drawings: a box for each object, with its name and type.

#include <fmt/format.h>

#include "vm/machine/drawing.h"
#include "vm/machine/tree.h"

namespace vm {
namespace {

void add(const api::TreeNode& node, const std::string& path, Drawing& drawing) {
  const std::string& name = node.name.empty() ? path : node.name;
  drawing.boxes.push_back({path, fmt::format("{}\n{}", name, node.type)});
  const std::string way = path.ends_with('/') ? path : path + "/";
  for (const api::TreeNode& child : node.children) {
    const std::string below = way + child.name;
    drawing.arrows.push_back({path, below});
    add(child, below, drawing);
  }
}

}  // namespace

std::string draw(const api::TreeNode& tree, const std::string& path, api::GraphFormat format) {
  Drawing drawing{.name = "tree"};
  add(tree, path, drawing);
  return write(drawing, format);
}

}  // namespace vm
