// SPDX-License-Identifier: Apache-2.0
//
// Makes an image that holds nothing yet.
//
//   TRY(create_image(medium, {.size = 1 << 30}));

#pragma once

#include <cstdint>
#include <string>

#include "vm/base/result.h"

namespace vm::qcow2 {

class Medium;

struct NewImage {
  uint64_t size = 0;  ///< of the disk, in bytes
  uint32_t version = 3;
  unsigned cluster_bits = 16;
  unsigned refcount_order = 4;
  std::string backing_file = {};
  std::string backing_format = {};
};

/// The medium holds nothing, or what is not needed.
Result<> create_image(Medium& medium, const NewImage& image);

}  // namespace vm::qcow2
