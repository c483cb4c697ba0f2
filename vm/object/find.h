// SPDX-License-Identifier: Apache-2.0
//
// Finds objects by what people write: an absolute path (`/machine/uart0`), or the end of a path,
// down to a bare id (`uart0`), as long as it means one object.
//
//   Object* uart = TRY(find_object(root, "uart0"));

#pragma once

#include <string_view>

#include "vm/base/result.h"

namespace vm {

class Object;

/// Anywhere in the tree.
Result<Object*> find_object(Object& root, std::string_view path);

/// As above, but only objects of that type or a type derived from it count.
Result<Object*> find_object(Object& root, std::string_view path, std::string_view type);

/// What `path` means inside of `from`'s surroundings: the nearest enclosing object that has it
/// below itself decides; then as above.
Result<Object*> find_near(Object& from, std::string_view path, std::string_view type);

}  // namespace vm
