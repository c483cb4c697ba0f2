// SPDX-License-Identifier: Apache-2.0

#include "runtime/json/constraint.h"

#include <fmt/format.h>

namespace qapi {
namespace {

template <typename T>
std::string bounds_text(const Range<T>& range) {
  const std::string_view space = range.unit.empty() ? "" : " ";
  if (range.low == range.high) return fmt::format("{}{}{}", range.low, space, range.unit);
  return fmt::format("{} to {}{}{}", range.low, range.high, space, range.unit);
}

template <typename T>
bool check_value(const Reader& in, T value, const Range<T>& range) {
  if (range.low <= value && value <= range.high) return true;
  return in.fail(fmt::format("Parameter $path is {}; it must be {}", value, bounds_text(range)));
}

}  // namespace

bool check(const Reader& in, int64_t value, const Range<int64_t>& range) {
  return check_value(in, value, range);
}

bool check(const Reader& in, uint64_t value, const Range<uint64_t>& range) {
  return check_value(in, value, range);
}

bool check(const Reader& in, double value, const Range<double>& range) {
  return check_value(in, value, range);
}

bool check_length(const Reader& in, uint64_t length, const Range<uint64_t>& range) {
  if (range.low <= length && length <= range.high) return true;
  return in.fail(
      fmt::format("Parameter $path has length {}; it must be {}", length, bounds_text(range))
  );
}

bool check_length(const Reader& in, uint64_t length, uint64_t expected) {
  return check_length(in, length, {.low = expected, .high = expected, .unit = {}});
}

bool decode(const Reader& in, const Size<uint64_t>& size) {
  return decode_size(in, size.value);
}

bool decode(const Reader& in, const Size<std::vector<uint64_t>>& sizes) {
  bool ok = true;
  sizes.value.clear();
  for (const Reader& element : elements(in, ok)) {
    ok &= decode_size(element, sizes.value.emplace_back());
  }
  return ok;
}

}  // namespace qapi
