// SPDX-License-Identifier: Apache-2.0

#include "runtime/script/write.h"

#include <algorithm>
#include <ctime>
#include <optional>

#include <fmt/chrono.h>
#include <fmt/format.h>

#include "runtime/json/json.h"
#include "runtime/json/writer.h"
#include "runtime/script/script.h"

namespace qapi {

namespace {

constexpr std::string_view kInNames =
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-";
constexpr std::string_view kInWords =
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./:,@+%";

/// What a script reads as this value; nothing if there is no such text.
std::optional<std::string> written(const Json& value) {
  if (value.is_null() || value.is_number_float()) return std::nullopt;
  if (!value.is_string()) return encoded(value);
  const auto& text = value.get_ref<const std::string&>();
  const bool is_plain = !text.empty() && text.find_first_not_of(kInWords) == text.npos;
  return is_plain && script_word(text) == value ? text : encoded(text);
}

/// Nothing is lost between lines: the file has one for each command.
std::string time_text(const Journal::Entry& entry) {
  return fmt::format(
      "{:%Y-%m-%dT%H:%M:%S}.{:06}Z",
      fmt::gmtime(static_cast<std::time_t>(entry.seconds)),
      entry.microseconds
  );
}

/// As part of a comment, whatever is in it.
std::string in_line(std::string text) {
  std::replace_if(
      text.begin(),
      text.end(),
      [](char c) { return c == '\n' || c == '\r'; },
      ' '
  );
  return text;
}

}  // namespace

std::string script_line(std::string_view command, const Json& arguments) {
  std::string line(command);
  for (const auto& [name, value] : arguments.items()) {
    const std::optional<std::string> text = written(value);
    if (!text || name.empty() || name.find_first_not_of(kInNames) != name.npos)
      return request_line(command, arguments);
    line += fmt::format(" {}={}", name, *text);
  }
  return line;
}

std::string request_line(std::string_view command, const Json& arguments) {
  std::string line = fmt::format(R"({{"execute": {})", encoded(command));
  if (!arguments.empty()) line += fmt::format(R"(, "arguments": {})", encoded(arguments));
  return line + "}";
}

std::string journal_lines(const Journal::Entry& entry, const PhaseTable& phases) {
  std::string comment = fmt::format("# {} {}", time_text(entry), in_line(entry.origin));
  if (!entry.client.empty()) comment += fmt::format(" for {}", entry.client);
  if (!entry.peer.empty()) comment += fmt::format(" ({})", in_line(entry.peer));
  comment += fmt::format(": {}", phases.name_of(entry.from));
  if (entry.to != entry.from) comment += fmt::format(" -> {}", phases.name_of(entry.to));
  const Json arguments = parse_json(entry.arguments).value_or(Json::object());
  const bool is_text = entry.spelling == Spelling::Text;
  const std::string line =
      is_text ? script_line(entry.command, arguments) : request_line(entry.command, arguments);
  return fmt::format("{}\n{}\n", comment, line);
}

}  // namespace qapi
