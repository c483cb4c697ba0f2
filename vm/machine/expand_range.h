// SPDX-License-Identifier: Apache-2.0
//
// Ranges of indices, as loops and references write them: `0..3`, `3..4`; `0..-1` and `2..1` are
// empty.

#pragma once

#include <cstdint>
#include <string_view>

#include "vm/base/result.h"

namespace vm::machine {

struct IndexRange {
  int64_t first = 0;
  int64_t last = 0;  ///< included

  uint64_t count() const {
    return last < first ? 0 : static_cast<uint64_t>(last) - static_cast<uint64_t>(first) + 1;
  }

  bool operator==(const IndexRange&) const = default;
};

/// "LOW..HIGH", or "INDEX" for one element.
Result<IndexRange> parse_range(std::string_view text);

}  // namespace vm::machine
