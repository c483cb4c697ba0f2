// Generated from schema/backends/blockdev-null-co.json by codegen/templates/objects.cpp.j2.  Do not
// edit.

#include "generated/objects/blockdev_null_co.h"

#include <cstddef>

#include "runtime/json/object_type.h"

namespace api {

constinit const qapi::ObjectType BlockdevNullCoState::kType{qapi::kValue<BlockdevNullCoState>, {}};

}  // namespace api
