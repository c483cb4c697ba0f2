// SPDX-License-Identifier: Apache-2.0

#include "vm/machine/expand_range.h"

#include <charconv>
#include <optional>

#include <fmt/format.h>

namespace vm::machine {
namespace {

std::optional<int64_t> parse_index(std::string_view text) {
  int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

}  // namespace

Result<IndexRange> parse_range(std::string_view text) {
  const size_t dots = text.find("..");
  const std::optional<int64_t> first = parse_index(text.substr(0, dots));
  const std::optional<int64_t> last =
      dots == std::string_view::npos ? first : parse_index(text.substr(dots + 2));
  if (!first || !last || *first < 0 || *last < -1)
    return fail(fmt::format("'{}' is no range of indices, such as 0..3", text));
  // One down is an empty range, which an expression like 0..n-1 can come to; more is a mistake.
  if (*last < *first - 1)
    return fail(fmt::format("'{}' goes down; write the lower index first", text));
  return IndexRange{*first, *last};
}

}  // namespace vm::machine
