// SPDX-License-Identifier: Apache-2.0

#include "runtime/json/utf8.h"

#include <bit>

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

}  // namespace qapi
