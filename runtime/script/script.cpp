// SPDX-License-Identifier: Apache-2.0

#include "runtime/script/script.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include <fmt/format.h>

#include "runtime/base/file.h"
#include "runtime/dispatch/journal.h"
#include "runtime/dispatch/message.h"
#include "runtime/json/json.h"
#include "runtime/json/keyval.h"

namespace qapi {

namespace {

constexpr std::string_view kBlanks = " \t\r";

std::string_view without_blanks(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(kBlanks), text.size()));
  return text.substr(0, text.find_last_not_of(kBlanks) + 1);
}

std::string lower(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return result;
}

/// Takes the part of `line` off that stands in quotes or brackets; it ends where those match.
Result<std::string_view> take_enclosed(std::string_view& line) {
  const std::string_view all = line;
  std::string closing;
  char quote = '\0';
  for (size_t i = 0; i < all.size(); ++i) {
    const char c = all[i];
    if (quote != '\0') {
      if (c == '\\') ++i;
      if (c == quote) quote = '\0';
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '{' || c == '[') {
      closing += c == '{' ? '}' : ']';
    } else if (!closing.empty() && c == closing.back()) {
      closing.pop_back();
    }
    if (quote == '\0' && closing.empty()) {
      line.remove_prefix(i + 1);
      return all.substr(0, i + 1);
    }
  }
  return fail(fmt::format("no end of what begins with {}", all.substr(0, 20)));
}

Result<Json> take_value(std::string_view& line) {
  const bool is_enclosed =
      !line.empty() && std::string_view("{['\"").find(line[0]) != std::string_view::npos;
  if (!is_enclosed) {
    const size_t end = std::min(line.find_first_of(kBlanks), line.size());
    const std::string_view word = line.substr(0, end);
    line.remove_prefix(end);
    return script_word(word);
  }
  const std::string_view text = TRY(take_enclosed(line));
  Result<Json> json = parse_json(text, {.single_quotes = true});
  if (!json) return fail(fmt::format("in {}: {}", text, json.error().desc));
  if (!line.empty() && kBlanks.find(line[0]) == kBlanks.npos) {
    return fail(fmt::format("expected a blank behind {}", text));
  }
  return json;
}

Result<Invocation> parse_words(std::string_view line, const Origin& origin) {
  const size_t command_end = std::min(line.find_first_of(kBlanks), line.size());
  std::string command(line.substr(0, command_end));
  line.remove_prefix(command_end);
  Json arguments = Json::object();
  for (;;) {
    line = without_blanks(line);
    if (line.empty() || line.starts_with('#')) break;
    const size_t equals = line.find_first_of(std::string(kBlanks) + "=");
    if (equals == line.npos || line[equals] != '=') {
      return fail(fmt::format("expected key=value, found '{}'", line.substr(0, equals)));
    }
    const std::string_view key = line.substr(0, equals);
    line.remove_prefix(equals + 1);
    Json value = TRY(take_value(line));
    TRY(set_at_key(arguments, key, std::move(value)));
  }
  return Invocation(std::move(command), std::move(arguments), origin);
}

Result<Invocation> parse_line(std::string_view line, Origin origin) {
  if (!line.starts_with('{')) return parse_words(line, origin);
  Json message = TRY(parse_json(line, {.single_quotes = true}));
  const Invocation request = TRY(take_invocation(message, origin));
  // A request means what it means on a monitor.
  return Invocation(request.command(), request.arguments(), std::move(origin), Spelling::Json);
}

/// Takes the last line off a journal if it has no end; its number, or 0.
size_t take_cut_line(std::string_view& text) {
  if (!text.starts_with(kJournalMark) || text.ends_with('\n')) return 0;
  text = text.substr(0, text.rfind('\n') + 1);
  return static_cast<size_t>(std::count(text.begin(), text.end(), '\n')) + 1;
}

}  // namespace

Json script_word(std::string_view word) {
  const std::string folded = lower(word);
  if (folded == "true" || folded == "false") return folded == "true";
  const char* const end = word.data() + word.size();
  int64_t number = 0;
  uint64_t big_number = 0;
  const auto parsed = std::from_chars(word.data(), end, number);
  // Written otherwise, as 007, it can be text that must stay as it is.
  if (parsed.ec == std::errc() && parsed.ptr == end && std::to_string(number) == word)
    return number;
  const auto parsed_big = std::from_chars(word.data(), end, big_number);
  if (parsed_big.ec == std::errc() && parsed_big.ptr == end && std::to_string(big_number) == word) {
    return big_number;
  }
  return word;
}

Result<std::vector<Invocation>> parse_script(std::string_view text, std::string_view file) {
  std::vector<Invocation> invocations;
  for (size_t number = 1; !text.empty(); ++number) {
    const size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = without_blanks(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.empty() || line.starts_with('#')) continue;
    const std::string where = fmt::format("{}:{}", file, number);
    Result<Invocation> invocation = parse_line(line, {Origin::Kind::Script, where});
    if (!invocation) return tl::unexpected(located(std::move(invocation).error(), where));
    invocations.push_back(*std::move(invocation));
  }
  return invocations;
}

Result<> run_script(Dispatcher& dispatcher, const std::string& path) {
  const std::string text = TRY(read_file(path));
  std::string_view complete = text;
  const size_t cut_line = take_cut_line(complete);
  const std::vector<Invocation> invocations = TRY(parse_script(complete, path));
  TRY(dispatcher.dispatch_each(invocations));
  if (cut_line == 0) return {};
  const std::string where = fmt::format("{}:{}", path, cut_line);
  return tl::unexpected(
      located({.desc = "the journal is cut off in this line; all before it was run"}, where)
  );
}

}  // namespace qapi
