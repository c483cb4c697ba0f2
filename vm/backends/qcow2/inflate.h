// SPDX-License-Identifier: Apache-2.0
//
// Reads compressed clusters; writing them is left to who makes images.

#pragma once

#include <cstdint>
#include <span>

#include "vm/backends/qcow2/header.h"

namespace vm::qcow2 {

/// Fills `out`. 0, or an errno: EIO when `in` does not give so much.
int inflate_cluster(Compression how, std::span<const uint8_t> in, std::span<uint8_t> out);

}  // namespace vm::qcow2
