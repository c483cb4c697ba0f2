// SPDX-License-Identifier: Apache-2.0
//
// A second opinion on images, beside that of qemu-img: counts how often each cluster of an image is
// referred to, and compares that with what the image has counted.

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "vm/base/result.h"

namespace vm::qcow2 {

class Medium;

struct CheckReport {
  uint64_t leaks = 0;                    ///< clusters that are counted more often than referred to
  std::vector<std::string> faults = {};  ///< what must not be; the first ones
};

/// Fails when the image cannot be opened at all. Snapshots are refused: they would have to be
/// counted, too.
Result<CheckReport> check_image(Medium& medium);

}  // namespace vm::qcow2
