// SPDX-License-Identifier: Apache-2.0
//
// What the names of other emulators stand for here. Whoever takes names from users asks for ours
// first; names that are no aliases are given back as they are.
//
//   std::string name = TRY(own_name(object, AliasKind::Property, "num-harts"));
//
// Where the policy is to refuse deprecated input, an alias is an error.

#pragma once

#include <string>
#include <string_view>

#include "runtime/json/any.h"
#include "vm/base/result.h"
#include "vm/object/object_type.h"

namespace vm {

class Object;
class ObjectFactory;

/// The row for a name of a property, port or child of `object`, with or without what stands behind
/// it in brackets; null when it is no alias.
const Alias* find_alias(const Object& object, AliasKind kind, std::string_view name);

/// What an alias stands for, whether or not it is refused; names that are no aliases stand for
/// themselves.
std::string meaning_of(const Object& object, AliasKind kind, std::string_view name);

/// What a value that was given to a property under an alias is here; the value itself where the
/// alias has no values of its own, and null where the property has no counterpart. Fails for values
/// that it cannot have.
Result<qapi::Any> own_value(
    const Object& object,
    std::string_view property,
    const qapi::Json& given
);

/// The other direction, as JSON text.
std::string their_value(const Alias& alias, std::string own);

/// Of a property, port or child of `object`; what stands behind it in brackets is kept.
Result<std::string> own_name(const Object& object, AliasKind kind, std::string_view name);

Result<std::string> own_type(const ObjectFactory& factory, std::string_view name);

/// Of an absolute path at which there is nothing.
Result<std::string> own_path(const ObjectFactory& factory, std::string_view path);

}  // namespace vm
