// SPDX-License-Identifier: Apache-2.0
//
// Computes the flat view of a map.

#pragma once

#include <cstdint>
#include <vector>

#include "vm/memory/address_space.h"

namespace vm {

/// Last address of the window. That of a space without a size is the last address that both sides
/// have.
uint64_t last_address(const Mapping& mapping);

/// Sorted ranges that do not overlap; neighbours that continue each other are one.
std::vector<FlatRange> flatten(const std::vector<Mapping>& mappings);

}  // namespace vm
