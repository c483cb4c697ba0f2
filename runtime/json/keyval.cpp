// SPDX-License-Identifier: Apache-2.0

#include "runtime/json/keyval.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "runtime/base/file.h"
#include "runtime/json/json.h"

namespace qapi {

namespace {

constexpr size_t kMaxFragment = 127;

// What members of one level can a document of text have before it is no longer one that somebody
// wrote.
constexpr size_t kMaxKeyDepth = 64;

bool is_key_character(char c) {
  const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  const bool digit = c >= '0' && c <= '9';
  return letter || digit || c == '-' || c == '_' || c == '.' || c == '[' || c == ']';
}

bool looks_like_key(std::string_view text) {
  return std::all_of(text.begin(), text.end(), is_key_character);
}

/// One `key=value`, or `value`.
struct Part {
  std::string text;  // with its doubled commas undone
  size_t at = 0;     // in the whole text
};

std::vector<Part> split(std::string_view text) {
  std::vector<Part> parts(1);
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] != ',') {
      parts.back().text += text[i];
    } else if (text.substr(i + 1).starts_with(',')) {
      parts.back().text += ',';
      ++i;
    } else {
      parts.push_back({{}, i + 1});
    }
  }
  return parts;
}

Error at(size_t offset, Error error) {
  error.desc = fmt::format("at character {}: {}", offset + 1, error.desc);
  return error;
}

Result<> add_part(Json& object, const Part& part, std::string_view implied_key) {
  const size_t equals = part.text.find('=');
  const std::string_view key = std::string_view(part.text).substr(0, equals);
  const bool has_key = equals != std::string::npos && (implied_key.empty() || looks_like_key(key));
  if (has_key) return set_at_key(object, key, part.text.substr(equals + 1));
  if (implied_key.empty()) return fail(fmt::format("'{}' is not of the form key=value", part.text));
  return set_at_key(object, implied_key, part.text);
}

/// The number that an index spells, without leading zeros.
std::optional<size_t> parse_index(std::string_view text) {
  size_t index = 0;
  const char* const end = text.data() + text.size();
  const auto parsed = std::from_chars(text.data(), end, index);
  const bool canonical = text == "0" || !text.starts_with('0');
  if (parsed.ec != std::errc() || parsed.ptr != end || !canonical) return std::nullopt;
  return index;
}

/// Turns `object` into a list, if its keys are indices.
Result<> make_list(Json& object, const std::string& path) {
  auto& members = object.get_ref<Json::object_t&>();
  const auto is_index = [](const auto& member) { return parse_index(member.first).has_value(); };
  const auto count = std::count_if(members.begin(), members.end(), is_index);
  if (count == 0) return {};
  if (static_cast<size_t>(count) != members.size()) {
    return fail(fmt::format("'{}' has both numbered and named members", path));
  }
  Json::array_t list(members.size(), nullptr);
  for (auto& [key, value] : members) {
    const size_t index = *parse_index(key);
    // The keys differ, so one beyond the end leaves a gap before it.
    if (index >= list.size()) {
      size_t missing = 0;
      while (object.contains(std::to_string(missing))) {
        ++missing;
      }
      return fail(fmt::format("'{}.{}' is missing, but there is '{}.{}'", path, missing, path, key)
      );
    }
    list[index] = std::move(value);
  }
  object = std::move(list);
  return {};
}

/// Turns objects whose members are all numbers into lists.
Result<> make_lists(Json& json, const std::string& path) {
  if (!json.is_object()) return {};
  for (auto& [key, value] : json.get_ref<Json::object_t&>()) {
    TRY(make_lists(value, path.empty() ? key : fmt::format("{}.{}", path, key)));
  }
  return path.empty() ? Result<>() : make_list(json, path);
}

Result<Json> parse_json_arguments(
    std::string_view text,
    std::string_view implied_key,
    const JsonSyntax& syntax
) {
  Json json = TRY(parse_json(text, syntax));
  if (json.is_object()) return json;
  if (implied_key.empty()) return fail("1:1: expected an object");
  Json object = Json::object();
  object[std::string(implied_key)] = std::move(json);
  return object;
}

bool is_json(std::string_view text) {
  const size_t first = text.find_first_not_of(" \t\r\n");
  return first != text.npos && (text[first] == '{' || text[first] == '[');
}

/// Lines become the parts of one line; empty ones and comments are left out.
std::string join_lines(std::string_view text) {
  std::string joined;
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    while (!line.empty() && std::string_view(" \t\r,").find(line.back()) != std::string_view::npos
    ) {
      line.remove_suffix(1);
    }
    line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
    if (line.empty() || line.starts_with('#')) continue;
    if (!joined.empty()) joined += ',';
    joined += line;
  }
  return joined;
}

Result<Json> parse_file(const std::string& path, std::string_view implied_key) {
  const std::string text = TRY(read_file(path));
  Result<Json> json = is_json(text) || text.starts_with("//") || text.starts_with("/*")
                          ? parse_json_arguments(text, implied_key, {.comments = true})
                          : parse_keyval(join_lines(text), implied_key);
  if (json) return json;
  json.error().desc = fmt::format("{}: {}", path, json.error().desc);
  return json;
}

}  // namespace

Result<> set_at_key(Json& object, std::string_view key, Json value) {
  Json* place = &object;
  std::string_view rest = key;
  for (size_t depth = 0;; ++depth) {
    const size_t dot = rest.find('.');
    const std::string fragment(rest.substr(0, dot));
    if (fragment.empty() || fragment.size() > kMaxFragment || depth == kMaxKeyDepth) {
      return fail(fmt::format("'{}' is not a key", key));
    }
    if (!place->is_object())
      return fail(fmt::format("'{}' is within something that has a value", key));
    Json& member = (*place)[fragment];
    place = &member;
    if (dot == rest.npos) break;
    if (member.is_null()) member = Json::object();
    rest.remove_prefix(dot + 1);
  }
  if (!place->is_null()) {
    const char* const what = place->is_object() ? "has members already" : "is given twice";
    return fail(fmt::format("'{}' {}", key, what));
  }
  *place = std::move(value);
  return {};
}

Result<Json> parse_keyval(std::string_view text, std::string_view implied_key) {
  Json object = Json::object();
  if (text.empty()) return object;
  for (const Part& part : split(text)) {
    const Result<> added = add_part(object, part, part.at == 0 ? implied_key : std::string_view());
    if (!added) return tl::unexpected(at(part.at, added.error()));
  }
  TRY(make_lists(object, {}));
  return object;
}

std::vector<std::string> split_at_commas(std::string_view text) {
  std::vector<std::string> parts;
  for (Part& part : split(text)) {
    parts.push_back(std::move(part.text));
  }
  return parts;
}

bool names_file(std::string_view text) {
  return text == "-" || text.starts_with('@');
}

std::optional<std::string_view> asks_for_help(std::string_view text) {
  constexpr std::string_view kHelp = "help";
  if (text == kHelp) return std::string_view();
  if (!text.ends_with(kHelp)) return std::nullopt;
  text.remove_suffix(kHelp.size());
  // A doubled comma belongs to a text that ends so.
  const size_t commas = text.size() - (text.find_last_not_of(',') + 1);
  if (commas % 2 == 0) return std::nullopt;
  text.remove_suffix(1);
  return text.substr(text.find('=') + 1);
}

Result<Json> parse_arguments(std::string_view text, std::string_view implied_key) {
  if (names_file(text))
    return parse_file(std::string(text.substr(text == "-" ? 0 : 1)), implied_key);
  if (is_json(text)) return parse_json_arguments(text, implied_key, {});
  return parse_keyval(text, implied_key);
}

}  // namespace qapi
