// SPDX-License-Identifier: Apache-2.0
//
// The known name that someone who wrote an unknown one probably meant.
//
//   fail(fmt::format("no machine '{}'{}", name, did_you_mean(name, names)));   // "...; did you
//   mean 'virt'?"

#pragma once

#include <span>
#include <string>
#include <string_view>

namespace qapi {

/// The name at the smallest edit distance; empty when none is near.
std::string_view nearest(std::string_view name, std::span<const std::string_view> known);

/// "; did you mean 'x'?", or nothing.
std::string did_you_mean(std::string_view name, std::span<const std::string_view> known);

}  // namespace qapi
