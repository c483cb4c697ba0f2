// SPDX-License-Identifier: Apache-2.0

#include "vm/object/alias.h"

#include <algorithm>

#include <fmt/format.h>

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
  const bool is_rejected = factory.compat_policy().rejects(qapi::Special::Deprecated);
  if (!is_rejected) return fmt::format("{}{}", alias.stands_for, rest);
  return fail(fmt::format(
      "'{}{}' is {}'s name of '{}', and deprecated input is rejected",
      alias.name,
      rest,
      alias.of,
      alias.stands_for
  ));
}

}  // namespace

Result<std::string> own_name(const Object& object, AliasKind kind, std::string_view name) {
  const std::span<const Alias> aliases = object.type().aliases;
  if (const Alias* alias = find(aliases, kind, name)) {
    return replaced(*object.factory(), *alias, "");
  }
  const size_t bracket = std::min(name.find('['), name.size());
  if (const Alias* alias = find(aliases, kind, name.substr(0, bracket))) {
    return replaced(*object.factory(), *alias, name.substr(bracket));
  }
  return std::string(name);
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
