// SPDX-License-Identifier: Apache-2.0
//
// Drawing is a graph that is nothing but texts: what boxes and arrows say. It is written in the
// languages of Graphviz and of Mermaid, or as a picture.
//
//   Drawing drawing{.name = "irq"};
//   drawing.boxes = {{"uart0", "uart0\nuart16550"}, {"plic", "plic\nplic"}};
//   drawing.arrows = {{"uart0", "plic", "irq to in[10]"}};
//   write(drawing, api::GraphFormat::Dot);

#pragma once

#include <string>
#include <vector>

#include "generated/types/graph.h"

namespace vm {

struct Drawing {
  struct Box {
    std::string id;
    std::string label;
  };

  struct Arrow {
    std::string from;  ///< id of a box
    std::string to;
    std::string label = {};
  };

  std::string name;
  std::vector<Box> boxes = {};
  std::vector<Arrow> arrows = {};
};

std::string write(const Drawing& drawing, api::GraphFormat format);

}  // namespace vm
