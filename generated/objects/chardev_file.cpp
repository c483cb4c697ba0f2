// Generated from schema/backends/chardev-file.json by codegen/templates/objects.cpp.j2.  Do not
// edit.

#include "generated/objects/chardev_file.h"

#include <cstddef>

#include "runtime/json/object_type.h"

namespace api {

constinit const qapi::ObjectType ChardevFileState::kType{qapi::kValue<ChardevFileState>, {}};

}  // namespace api
