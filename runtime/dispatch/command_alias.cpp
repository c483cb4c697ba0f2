// SPDX-License-Identifier: Apache-2.0

#include "runtime/dispatch/command_alias.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "runtime/dispatch/call.h"
#include "runtime/json/any.h"
#include "runtime/json/decode.h"
#include "runtime/json/json.h"
#include "runtime/json/reader.h"
#include "runtime/json/type.h"

namespace qapi {
namespace {

/// What each `$name` stands for; nothing for an optional argument that was not given.
using Values = std::map<std::string, std::optional<Json>, std::less<>>;

bool is_name_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '_';
}

/// The name behind a `$`, with which `text` begins.
std::string_view leading_name(std::string_view text) {
  const auto end = std::find_if_not(text.begin() + 1, text.end(), is_name_character);
  return text.substr(1, static_cast<size_t>(end - text.begin()) - 1);
}

std::string as_text(const Json& value) {
  return value.is_string() ? value.get<std::string>() : encoded(value);
}

/// `text` with its placeholders replaced; none when one of them stands for nothing. A placeholder
/// alone is the value itself, which need not be text.
std::optional<Json> filled(std::string_view text, const Values& values) {
  std::string result;
  for (size_t dollar = text.find('$'); dollar != text.npos; dollar = text.find('$')) {
    const std::string_view name = leading_name(text.substr(dollar));
    const std::optional<Json>& value = values.find(name)->second;
    if (!value) return std::nullopt;
    if (result.empty() && name.size() + 1 == text.size()) return value;
    result += text.substr(0, dollar);
    result += as_text(*value);
    text.remove_prefix(dollar + 1 + name.size());
  }
  result += text;
  return Json(result);
}

Json filled_in(std::string_view arguments, const Values& values) {
  Json result = Json::object();
  const Any given = Any::parsed(arguments);
  for (const auto& [name, value] : given.json().items()) {
    std::optional<Json> own = value;
    if (value.is_string()) own = filled(value.get_ref<const std::string&>(), values);
    if (own) result[name] = *std::move(own);
  }
  return result;
}

Values read_values(const CommandAlias& alias, const Reader& in) {
  Values values;
  ObjectReader object(in);
  for (const AliasParameter& parameter : alias.takes) {
    std::optional<Json>& value = values[std::string(parameter.name)];
    if (const Json* const given = object.find(parameter.name)) {
      value = Any::parsed(normalized(*parameter.type, in.member(parameter.name, *given))).json();
    } else if (!parameter.is_optional) {
      object.fail_missing(parameter.name);
    } else if (!parameter.default_json.empty()) {
      value = Any::parsed(parameter.default_json).json();
    }
  }
  object.finish();
  return values;
}

}  // namespace

const CommandAlias* find_alias(std::span<const CommandAlias> aliases, std::string_view name) {
  const auto found = std::ranges::find(aliases, name, &CommandAlias::name);
  return found == aliases.end() ? nullptr : &*found;
}

Result<Invocation> own_words(
    const CommandAlias& alias,
    const Invocation& invocation,
    CompatPolicy compat
) {
  std::vector<Error> errors;
  const Reader in(invocation.arguments(), invocation.spelling(), errors, compat);
  const Values values = read_values(alias, in);
  if (!errors.empty()) return tl::unexpected(combine(std::move(errors)));
  Json arguments = filled_in(alias.arguments, values);
  if (compat.rejects(Special::Deprecated)) {
    return fail(fmt::format(
        "The command {} is {}'s name of {}, and deprecated input is rejected; here it is {} {}",
        alias.name,
        alias.of,
        alias.stands_for,
        alias.stands_for,
        encoded(arguments)
    ));
  }
  return Invocation(
      std::string(alias.stands_for),
      std::move(arguments),
      invocation.origin(),
      Spelling::Json
  );
}

Error meant(Error error, const CommandAlias& alias) {
  if (!error.is_located) {
    error.desc = fmt::format("{}, here {}: {}", alias.name, alias.stands_for, error.desc);
  }
  return error;
}

}  // namespace qapi
