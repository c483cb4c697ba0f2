// SPDX-License-Identifier: Apache-2.0

#include "runtime/json/enum.h"

#include <algorithm>
#include <cstring>

#include <fmt/format.h>

#include "runtime/json/nearest.h"

namespace qapi {

std::optional<size_t> find_name(std::span<const std::string_view> names, std::string_view name) {
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  return static_cast<size_t>(found - names.begin());
}

std::optional<size_t> decode_name(
    const Reader& in,
    std::span<const std::string_view> names,
    std::span<const Special> special
) {
  std::string name;
  if (!decode(in, name)) return std::nullopt;
  const std::optional<size_t> index = find_name(names, name);
  if (!index) {
    in.fail(
        fmt::format("Parameter $path does not accept value '{}'{}", name, did_you_mean(name, names))
    );
    return std::nullopt;
  }
  if (!special.empty() && in.compat().rejects(special[*index])) {
    in.fail(fmt::format(
        "Value '{}' of parameter $path is {}",
        name,
        in.compat().why_rejected(special[*index])
    ));
    return std::nullopt;
  }
  return index;
}

std::optional<size_t> EnumType::decode_index(const Reader& in) const {
  return decode_name(in, names_, special_);
}

bool EnumType::decode(const Reader& in, void* value) const {
  const std::optional<size_t> index = decode_index(in);
  if (!index) return false;
  const int stored = static_cast<int>(*index);
  std::memcpy(value, &stored, sizeof(stored));
  return true;
}

void EnumType::encode(Writer& out, const void* value) const {
  int stored = 0;
  std::memcpy(&stored, value, sizeof(stored));
  out.string(names_[static_cast<size_t>(stored)]);
}

}  // namespace qapi
