// SPDX-License-Identifier: Apache-2.0
//
// The query table of a flash chip: JEDEC JESD68.01, section 2, and Intel AP-646 for what belongs to
// command set 0001.

#pragma once

#include <array>
#include <cstdint>

namespace vm {

/// Of one chip, in bytes.
struct FlashChip {
  uint64_t size = 0;
  uint64_t sector_size = 0;
  uint64_t buffer_size = 0;
  unsigned width = 0;
};

constexpr unsigned kCfiWords = 0x40;

using CfiQuery = std::array<uint8_t, kCfiWords>;

/// A byte for each word of the table.
CfiQuery cfi_query(const FlashChip& chip);

}  // namespace vm
