// SPDX-License-Identifier: Apache-2.0
//
// CompatPolicy says what becomes of names that may go or change one day: the schema's features
// `deprecated` and `unstable`, on commands, events, members and enum values. Generated code knows
// which these are, and asks.
//
//   if (policy.rejects(Special::Deprecated)) return in.fail(...);

#pragma once

#include <cstdint>
#include <string>

namespace qapi {

/// The features that a policy is about: bits, since something may have both.
enum class Special : uint8_t {
  None = 0,
  Deprecated = 1,
  Unstable = 2,
  Both = 3
};

constexpr Special operator|(Special a, Special b) {
  return static_cast<Special>(static_cast<uint8_t>(a) | static_cast<uint8_t>(b));
}

constexpr Special operator&(Special a, Special b) {
  return static_cast<Special>(static_cast<uint8_t>(a) & static_cast<uint8_t>(b));
}

// Aligned to be read at once by a processor: it is an atomic of the process.
struct alignas(2) CompatPolicy {
  Special rejected = Special::None;  ///< input that is an error
  Special hidden = Special::None;    ///< output that is left out

  constexpr bool rejects(Special special) const { return (rejected & special) != Special::None; }
  constexpr bool hides(Special special) const { return (hidden & special) != Special::None; }

  /// For something of these features that is rejected: "deprecated, and deprecated input is
  /// rejected".
  std::string why_rejected(Special special) const;
};

}  // namespace qapi
