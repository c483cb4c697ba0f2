// SPDX-License-Identifier: Apache-2.0
//
// UTF-8, a character at a time.

#pragma once

#include <string>
#include <string_view>

namespace qapi {

inline constexpr char32_t kReplacementCharacter = 0xFFFD;

/// Takes the first character off `text`, which is not empty; kReplacementCharacter for a byte that
/// begins none.
char32_t take_code_point(std::string_view& text);

/// How many code points a valid text has.
size_t count_code_points(std::string_view text);

/// For a terminal, which obeys control characters: these, and bytes that begin no character, as
/// `\x1b`.
std::string printable(std::string_view text);

}  // namespace qapi
