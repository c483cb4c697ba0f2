// SPDX-License-Identifier: Apache-2.0

#include "runtime/cli/shorthand.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "runtime/json/json.h"
#include "runtime/json/keyval.h"
#include "runtime/json/nearest.h"

namespace qapi {

namespace {

/// What each `$name` stands for; nothing for an optional key that was not given.
using Values = std::map<std::string, std::optional<std::string>, std::less<>>;

/// The same, with what stands for several things.
struct Placeholders {
  Values values;
  std::map<std::string, std::vector<std::string>> repeated;
};

bool is_name_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
}

/// `text` with its placeholders replaced; none when one of them stands for nothing.
std::optional<std::string> filled(std::string_view text, const Values& values) {
  std::string result;
  while (!text.empty()) {
    const size_t dollar = std::min(text.find('$'), text.size());
    result += text.substr(0, dollar);
    text.remove_prefix(dollar);
    if (text.empty()) break;
    const auto end = std::find_if_not(text.begin() + 1, text.end(), is_name_character);
    const std::string_view whole = text.substr(0, static_cast<size_t>(end - text.begin()));
    const auto found = values.find(whole.substr(1));
    if (found != values.end() && !found->second) return std::nullopt;
    result += found == values.end() ? whole : std::string_view(*found->second);
    text.remove_prefix(whole.size());
  }
  return result;
}

std::optional<Json> filled(const Json& json, const Placeholders& placeholders);

bool mentions(const Json& json, const std::string& name) {
  if (json.is_string()) {
    const Values nothing = {{name, std::nullopt}};
    return !filled(std::string_view(json.get_ref<const std::string&>()), nothing);
  }
  return json.is_structured() && std::any_of(json.begin(), json.end(), [&](const Json& part) {
           return mentions(part, name);
         });
}

/// What an element of a list stands for: once for each value of the key that it mentions, if that
/// can be given several times.
std::vector<Json> elements(const Json& element, const Placeholders& placeholders) {
  std::vector<Json> made;
  const auto add = [&](const Placeholders& each) {
    if (std::optional<Json> value = filled(element, each)) made.push_back(*std::move(value));
  };
  for (const auto& [name, values] : placeholders.repeated) {
    if (!mentions(element, name)) continue;
    Placeholders one = placeholders;
    for (const std::string& value : values) {
      one.values[name] = value;
      add(one);
    }
    return made;
  }
  add(placeholders);
  return made;
}

/// `json` with its placeholders replaced, without what mentions one that stands for nothing.
std::optional<Json> filled(const Json& json, const Placeholders& placeholders) {
  if (json.is_string()) {
    auto text = filled(std::string_view(json.get_ref<const std::string&>()), placeholders.values);
    return text ? std::optional<Json>(*text) : std::nullopt;
  }
  if (!json.is_structured()) return json;
  Json result = json.is_array() ? Json::array() : Json::object();
  for (const auto& [name, part] : json.items()) {
    if (json.is_array()) {
      for (Json& element : elements(part, placeholders)) {
        result.push_back(std::move(element));
      }
    } else if (std::optional<Json> value = filled(part, placeholders)) {
      result[name] = *std::move(value);
    }
  }
  // A list of which nothing is left was not meant.
  if (json.is_array() && result.empty() && !json.empty()) return std::nullopt;
  return result;
}

bool is_beginning(std::string_view start) {
  return start.ends_with(':') || start.ends_with(',');
}

/// Whether a case is about `value` at all.
bool is_about(const CliCase& row, std::string_view value) {
  if (row.start.empty() || value == row.start) return true;
  if (!is_beginning(row.start)) return false;
  // `stdio,` is about `stdio` alone, too.
  return value.starts_with(row.start) ||
         (row.start.back() == ',' && value == row.start.substr(0, row.start.size() - 1));
}

const CliKey* find_key(const CliCase& row, std::string_view name) {
  const auto found = std::find_if(row.keys.begin(), row.keys.end(), [&](const CliKey& key) {
    return key.name == name;
  });
  return found == row.keys.end() ? nullptr : &*found;
}

/// Reads the part of an argument that consists of keys.
class KeyReader {
 public:
  explicit KeyReader(const CliCase& row) : row_(row) {}

  void read(std::string_view text) {
    bool is_first = true;
    for (const std::string& part : split_at_commas(text)) {
      if (!part.empty() || !is_first || text.size() > 0) take(part, is_first);
      is_first = false;
    }
    for (const CliKey& key : row_.keys) {
      if (key.repeats) placeholders_.repeated[std::string(key.name)];
      if (values().find(key.name) != values().end()) continue;
      if (!key.optional && key.refuse.empty()) report_missing(key);
      const bool has_default = !key.default_value.empty();
      placeholders_.values[std::string(key.name)] =
          has_default ? std::optional<std::string>(key.default_value) : std::nullopt;
    }
  }

  const Placeholders& placeholders() const { return placeholders_; }
  const std::vector<std::string>& faults() const { return faults_; }

 private:
  void take(const std::string& part, bool is_first) {
    const size_t equals = part.find('=');
    if (equals != part.npos) return set(part.substr(0, equals), part.substr(equals + 1));
    // A beginning that ends in a colon is followed by what needs no key.
    if (is_first && !row_.start.ends_with(',')) return set(std::string(row_.keys[0].name), part);
    // `nowait` is how QEMU's users have always said `wait=off`.
    const bool is_negation = find_key(row_, part) == nullptr && part.starts_with("no") &&
                             find_key(row_, part.substr(2)) != nullptr;
    set(is_negation ? part.substr(2) : part, is_negation ? "off" : "on");
  }

  void set(const std::string& name, std::string value) {
    const CliKey* const key = find_key(row_, name);
    if (key == nullptr) return report_unknown(name);
    if (!key->refuse.empty()) {
      return faults_.push_back(fmt::format("{} is not taken: {}", name, key->refuse));
    }
    if (!key->unit.empty() && is_number(value)) value += key->unit;
    const auto& allowed = key->values;
    if (!allowed.empty() && std::find(allowed.begin(), allowed.end(), value) == allowed.end()) {
      faults_.push_back(
          fmt::format("{} can only be {}, not '{}'", name, fmt::join(allowed, " or "), value)
      );
    }
    if (key->repeats) placeholders_.repeated[name].push_back(value);
    placeholders_.values[name] = std::move(value);
  }

  const Values& values() const { return placeholders_.values; }

  static bool is_number(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == text.npos;
  }

  void report_unknown(std::string_view name) {
    std::vector<std::string_view> known;
    for (const CliKey& key : row_.keys) {
      known.push_back(key.name);
    }
    faults_.push_back(fmt::format("no '{}' is known here{}", name, one_of(name, known)));
  }

  void report_missing(const CliKey& key) {
    if (key.values.size() == 1) {
      return faults_.push_back(fmt::format("needs {}={}", key.name, key.values.front()));
    }
    faults_.push_back(fmt::format("needs {}=...", key.name));
  }

  const CliCase& row_;
  Placeholders placeholders_;
  std::vector<std::string> faults_;
};

/// The case that `value` is of, with what its placeholders stand for.
struct Match {
  const CliCase* row = nullptr;
  Placeholders placeholders;
  std::vector<std::string> faults;
};

Match match(const CliCase& row, std::string_view value) {
  const std::string_view rest = value.substr(std::min(row.start.size(), value.size()));
  if (row.keys.empty()) return {&row, {{{"value", std::string(rest)}}, {}}, {}};
  KeyReader reader(row);
  reader.read(rest);
  return {&row, reader.placeholders(), reader.faults()};
}

/// The first case without faults; else the one with the fewest.
Match find_case(const CliOption& shorthand, std::string_view value) {
  Match best;
  for (const CliCase& row : shorthand.cases) {
    if (!is_about(row, value)) continue;
    // What is about everything is for what is about nothing else.
    if (best.row != nullptr && row.start.empty() && !best.row->start.empty()) break;
    Match found = match(row, value);
    if (best.row == nullptr || found.faults.size() < best.faults.size()) best = std::move(found);
    if (best.faults.empty()) break;
  }
  return best;
}

Error unknown_form(const CliOption& shorthand, std::string_view value) {
  std::vector<std::string_view> known;
  for (const CliCase& row : shorthand.cases) {
    if (row.refuse.empty()) known.push_back(row.start);
  }
  return {.desc = fmt::format("nothing is known for '{}'{}", value, one_of(value, known))};
}

}  // namespace

Result<std::vector<ShorthandRun>> expand_shorthand(
    const CliOption& shorthand,
    std::string_view value,
    const std::string& origin
) {
  const Match found = find_case(shorthand, value);
  if (found.row == nullptr) return tl::unexpected(unknown_form(shorthand, value));
  if (!found.faults.empty()) return fail(fmt::format("{}", fmt::join(found.faults, "; ")));
  if (!found.row->refuse.empty()) {
    return fail(*filled(found.row->refuse, found.placeholders.values));
  }
  std::vector<ShorthandRun> runs;
  for (const CliRun& run : found.row->runs) {
    Json arguments = Json::object();
    if (!run.arguments.empty()) {
      const Json written = TRY(parse_json(run.arguments));
      arguments = *filled(written, found.placeholders);
    }
    Invocation invocation(
        std::string(run.command),
        std::move(arguments),
        {Origin::Kind::CommandLine, origin}
    );
    runs.push_back({std::move(invocation), run.merge});
  }
  return runs;
}

std::string spelling(const CliOption& shorthand) {
  return shorthand.single_dash ? fmt::format("-{}", shorthand.name) : with_dashes(shorthand.name);
}

}  // namespace qapi
