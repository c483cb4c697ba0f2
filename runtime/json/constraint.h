// SPDX-License-Identifier: Apache-2.0
//
// What the schema says about a value beside its type: of a member of a struct, as a constant that
// its row points at,
//
//   constexpr qapi::InRange<uint32_t> kClockRange{{1, 1'000'000'000, "Hz"}};
//
// or said where the value is decoded: decode(in, qapi::as_size(value.memory)).

#pragma once

#include <array>
#include <concepts>
#include <cstdint>
#include <optional>
#include <string_view>
#include <type_traits>
#include <vector>

#include "runtime/json/object_type.h"
#include "runtime/json/utf8.h"

namespace qapi {

/// Both ends are included; bounds the length of strings, in code points, and arrays.
template <typename T>
struct Range {
  T low;
  T high;
  std::string_view unit;
};

// "Parameter 'x' is 0; it must be 1 to 1000000000 Hz"
bool check(const Reader& in, int64_t value, const Range<int64_t>& range);
bool check(const Reader& in, uint64_t value, const Range<uint64_t>& range);
bool check(const Reader& in, double value, const Range<double>& range);
bool check_length(const Reader& in, uint64_t length, const Range<uint64_t>& range);

/// An array whose length is fixed by something else.
bool check_length(const Reader& in, uint64_t length, uint64_t expected);

/// The type in which the bounds of a T, or of its length, are given.
template <typename T>
using Bound = std::conditional_t<
    std::floating_point<T>,
    double,
    std::conditional_t<std::signed_integral<T>, int64_t, uint64_t>>;

/// Numbers that may be written as "4K": a uint64_t, or an optional or a vector of it.
template <typename T>
struct Size {
  T& value;
};

template <typename T>
Size<T> as_size(T& value) {
  return {value};
}

bool decode(const Reader& in, const Size<uint64_t>& size);
bool decode(const Reader& in, const Size<std::vector<uint64_t>>& sizes);

template <typename T>
bool decode(const Reader& in, const Size<std::optional<T>>& size) {
  return decode(in, as_size(size.value.emplace()));
}

namespace detail {

template <typename T>
T& unwrapped(T& value) {
  return value;
}

template <typename T>
T& unwrapped(std::optional<T>& value) {
  return *value;
}

template <typename T>
const T& unwrapped(const std::optional<T>& value) {
  return *value;
}

template <typename T>
auto& unwrapped(const Size<T>& size) {
  return unwrapped(size.value);
}

/// What the bounds are about, without optional and Size around it.
template <typename T>
using Unwrapped = std::remove_cvref_t<decltype(unwrapped(std::declval<T&>()))>;

}  // namespace detail

/// A value with its bounds. `Target` is a reference to the value, or a Size of it.
template <typename Target>
struct Ranged {
  using Number = Bound<detail::Unwrapped<std::remove_reference_t<Target>>>;

  Target target;
  Range<Number> range;
};

namespace detail {

template <typename T>
bool decode_target(const Reader& in, T& value) {
  return decode(in, value);
}

template <typename T>
bool decode_target(const Reader& in, std::optional<T>& value) {
  return decode(in, value.emplace());
}

template <typename T>
bool check_range(const Reader& in, const T& value, const Range<Bound<T>>& range) {
  if constexpr (std::is_arithmetic_v<T>) {
    return check(in, Bound<T>{value}, range);
  } else if constexpr (std::is_same_v<T, std::string>) {
    return check_length(in, count_code_points(value), range);
  } else {
    return check_length(in, value.size(), range);
  }
}

}  // namespace detail

template <typename Target>
bool decode(const Reader& in, const Ranged<Target>& ranged) {
  if (!detail::decode_target(in, ranged.target)) return false;
  return detail::check_range(in, detail::unwrapped(ranged.target), ranged.range);
}

/// The bounds of members of type T, which may be optional.
template <typename T>
class InRange final : public Constraint {
 public:
  using Value = detail::Unwrapped<T>;

  constexpr explicit InRange(const Range<Bound<Value>>& range) : range_(range) {}

  bool check(const Reader& in, const void* value) const override {
    return detail::check_range<Value>(in, detail::unwrapped(*static_cast<const T*>(value)), range_);
  }

 private:
  Range<Bound<Value>> range_;
};

/// Arrays of fixed length.
template <typename T, size_t N>
bool decode(const Reader& in, std::array<T, N>& value) {
  bool ok = true;
  const std::vector<Reader> found = elements(in, ok);
  if (!ok || !check_length(in, found.size(), N)) return false;
  for (size_t i = 0; i < N; ++i) {
    ok &= decode(found[i], value[i]);
  }
  return ok;
}

}  // namespace qapi
