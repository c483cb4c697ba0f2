// SPDX-License-Identifier: Apache-2.0
//
// The decode() of runtime/json/reader.h for types without parts.

#include <charconv>
#include <limits>
#include <utility>

#include <fmt/format.h>

#include "runtime/json/json.h"
#include "runtime/json/reader.h"

namespace qapi {

namespace {

/// The text of a scalar that is given as text; null when it is given otherwise.
const std::string* text_of(const Reader& in) {
  const bool is_text = in.spelling() == Spelling::Text && in.json().is_string();
  return is_text ? &in.json().get_ref<const std::string&>() : nullptr;
}

/// An integer of more than 64 bits, so that any can be compared with the bounds of any type.
struct Integer {
  bool negative = false;
  uint64_t magnitude = 0;
};

/// Takes an unsigned number in base 10 or, behind `0x`, 16 off `text`.
std::optional<uint64_t> take_number(std::string_view& text) {
  const bool hex = text.starts_with("0x") || text.starts_with("0X");
  const char* const begin = text.data() + (hex ? 2 : 0);
  const char* const end = text.data() + text.size();
  uint64_t value = 0;
  const auto result = std::from_chars(begin, end, value, hex ? 16 : 10);
  if (result.ec != std::errc()) return std::nullopt;
  text.remove_prefix(static_cast<size_t>(result.ptr - text.data()));
  return value;
}

std::optional<Integer> parse_integer(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  const std::optional<uint64_t> magnitude = take_number(text);
  if (!magnitude || !text.empty()) return std::nullopt;
  return Integer{negative, *magnitude};
}

std::optional<Integer> integer_of(const Reader& in) {
  if (in.json().is_number_unsigned()) return Integer{false, in.json().get<uint64_t>()};
  if (in.json().is_number_integer()) {
    const auto value = in.json().get<int64_t>();
    const auto bits = static_cast<uint64_t>(value);
    return Integer{value < 0, value < 0 ? 0 - bits : bits};
  }
  const std::string* text = text_of(in);
  return text == nullptr ? std::nullopt : parse_integer(*text);
}

template <typename T>
bool decode_integer(const Reader& in, T& value) {
  constexpr T kLow = std::numeric_limits<T>::min();
  constexpr T kHigh = std::numeric_limits<T>::max();
  const std::optional<Integer> integer = integer_of(in);
  if (!integer) return in.fail_type("integer");
  const auto high = static_cast<uint64_t>(kHigh);
  const uint64_t bound = !integer->negative ? high : kLow == 0 ? 0 : high + 1;
  if (integer->magnitude > bound) {
    return in.fail(fmt::format(
        "Parameter $path is {}{}; it must be {} to {}",
        integer->negative ? "-" : "",
        integer->magnitude,
        kLow,
        kHigh
    ));
  }
  value = static_cast<T>(integer->negative ? 0 - integer->magnitude : integer->magnitude);
  return true;
}

/// The power of two that a suffix stands for.
std::optional<int> shift_of(std::string_view suffix) {
  constexpr std::string_view kUnits = "KMGTPE";
  if (suffix.empty()) return 0;
  const char letter =
      suffix.front() >= 'a' ? static_cast<char>(suffix.front() - 'a' + 'A') : suffix.front();
  const size_t unit = kUnits.find(letter);
  suffix.remove_prefix(1);
  if (unit == kUnits.npos || (!suffix.empty() && suffix != "iB")) return std::nullopt;
  return static_cast<int>(10 * (unit + 1));
}

std::optional<uint64_t> parse_size(std::string_view text) {
  const std::optional<uint64_t> number = take_number(text);
  const std::optional<int> shift = shift_of(text);
  if (!number || !shift || *number > (UINT64_MAX >> *shift)) return std::nullopt;
  return *number << *shift;
}

}  // namespace

bool decode(const Reader& in, bool& value) {
  if (in.json().is_boolean()) {
    value = in.json().get<bool>();
    return true;
  }
  const std::string* text = text_of(in);
  if (text == nullptr) return in.fail_type("boolean");
  value = *text == "on" || *text == "true";
  return value || *text == "off" || *text == "false" || in.fail_type("boolean (on or off)");
}

bool decode(const Reader& in, double& value) {
  if (in.json().is_number()) {
    value = in.json().get<double>();
    return true;
  }
  const std::string* text = text_of(in);
  if (text == nullptr) return in.fail_type("number");
  const char* const end = text->data() + text->size();
  const auto result = std::from_chars(text->data(), end, value, std::chars_format::general);
  // inf and nan are words that JSON does not have.
  const bool is_word = text->find_first_of("0123456789") == text->npos;
  return (result.ec == std::errc() && result.ptr == end && !is_word) || in.fail_type("number");
}

bool decode(const Reader& in, std::string& value) {
  const Json& json = in.json();
  if (json.is_string()) {
    value = json.get_ref<const std::string&>();
    return true;
  }
  // A script takes `id=5` for a number, before anyone knows the type.
  const bool is_word = in.spelling() == Spelling::Text && (json.is_number() || json.is_boolean());
  if (!is_word) return in.fail_type("string");
  value = json.dump();
  return true;
}

bool decode(const Reader& in, std::nullptr_t& value) {
  value = nullptr;
  return in.json().is_null() || in.fail_type("null");
}

bool decode(const Reader& in, int8_t& value) {
  return decode_integer(in, value);
}

bool decode(const Reader& in, int16_t& value) {
  return decode_integer(in, value);
}

bool decode(const Reader& in, int32_t& value) {
  return decode_integer(in, value);
}

bool decode(const Reader& in, int64_t& value) {
  return decode_integer(in, value);
}

bool decode(const Reader& in, uint8_t& value) {
  return decode_integer(in, value);
}

bool decode(const Reader& in, uint16_t& value) {
  return decode_integer(in, value);
}

bool decode(const Reader& in, uint32_t& value) {
  return decode_integer(in, value);
}

bool decode(const Reader& in, uint64_t& value) {
  return decode_integer(in, value);
}

bool decode(const Reader& in, std::vector<bool>& value) {
  bool ok = true;
  value.clear();
  for (const Reader& element : elements(in, ok)) {
    bool item = false;
    ok &= decode(element, item);
    value.push_back(item);
  }
  return ok;
}

bool decode_size(const Reader& in, uint64_t& value) {
  if (!in.json().is_string()) return decode_integer(in, value);
  const auto& text = in.json().get_ref<const std::string&>();
  const std::optional<uint64_t> size = parse_size(text);
  if (!size) {
    return in.fail(fmt::format(
        "Parameter $path is '{}'; it must be a size such as 4096, '0x1000', '4K' or '1G'",
        text
    ));
  }
  value = *size;
  return true;
}

}  // namespace qapi
