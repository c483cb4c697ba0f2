// SPDX-License-Identifier: Apache-2.0

#include "runtime/json/keyval_write.h"

#include <algorithm>

#include <fmt/format.h>

#include "runtime/json/json.h"
#include "runtime/json/keyval.h"

namespace qapi {

namespace {

std::string with_doubled_commas(std::string_view text) {
  std::string doubled;
  for (const char c : text) {
    doubled.append(c == ',' ? 2 : 1, c);
  }
  return doubled;
}

/// Appends `key=value` for each scalar of `json`, which is at `path`. False for what only JSON
/// says.
bool append_parts(const Json& json, const std::string& path, std::string& text) {
  if (json.is_string()) {
    if (!text.empty()) text += ',';
    text += fmt::format("{}={}", path, with_doubled_commas(json.get_ref<const std::string&>()));
    return true;
  }
  if (!json.is_structured() || json.empty()) return false;
  size_t index = 0;
  for (const auto& [name, value] : json.items()) {
    const std::string key = json.is_array() ? std::to_string(index++) : name;
    if (!append_parts(value, path.empty() ? key : fmt::format("{}.{}", path, key), text)) {
      return false;
    }
  }
  return true;
}

/// Without `key=` in front, if that is understood.
std::string with_key_implied(std::string text, std::string_view implied_key) {
  const std::string key = fmt::format("{}=", implied_key);
  if (implied_key.empty() || !text.starts_with(key)) return text;
  std::string shorter = text.substr(key.size());
  return shorter.empty() || shorter.starts_with(',') ? text : shorter;
}

}  // namespace

std::optional<std::string> to_keyval(const Json& object, std::string_view implied_key) {
  if (object.empty()) return std::string();
  std::string text;
  if (!append_parts(object, {}, text)) return std::nullopt;
  // What the reader makes of it decides: so what it takes for a key is known in one place only.
  const auto comes_back = [&](const std::string& written) {
    if (names_file(written) || asks_for_help(written)) return false;
    const Result<Json> read = parse_arguments(written, implied_key);
    return read && *read == object;
  };
  std::string shorter = with_key_implied(text, implied_key);
  if (comes_back(shorter)) return shorter;
  if (comes_back(text)) return text;
  return std::nullopt;
}

}  // namespace qapi
