// SPDX-License-Identifier: Apache-2.0
//
// An object matches a relative path when its own path ends in it, whole names only. Of what matches
// only objects of the wanted type count, so that a chardev and a device may have the same id.

#include "vm/object/find.h"

#include <optional>
#include <vector>

#include <fmt/format.h>

#include "runtime/json/nearest.h"
#include "vm/base/article.h"
#include "vm/object/alias.h"
#include "vm/object/object.h"

namespace vm {
namespace {

constexpr std::string_view kAny = "object";

/// A child by its name, or by another emulator's; null when there is none.
Result<Object*> child_of(Object& object, std::string_view name) {
  Object* const child = object.child(name);
  if (child != nullptr || find_alias(object, AliasKind::Child, name) == nullptr) return child;
  const std::string meant = meaning_of(object, AliasKind::Child, name);
  if (object.child(meant) == nullptr) return nullptr;
  return object.child(TRY(own_name(object, AliasKind::Child, name)));
}

/// The object at the end of a path that goes down from `top`, or null.
Result<Object*> descend(Object& top, std::string_view path) {
  Object* object = &top;
  while (!path.empty() && object != nullptr) {
    size_t slash = path.find('/');
    std::string_view name = path.substr(0, slash);
    path = slash == std::string_view::npos ? "" : path.substr(slash + 1);
    if (!name.empty()) object = TRY(child_of(*object, name));
  }
  return object;
}

struct Search {
  std::string_view path;
  std::string_view type;
  std::vector<Object*> matches;
  Object* other = nullptr;                      // matches but for its type
  std::optional<Error> refusal = std::nullopt;  // of a name on the way

  /// Looks below `top`: what matches is at the end of the path from one of those that have
  /// children.
  void visit(Object& top) {
    for (Object* const branch : top.branches()) {
      visit(*branch);
    }
    const Result<Object*> object = descend(top, path);
    if (!object) {
      refusal = object.error();
    } else if (*object != nullptr && *object != &top) {
      note(**object);
    }
  }

  void note(Object& object) {
    if (object.type().is_a(type)) {
      matches.push_back(&object);
    } else {
      other = &object;
    }
  }

  Result<Object*> result(Object& root) const {
    if (matches.size() == 1) return matches.front();
    if (matches.size() > 1) {
      return fail(
          fmt::format("'{}' is ambiguous: {} and {}", path, matches[0]->path(), matches[1]->path())
      );
    }
    if (refusal) return tl::unexpected(*refusal);
    if (other != nullptr) {
      return fail(fmt::format(
          "{} is {}, not {}",
          other->path(),
          with_article(other->type().name),
          with_article(type)
      ));
    }
    std::vector<std::string_view> names;
    collect_names(root, names);
    return fail(
        fmt::format("no {} '{}'{}", type, path, qapi::did_you_mean(path, names)),
        ErrorClass::DeviceNotFound
    );
  }

  void collect_names(Object& object, std::vector<std::string_view>& names) const {
    if (object.type().is_a(type)) names.push_back(object.name());
    for (const std::unique_ptr<Object>& part : object.children()) {
      collect_names(*part, names);
    }
  }
};

Result<Object*> find_absolute(Object& root, std::string_view path, std::string_view type) {
  Object* object = TRY(descend(root, path));
  if (object == nullptr && root.factory() != nullptr) {
    const std::string own = TRY(own_path(*root.factory(), path));
    object = TRY(descend(root, own));
  }
  if (object == nullptr) {
    return fail(fmt::format("no object {}", path), ErrorClass::DeviceNotFound);
  }
  if (!object->type().is_a(type)) {
    return fail(
        fmt::format("{} is {}, not {}", path, with_article(object->type().name), with_article(type))
    );
  }
  return object;
}

}  // namespace

Result<Object*> find_object(Object& root, std::string_view path) {
  return find_object(root, path, kAny);
}

Result<Object*> find_object(Object& root, std::string_view path, std::string_view type) {
  if (path.starts_with('/')) return find_absolute(root, path, type);
  Search search{.path = path, .type = type, .matches = {}};
  search.visit(root);
  return search.result(root);
}

Result<Object*> find_near(Object& from, std::string_view path, std::string_view type) {
  if (path.starts_with('/')) return find_absolute(from.root(), path, type);
  for (Object* scope = from.parent(); scope != nullptr; scope = scope->parent()) {
    Object* object = TRY(descend(*scope, path));
    if (object != nullptr && object != scope && object->type().is_a(type)) return object;
  }
  return find_object(from.root(), path, type);
}

}  // namespace vm
