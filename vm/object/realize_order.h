// SPDX-License-Identifier: Apache-2.0
//
// The order in which the objects of a batch are realized: who is linked to before the one who
// links, parts before the whole, and otherwise as they were given.

#pragma once

#include <span>
#include <vector>

#include "vm/base/result.h"

namespace vm {

class Object;

/// Fails where links go in a circle, naming it, or refer to nothing.
Result<std::vector<Object*>> realize_order(std::span<Object* const> batch);

}  // namespace vm
