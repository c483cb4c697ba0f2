// SPDX-License-Identifier: Apache-2.0

#include "runtime/json/enum.h"

#include <algorithm>

#include <fmt/format.h>

#include "runtime/json/nearest.h"

namespace qapi {

std::optional<size_t> find_name(std::span<const std::string_view> names, std::string_view name) {
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  return static_cast<size_t>(found - names.begin());
}

std::optional<size_t> decode_name(const Reader& in, std::span<const std::string_view> names) {
  std::string name;
  if (!decode(in, name)) return std::nullopt;
  const std::optional<size_t> index = find_name(names, name);
  if (!index) {
    in.fail(
        fmt::format("Parameter $path does not accept value '{}'{}", name, did_you_mean(name, names))
    );
  }
  return index;
}

}  // namespace qapi
