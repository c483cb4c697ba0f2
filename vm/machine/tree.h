// SPDX-License-Identifier: Apache-2.0
//
// The tree of objects as query-tree reports it. It shows what there is, and nothing of how it came
// to be: children in the order of their names, windows by address, wires by output, links as the
// paths of what they refer to.

#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "generated/types/graph.h"
#include "generated/types/qom.h"

namespace vm {

class Object;
struct ObjectType;

/// Which objects are asked for; the others are shown where such are in them.
struct TreeFilter {
  const ObjectType* type = nullptr;      ///< with all that are derived from it; null for all
  std::optional<std::string> name = {};  ///< a pattern, see name_pattern.h
};

/// `depth` is the number of levels of children; all when not given. `object` is always there.
api::TreeNode tree_of(
    Object& object,
    std::optional<uint32_t> depth = {},
    const TreeFilter& filter = {}
);

/// The tree in a language of those who draw; `path` is that of its first object.
std::string draw(const api::TreeNode& tree, const std::string& path, api::GraphFormat format);

}  // namespace vm
