// Generated from schema/backends/blockdev-nbd.json by codegen/templates/objects.cpp.j2.  Do not
// edit.

#include "generated/objects/blockdev_nbd.h"

#include <cstddef>

#include "runtime/json/object_type.h"

namespace api {

constinit const qapi::ObjectType BlockdevNbdState::kType{qapi::kValue<BlockdevNbdState>, {}};

}  // namespace api
