// SPDX-License-Identifier: Apache-2.0

#include "vm/memory/flat_view.h"

#include <algorithm>

namespace vm {

const FlatRange* FlatView::find(uint64_t address) const {
  auto after = std::upper_bound(
      ranges_.begin(),
      ranges_.end(),
      address,
      [](uint64_t wanted, const FlatRange& range) { return wanted < range.first; }
  );
  if (after == ranges_.begin()) return nullptr;
  const FlatRange& range = *std::prev(after);
  return address <= range.last ? &range : nullptr;
}

}  // namespace vm
