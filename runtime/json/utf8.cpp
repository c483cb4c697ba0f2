// SPDX-License-Identifier: Apache-2.0

#include "runtime/json/utf8.h"

#include <algorithm>
#include <bit>

#include <fmt/format.h>

namespace qapi {

char32_t take_code_point(std::string_view& text) {
  const auto first = static_cast<unsigned char>(text.front());
  const int ones = std::countl_one(first);
  const size_t length = ones == 0 ? 1 : static_cast<size_t>(ones);
  // Below these, a shorter form exists, which is the only valid one.
  constexpr char32_t kSmallest[] = {0, 0, 0x80, 0x800, 0x10000};
  if (ones == 1 || ones > 4 || length > text.size()) {
    text.remove_prefix(1);
    return kReplacementCharacter;
  }
  char32_t c = ones == 0 ? first : first & (0x7Fu >> ones);
  for (size_t i = 1; i < length; ++i) {
    const auto next = static_cast<unsigned char>(text[i]);
    if ((next & 0xC0) != 0x80) {
      text.remove_prefix(1);
      return kReplacementCharacter;
    }
    c = (c << 6) | (next & 0x3F);
  }
  const bool is_surrogate = c >= 0xD800 && c <= 0xDFFF;
  if (c < kSmallest[length] || c > 0x10FFFF || is_surrogate) {
    text.remove_prefix(1);
    return kReplacementCharacter;
  }
  text.remove_prefix(length);
  return c;
}

size_t count_code_points(std::string_view text) {
  // Each one begins with a byte that continues none.
  return static_cast<size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
}

std::string printable(std::string_view text) {
  std::string shown;
  while (!text.empty()) {
    std::string_view rest = text;
    const char32_t c = take_code_point(rest);
    const std::string_view bytes = text.substr(0, text.size() - rest.size());
    const bool is_control = c < 0x20 || (c >= 0x7F && c < 0xA0);
    const bool is_stray = c == kReplacementCharacter && bytes.size() == 1;
    for (const char byte : bytes) {
      if (is_control || is_stray) {
        shown += fmt::format("\\x{:02x}", static_cast<unsigned char>(byte));
      } else {
        shown += byte;
      }
    }
    text = rest;
  }
  return shown;
}

}  // namespace qapi
