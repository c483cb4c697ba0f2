// SPDX-License-Identifier: Apache-2.0
//
// Generated enums on the wire. Their values count from zero, and index the table of their names.

#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

#include "runtime/json/reader.h"

namespace qapi {

std::optional<size_t> find_name(std::span<const std::string_view> names, std::string_view name);

/// The index of the name that is written at `in`. Otherwise the error says what the value is, and
/// which of `names` is meant if that can be told.
std::optional<size_t> decode_name(const Reader& in, std::span<const std::string_view> names);

template <typename Enum>
bool decode_enum(const Reader& in, std::span<const std::string_view> names, Enum& value) {
  const std::optional<size_t> index = decode_name(in, names);
  if (index) value = static_cast<Enum>(*index);
  return index.has_value();
}

template <typename Enum>
std::optional<Enum> parse_enum(std::string_view name, std::span<const std::string_view> names) {
  const std::optional<size_t> index = find_name(names, name);
  if (!index) return std::nullopt;
  return static_cast<Enum>(*index);
}

}  // namespace qapi
