// SPDX-License-Identifier: Apache-2.0
//
// Generated enums on the wire. Their values count from zero, and index the table of their names:
//
//   constexpr std::string_view kRunStateNames[] = {"running", "paused"};
//   constinit const qapi::EnumType kRunStateType{kRunStateNames};

#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

#include "runtime/json/type.h"

namespace qapi {

std::optional<size_t> find_name(std::span<const std::string_view> names, std::string_view name);

/// The index of the name that is written at `in`. Otherwise the error says what the value is, and
/// which of `names` is meant if that can be told. `special` are their features; empty: none has
/// any.
std::optional<size_t> decode_name(
    const Reader& in,
    std::span<const std::string_view> names,
    std::span<const Special> special = {}
);

/// The type of an enum, `kRunStateType`; type_of(RunState) gives it to generic code.
class EnumType final : public Type {
 public:
  constexpr explicit EnumType(
      std::span<const std::string_view> names,
      std::span<const Special> special = {}
  )
      : Type(kLifetime),
        names_(names),
        special_(special) {}

  std::span<const std::string_view> names() const { return names_; }

  std::optional<size_t> decode_index(const Reader& in) const;

  bool decode(const Reader& in, void* value) const override;
  void encode(Writer& out, const void* value) const override;

 private:
  // Enums are stored as an int.
  static constexpr Lifetime kLifetime = kValue<int>;

  std::span<const std::string_view> names_;
  std::span<const Special> special_;
};

}  // namespace qapi
