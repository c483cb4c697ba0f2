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

#include "vm/base/result.h"
#include "vm/object/object_type.h"

namespace vm {

class Object;
class ObjectFactory;

/// Of a property or port of `object`; what stands behind it in brackets is kept.
Result<std::string> own_name(const Object& object, AliasKind kind, std::string_view name);

Result<std::string> own_type(const ObjectFactory& factory, std::string_view name);

/// Of an absolute path at which there is nothing.
Result<std::string> own_path(const ObjectFactory& factory, std::string_view path);

}  // namespace vm
