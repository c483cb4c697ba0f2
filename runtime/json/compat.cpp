// SPDX-License-Identifier: Apache-2.0

#include "runtime/json/compat.h"

#include <fmt/format.h>

namespace qapi {

std::string CompatPolicy::why_rejected(Special special) const {
  const bool is_deprecated = (rejected & special & Special::Deprecated) != Special::None;
  return fmt::format("{0}, and {0} input is rejected", is_deprecated ? "deprecated" : "unstable");
}

}  // namespace qapi
