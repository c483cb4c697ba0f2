// SPDX-License-Identifier: Apache-2.0
//
// Only ASCII letters count: names must mean the same whatever the locale.

#include "vm/object/name.h"

#include <algorithm>

#include <fmt/format.h>

namespace vm {
namespace {

constexpr size_t kLongest = 255;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_inner(char c) {
  return is_letter(c) || is_digit(c) || c == '_' || c == '.' || c == '-';
}

/// Cuts `[n]` off the end; false if there is a bracket but no number in it.
bool cut_index(std::string_view& name) {
  size_t bracket = name.find('[');
  if (bracket == std::string_view::npos) return true;
  std::string_view index = name.substr(bracket + 1);
  name = name.substr(0, bracket);
  if (index.size() < 2 || index.back() != ']') return false;
  index.remove_suffix(1);
  bool has_leading_zero = index.size() > 1 && index.front() == '0';
  return !has_leading_zero && std::all_of(index.begin(), index.end(), is_digit);
}

}  // namespace

bool is_object_name(std::string_view name) {
  if (name.size() > kLongest || !cut_index(name)) return false;
  return !name.empty() && is_letter(name.front()) &&
         std::all_of(name.begin(), name.end(), is_inner);
}

Result<> check_object_name(std::string_view name) {
  if (is_object_name(name)) return {};
  return fail(fmt::format(
      "'{}' is not an object name: a letter, then letters, digits, '_', '.' and '-', then '[n]' "
      "for an element",
      name.substr(0, kLongest)
  ));
}

}  // namespace vm
