// Generated from schema/backends/blockdev-file.json by codegen/templates/objects.cpp.j2.  Do not
// edit.

#include "generated/objects/blockdev_file.h"

#include <cstddef>

#include "runtime/json/object_type.h"

namespace api {

constinit const qapi::ObjectType BlockdevFileState::kType{qapi::kValue<BlockdevFileState>, {}};

}  // namespace api
