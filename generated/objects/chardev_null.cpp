// Generated from schema/backends/chardev-null.json by codegen/templates/objects.cpp.j2.  Do not
// edit.

#include "generated/objects/chardev_null.h"

#include <cstddef>

#include "runtime/json/object_type.h"

namespace api {

constinit const qapi::ObjectType ChardevNullState::kType{qapi::kValue<ChardevNullState>, {}};

}  // namespace api
