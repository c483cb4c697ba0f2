// Generated from schema/backends/netdev-null.json by codegen/templates/objects.cpp.j2.  Do not
// edit.

#include "generated/objects/netdev_null.h"

#include <cstddef>

#include "runtime/json/object_type.h"

namespace api {

constinit const qapi::ObjectType NetdevNullState::kType{qapi::kValue<NetdevNullState>, {}};

}  // namespace api
