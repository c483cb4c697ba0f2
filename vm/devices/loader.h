// SPDX-License-Identifier: Apache-2.0
//
// Loader is a device that puts a file into memory at each reset. Who starts processors asks it
// where.
//
//   const Loader* firmware = linked<Loader>(props_.firmware);
//   hart.start_at(firmware->entry());

#pragma once

#include <cstdint>

#include "vm/devices/device.h"

namespace vm {

class Loader : public Device {
 public:
  // Known once it is realized.
  virtual uint64_t entry() const = 0;  ///< address of the first instruction
  virtual uint64_t first() const = 0;  ///< lowest address that is written
  virtual uint64_t last(
  ) const = 0;  ///< highest address that is written, or kept free for a kernel's own data
};

}  // namespace vm
