// Generated from schema/backends/blockdev-raw.json by codegen/templates/objects.cpp.j2.  Do not
// edit.

#include "generated/objects/blockdev_raw.h"

#include <cstddef>

#include "runtime/json/object_type.h"

namespace api {

constinit const qapi::ObjectType BlockdevRawState::kType{qapi::kValue<BlockdevRawState>, {}};

}  // namespace api
