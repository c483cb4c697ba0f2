// SPDX-License-Identifier: Apache-2.0
//
// Tells where the values of a description's nodes come from: the places in which they are written,
// and those of the parameters that are named there, through all the parts.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "generated/types/explain.h"

#include "runtime/json/any.h"

namespace vm::machine {

struct Expansion;

/// A node of a description.
struct NodeOrigin {
  std::string where;
  std::vector<api::ValueOrigin> properties;  ///< what the description says of them
};

/// Parameters of the machine, or of a part that was plugged in, that were given, and where.
struct GivenParams {
  const qapi::Any& values;
  const std::string& where;
};

/// `path` is that of a node below the machine, or below what a part was plugged into; nothing for
/// what is none.
std::optional<NodeOrigin> explain_node(
    const Expansion& expansion,
    const GivenParams& given,
    std::string_view path
);

}  // namespace vm::machine
