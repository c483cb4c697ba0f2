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
#include <variant>

#include "runtime/json/box.h"

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
auto& emplace(std::variant<Branches...>& branches) {
  return detail::unboxed(branches.template emplace<static_cast<size_t>(Case)>());
}

/// The branch of `Case`, which must be chosen.
template <auto Case, typename Variant>
auto& get(Variant& branches) {
  return detail::unboxed(*std::get_if<static_cast<size_t>(Case)>(&branches));
}

/// The branch of `Case`; null when another one is chosen.
template <auto Case, typename Variant>
auto* get_if(Variant& branches) {
  constexpr size_t kIndex = static_cast<size_t>(Case);
  using Branch = decltype(detail::unboxed(*std::get_if<kIndex>(&branches)));
  auto* branch = std::get_if<kIndex>(&branches);
  return branch != nullptr ? &detail::unboxed(*branch)
                           : static_cast<std::remove_reference_t<Branch>*>(nullptr);
}

}  // namespace qapi
