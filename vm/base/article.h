// SPDX-License-Identifier: Apache-2.0
//
// The names of types within sentences.

#pragma once

#include <string>
#include <string_view>

namespace vm {

/// "a plic", "an address-space"
inline std::string with_article(std::string_view noun) {
  const bool is_vowel =
      !noun.empty() && std::string_view("aeio").find(noun.front()) != std::string_view::npos;
  return (is_vowel ? "an " : "a ") + std::string(noun);
}

}  // namespace vm
