// SPDX-License-Identifier: Apache-2.0
//
// The known names that someone who wrote an unknown one may have meant. qapigen proposes the same
// ones (codegen/messages/nearest.py).
//
//   fail(fmt::format("no machine '{}'{}", name, did_you_mean(name, names)));
//   // "no machine 'vrit'; did you mean 'virt'?"

#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace qapi {

/// Those at the smallest edit distances, the nearest first, at most three; empty when none is near.
std::vector<std::string_view> nearest(
    std::string_view name,
    std::span<const std::string_view> known
);

/// "; did you mean 'x', 'y' or 'z'?", or nothing.
std::string did_you_mean(std::string_view name, std::span<const std::string_view> known);

/// The same with all that are known, for when these are few: "; did you mean 'x'? There are x, y".
std::string one_of(std::string_view name, std::span<const std::string_view> known);

}  // namespace qapi
