// SPDX-License-Identifier: Apache-2.0
//
// Text stands bare only where no reader can take it for anything else: it begins with a letter, is
// made of few characters, and is no word that some version of YAML has a meaning for. All other
// text is in double quotes, where YAML knows the escapes of JSON, but for pairs of surrogates.

#include "runtime/cli/yaml.h"

#include <algorithm>
#include <array>
#include <charconv>

#include <fmt/format.h>

#include "runtime/json/json.h"
#include "runtime/json/writer.h"

namespace qapi {

namespace {

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool may_stand_bare(char c) {
  return is_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.' || c == '/';
}

/// Words for true, false and null, in any version and in any case.
bool has_meaning(std::string_view text) {
  constexpr std::array<std::string_view, 9> kWords =
      {"true", "false", "yes", "no", "on", "off", "null", "y", "n"};
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return std::find(kWords.begin(), kWords.end(), lower) != kWords.end();
}

unsigned hex(std::string_view digits) {
  unsigned value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
  return value;
}

/// In quotes; `\ud83d\ude42` of JSON is `\U0001f642`.
std::string quoted(const std::string& text) {
  const std::string json = encoded(text);
  std::string yaml;
  for (size_t i = 0; i < json.size(); ++i) {
    const bool is_escape = json[i] == '\\';
    const unsigned high = is_escape && json[i + 1] == 'u' ? hex(json.substr(i + 2, 4)) : 0;
    if (high >= 0xd800 && high < 0xdc00) {
      const unsigned low = hex(json.substr(i + 8, 4));
      yaml += fmt::format("\\U{:08x}", 0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00));
      i += 11;
      continue;
    }
    yaml += json[i];
    if (is_escape) yaml += json[++i];
  }
  return yaml;
}

std::string text_of(const std::string& text) {
  const bool bare = !text.empty() && is_letter(text.front()) && !has_meaning(text) &&
                    std::all_of(text.begin(), text.end(), may_stand_bare);
  return bare ? text : quoted(text);
}

/// YAML 1.1 wants a point in a number with an exponent, and a sign in the exponent.
std::string number_of(const Json& json) {
  std::string text = encoded(json);
  const size_t exponent = text.find('e');
  if (exponent == text.npos) return text;
  if (text[exponent + 1] != '-' && text[exponent + 1] != '+') text.insert(exponent + 1, "+");
  if (text.find('.') == text.npos) text.insert(exponent, ".0");
  return text;
}

std::string scalar(const Json& json) {
  if (json.is_string()) return text_of(json.get_ref<const std::string&>());
  if (json.is_number_float()) return number_of(json);
  // Whole numbers, booleans, null, and what is empty are written alike.
  return encoded(json);
}

void append(const Json& json, size_t indent, std::string& yaml);

/// What follows a key or a dash that ends at the end of `yaml`.
void append_value(const Json& value, size_t indent, std::string& yaml) {
  if (!value.is_structured() || value.empty()) {
    yaml += ' ' + scalar(value);
    return;
  }
  yaml += '\n';
  append(value, indent, yaml);
}

void append(const Json& json, size_t indent, std::string& yaml) {
  constexpr size_t kStep = 2;
  const std::string margin(indent, ' ');
  std::string_view between;
  for (const auto& [name, value] : json.items()) {
    yaml += between;
    between = "\n";
    if (json.is_object()) {
      yaml += margin + text_of(name) + ':';
      append_value(value, indent + kStep, yaml);
      continue;
    }
    yaml += margin + '-';
    const size_t start = yaml.size();
    append_value(value, indent + kStep, yaml);
    // The first member stands behind the dash.
    if (yaml[start] == '\n') yaml.replace(start, 1 + indent + kStep, " ");
  }
}

}  // namespace

std::string to_yaml(const Json& json) {
  if (!json.is_structured() || json.empty()) return scalar(json);
  std::string yaml;
  append(json, 0, yaml);
  return yaml;
}

}  // namespace qapi
