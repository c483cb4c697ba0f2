// SPDX-License-Identifier: Apache-2.0
//
// Gathers all objects of one C++ class in a tree, each before those that are in it.
//
//   for (RiscvCluster* cluster : gather<RiscvCluster>(machine)) ...

#pragma once

#include <vector>

#include "vm/object/object.h"

namespace vm {

template <typename T>
void gather_into(Object& top, std::vector<T*>& found) {
  if (auto* object = dynamic_cast<T*>(&top)) found.push_back(object);
  for (const auto& child : top.children()) {
    gather_into(*child, found);
  }
}

template <typename T>
std::vector<T*> gather(Object& top) {
  std::vector<T*> found;
  gather_into(top, found);
  return found;
}

}  // namespace vm
