// SPDX-License-Identifier: Apache-2.0

#include "vm/base/base64.h"

#include <algorithm>
#include <cstdint>

namespace vm {
namespace {

constexpr std::string_view kDigits =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr char kPadding = '=';
constexpr size_t kBytes = 3;  // are as much as
constexpr size_t kLetters = 4;

/// Appends what four digits stand for.
void append(std::string& bytes, uint32_t group) {
  for (int shift = 16; shift >= 0; shift -= 8) {
    bytes += static_cast<char>(group >> shift & 0xff);
  }
}

}  // namespace

std::string to_base64(std::string_view bytes) {
  std::string text;
  for (; !bytes.empty(); bytes.remove_prefix(std::min(kBytes, bytes.size()))) {
    uint32_t group = 0;
    for (size_t i = 0; i < kBytes; ++i) {
      group = group << 8 | (i < bytes.size() ? static_cast<uint8_t>(bytes[i]) : 0);
    }
    for (size_t i = 0; i < kLetters; ++i) {
      text += i > bytes.size() ? kPadding : kDigits[group >> (18 - 6 * i) & 63];
    }
  }
  return text;
}

std::optional<std::string> from_base64(std::string_view text) {
  if (text.size() % kLetters != 0) return {};
  size_t padding = 0;
  while (padding < 2 && padding < text.size() && text[text.size() - 1 - padding] == kPadding) {
    ++padding;
  }
  std::string bytes;
  uint32_t group = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    const bool is_padding = i >= text.size() - padding;
    const size_t digit = is_padding ? 0 : kDigits.find(text[i]);
    if (digit == kDigits.npos) return {};
    group = group << 6 | static_cast<uint32_t>(digit);
    if (i % kLetters == kLetters - 1) append(bytes, group);
  }
  bytes.resize(bytes.size() - padding);
  return bytes;
}

}  // namespace vm
