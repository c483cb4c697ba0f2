// SPDX-License-Identifier: Apache-2.0

#include "vm/machine/expand_names.h"

#include <algorithm>
#include <cctype>
#include <string>

#include "runtime/json/json.h"

namespace vm::machine {
namespace {

using qapi::Json;

constexpr std::string_view kBegin = "${";

bool is_of_name(char letter) {
  return std::isalnum(static_cast<unsigned char>(letter)) != 0 || letter == '-' || letter == '_';
}

bool names_in_text(std::string_view text, std::string_view name) {
  for (size_t at = text.find(name); at != text.npos; at = text.find(name, at + 1)) {
    const size_t end = at + name.size();
    const size_t begin = text.rfind(kBegin, at);
    const bool is_inside = begin != text.npos && text.find('}', begin) > at;
    const bool is_whole =
        (at == 0 || !is_of_name(text[at - 1])) && (end == text.size() || !is_of_name(text[end]));
    if (is_inside && is_whole) return true;
  }
  return false;
}

template <typename Test>
bool any_text(const Json& json, const Test& test) {
  if (json.is_string()) return test(json.get_ref<const std::string&>());
  if (!json.is_structured()) return false;
  return std::any_of(json.begin(), json.end(), [&](const Json& each) {
    return any_text(each, test);
  });
}

}  // namespace

bool has_expression(const Json& written) {
  return any_text(written, [](const std::string& text) { return text.find(kBegin) != text.npos; });
}

bool names_in(const Json& written, std::string_view name) {
  return any_text(written, [name](const std::string& text) { return names_in_text(text, name); });
}

}  // namespace vm::machine
