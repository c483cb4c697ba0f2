// SPDX-License-Identifier: Apache-2.0
//
// Names for what nobody has named: `monitor0`, `monitor1`.

#pragma once

#include <string>
#include <string_view>

#include <fmt/format.h>

namespace qapi {

/// The first of `stem` and a number that is not taken.
template <typename IsTaken>
std::string free_id(std::string_view stem, IsTaken is_taken) {
  for (unsigned number = 0;; ++number) {
    std::string id = fmt::format("{}{}", stem, number);
    if (!is_taken(id)) return id;
  }
}

}  // namespace qapi
