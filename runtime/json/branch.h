// SPDX-License-Identifier: Apache-2.0
//
// The branches of generated unions by the name of their case. The alternatives of `u` stand in the
// order of the enum's values, so that a value is the index of its branch.
//
//   ChardevOptions options;
//   qapi::emplace<ChardevKind::File>(options.u).path = "console.log";
//   if (const ChardevFile* file = qapi::get_if<ChardevKind::File>(options.u)) open(file->path);

#pragma once

#include <cstddef>
#include <type_traits>

#include "runtime/json/box.h"
#include "runtime/json/variant.h"

namespace qapi {

namespace detail {

template <typename T>
T& unboxed(T& value) {
  return value;
}

template <typename T>
T& unboxed(Box<T>& value) {
  return value ? *value : value.emplace();
}

template <typename T>
const T& unboxed(const Box<T>& value) {
  return *value;
}

}  // namespace detail

/// Chooses the branch of `Case`, with a default value.
template <auto Case, typename... Branches>
auto& emplace(Variant<Branches...>& branches) {
  return detail::unboxed(branches.template emplace<static_cast<size_t>(Case)>());
}

/// The branch of `Case`, which must be chosen.
template <auto Case, typename Variant>
auto& get(Variant& branches) {
  return detail::unboxed(*branches.template get_if<static_cast<size_t>(Case)>());
}

/// The branch of `Case`; null when another one is chosen.
template <auto Case, typename Variant>
auto* get_if(Variant& branches) {
  auto* branch = branches.template get_if<static_cast<size_t>(Case)>();
  using Branch = std::remove_reference_t<decltype(detail::unboxed(*branch))>;
  return branch != nullptr ? &detail::unboxed(*branch) : static_cast<Branch*>(nullptr);
}

}  // namespace qapi
