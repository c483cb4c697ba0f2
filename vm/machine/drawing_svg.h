// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>

#include "vm/machine/drawing.h"

namespace vm {

/// A picture as a text of its own: Scalable Vector Graphics 1.1. Boxes stand in columns, each to
/// the right of those whose arrows lead to it, unless these go round in a circle.
std::string write_svg(const Drawing& drawing);

}  // namespace vm
