// SPDX-License-Identifier: Apache-2.0
//
// Base64: RFC 4648, section 4.

#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace vm {

std::string to_base64(std::string_view bytes);

/// Nothing unless the text is whole: padded, and without a character that does not belong there.
std::optional<std::string> from_base64(std::string_view text);

}  // namespace vm
