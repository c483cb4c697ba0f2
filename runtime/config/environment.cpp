// SPDX-License-Identifier: Apache-2.0

#include "runtime/config/environment.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include <fmt/format.h>

#include "runtime/json/utf8.h"

namespace qapi {

namespace {

constexpr std::string_view kOpen = "${";
constexpr std::string_view kLiteral = "$${";
constexpr std::string_view kFrom = "env:";
constexpr std::string_view kOtherwise = ":-";

bool is_name(std::string_view text) {
  const auto is_letter = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  };
  const auto is_allowed = [&](char c) { return is_letter(c) || (c >= '0' && c <= '9'); };
  return !text.empty() && is_letter(text[0]) && std::all_of(text.begin(), text.end(), is_allowed);
}

bool is_utf8(std::string_view text) {
  constexpr size_t kReplacementBytes = 3;  // if it is really written there
  while (!text.empty()) {
    const size_t before = text.size();
    if (take_code_point(text) == kReplacementCharacter && before - text.size() != kReplacementBytes)
      return false;
  }
  return true;
}

/// What `${` and `}` enclose.
Result<std::string> value_of(std::string_view inside) {
  std::string_view name = inside;
  if (name.starts_with(kFrom)) name.remove_prefix(kFrom.size());
  const size_t otherwise = std::min(name.find(kOtherwise), name.size());
  const std::string variable(name.substr(0, otherwise));
  if (!inside.starts_with(kFrom) || !is_name(variable)) {
    return fail(fmt::format(
        "'${{{}}}' does not have the form ${{env:NAME}}; a literal ${{ is written $${{",
        inside
    ));
  }
  const char* const value = std::getenv(variable.c_str());
  const bool has_default = otherwise < name.size();
  if (has_default && (value == nullptr || *value == '\0')) {
    return std::string(name.substr(otherwise + kOtherwise.size()));
  }
  if (value == nullptr) {
    return fail(fmt::format(
        "the environment has no variable '{0}'; ${{env:{0}:-TEXT}} has a default",
        variable
    ));
  }
  if (!is_utf8(value)) return fail(fmt::format("the variable '{}' holds no UTF-8", variable));
  return std::string(value);
}

}  // namespace

Result<std::string> expand_environment(std::string_view text) {
  std::string expanded;
  while (!text.empty()) {
    const size_t plain = std::min({text.find(kLiteral), text.find(kOpen), text.size()});
    expanded += text.substr(0, plain);
    text.remove_prefix(plain);
    if (text.starts_with(kLiteral)) {
      expanded += kOpen;
      text.remove_prefix(kLiteral.size());
    } else if (!text.empty()) {
      const size_t end = text.find('}');
      if (end == text.npos) return fail(fmt::format("no '}}' behind '{}'", text));
      expanded += TRY(value_of(text.substr(kOpen.size(), end - kOpen.size())));
      text.remove_prefix(end + 1);
    }
  }
  return expanded;
}

std::string escape_environment(std::string_view text) {
  std::string escaped;
  for (size_t at = text.find(kOpen); at != text.npos; at = text.find(kOpen)) {
    escaped += text.substr(0, at);
    escaped += kLiteral;
    text.remove_prefix(at + kOpen.size());
  }
  escaped += text;
  return escaped;
}

}  // namespace qapi
