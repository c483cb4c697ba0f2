// SPDX-License-Identifier: Apache-2.0

#include "vm/object/alias.h"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "runtime/json/json.h"
#include "runtime/json/reader.h"
#include "runtime/json/writer.h"
#include "vm/object/object.h"
#include "vm/object/object_factory.h"

namespace vm {
namespace {

const Alias* find(std::span<const Alias> aliases, AliasKind kind, std::string_view name) {
  const auto found = std::ranges::find_if(aliases, [&](const Alias& alias) {
    return alias.kind == kind && alias.name == name;
  });
  return found == aliases.end() ? nullptr : &*found;
}

/// Our name, and what followed the alias.
Result<std::string> replaced(
    const ObjectFactory& factory,
    const Alias& alias,
    std::string_view rest
) {
  const bool is_nothing = alias.kind == AliasKind::Property && alias.stands_for.empty();
  const bool is_rejected = factory.compat_policy().rejects(qapi::Special::Deprecated);
  if (!is_rejected) {
    factory.note_other_name();
    return fmt::format("{}{}", alias.stands_for, rest);
  }
  if (is_nothing) {
    return fail(fmt::format(
        "'{}' of {} has no counterpart, and deprecated input is rejected; leave it out",
        alias.name,
        alias.of
    ));
  }
  return fail(fmt::format(
      "'{}{}' is {}'s name of '{}', and deprecated input is rejected",
      alias.name,
      rest,
      alias.of,
      alias.stands_for
  ));
}

/// Numbers can be written in several ways, and as text.
std::string spelled(const qapi::Json& value) {
  if (!value.is_string()) return qapi::encoded(value);
  const std::string& text = value.get_ref<const std::string&>();
  std::vector<Error> errors;
  uint64_t number = 0;
  const bool is_number = decode_size(qapi::Reader(value, qapi::Spelling::Text, errors), number);
  if (is_number) return fmt::format("{}", number);
  if (text == "True" || text == "on" || text == "true") return "true";
  if (text == "False" || text == "off" || text == "false") return "false";
  return text;
}

Error no_such_value(const Alias& alias, const qapi::Json& values, const qapi::Json& given) {
  std::vector<std::string> known;
  for (const auto& [name, value] : values.items()) {
    known.push_back(values.is_object() ? name : spelled(value));
  }
  return {
      .desc = fmt::format(
          "'{}' of {} can only be {} here, not '{}'",
          alias.name,
          alias.of,
          fmt::join(known, " or "),
          spelled(given)
      )};
}

}  // namespace

const Alias* find_alias(const Object& object, AliasKind kind, std::string_view name) {
  const std::span<const Alias> aliases = object.type().aliases;
  const Alias* const whole = find(aliases, kind, name);
  return whole != nullptr ? whole : find(aliases, kind, name.substr(0, name.find('[')));
}

std::string meaning_of(const Object& object, AliasKind kind, std::string_view name) {
  const Alias* const alias = find_alias(object, kind, name);
  if (alias == nullptr) return std::string(name);
  return fmt::format("{}{}", alias->stands_for, name.substr(alias->name.size()));
}

Result<std::string> own_name(const Object& object, AliasKind kind, std::string_view name) {
  const Alias* const alias = find_alias(object, kind, name);
  if (alias == nullptr) return std::string(name);
  return replaced(*object.factory(), *alias, name.substr(alias->name.size()));
}

Result<qapi::Any> own_value(
    const Object& object,
    std::string_view property,
    const qapi::Json& given
) {
  const Alias* const alias = find_alias(object, AliasKind::Property, property);
  if (alias == nullptr || alias->values_json.empty()) return qapi::Any(given);
  const qapi::Any values = qapi::Any::parsed(alias->values_json);
  for (const auto& [name, value] : values.json().items()) {
    const bool is_it =
        values.json().is_object() ? name == spelled(given) : spelled(value) == spelled(given);
    if (is_it) return values.json().is_object() ? qapi::Any(value) : qapi::Any();
  }
  return tl::unexpected(no_such_value(*alias, values.json(), given));
}

std::string their_value(const Alias& alias, std::string own) {
  if (alias.values_json.empty()) return own;
  const qapi::Any values = qapi::Any::parsed(alias.values_json);
  if (values.json().is_array()) return qapi::encoded(values.json()[0]);
  for (const auto& [name, value] : values.json().items()) {
    if (qapi::encoded(value) == own) return qapi::encoded(qapi::Json(name));
  }
  return own;
}

Result<std::string> own_type(const ObjectFactory& factory, std::string_view name) {
  for (const ObjectType& type : factory.types()) {
    const Alias* alias = find(type.aliases, AliasKind::Type, name);
    if (alias != nullptr) return replaced(factory, *alias, "");
  }
  return std::string(name);
}

Result<std::string> own_path(const ObjectFactory& factory, std::string_view path) {
  const Alias* longest = nullptr;
  for (const Alias& alias : factory.path_aliases()) {
    const bool begins = path.starts_with(alias.name) &&
                        (path.size() == alias.name.size() || path[alias.name.size()] == '/');
    if (begins && (longest == nullptr || alias.name.size() > longest->name.size())) {
      longest = &alias;
    }
  }
  if (longest == nullptr) return std::string(path);
  return replaced(factory, *longest, path.substr(longest->name.size()));
}

}  // namespace vm
