// SPDX-License-Identifier: Apache-2.0
//
// Backends that bring back at once what is sent: a serial line and a network cable.

#pragma once

#include <span>
#include <vector>

#include "vm/object/object_type.h"

namespace vm::fuzz {

constexpr const char* kLoopbackChardev = "loopback-chardev";
constexpr const char* kLoopbackNetdev = "loopback-netdev";

/// All types of the schema, and these.
std::span<const ObjectType> types_with_loopbacks();

}  // namespace vm::fuzz
