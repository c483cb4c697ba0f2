// SPDX-License-Identifier: Apache-2.0
//
// The tree of objects as query-tree reports it. It shows what there is, and nothing of how it came
// to be: children in the order of their names, windows by address, wires by output, links as the
// paths of what they refer to.

#pragma once

#include <cstdint>
#include <optional>

#include "generated/types/qom.h"

namespace vm {

class Object;

/// `depth` is the number of levels of children; all when not given.
api::TreeNode tree_of(Object& object, std::optional<uint32_t> depth = {});

}  // namespace vm
