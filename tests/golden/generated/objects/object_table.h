// Generated from golden/ by codegen/templates/object_table.h.j2.  Do not edit.

#pragma once

#include <span>
#include <string_view>

#include "vm/object/object_type.h"

namespace vm {

/// Every object type there is, a base before what derives from it.
std::span<const ObjectType> object_table();

/// Paths of other emulators.
std::span<const Alias> path_aliases();

/// Paths of objects that machines of other emulators always have, and the types they stand for.
std::span<const Alias> assumed_objects();

/// Null when there is none of that name.
const ObjectType* find_object_type(std::string_view name);

}  // namespace vm
