// Generated from schema/backends/throttle-group.json by codegen/templates/objects.cpp.j2.  Do not
// edit.

#include "generated/objects/throttle_group.h"

#include <cstddef>

#include "runtime/json/object_type.h"

namespace api {

constinit const qapi::ObjectType ThrottleGroupState::kType{qapi::kValue<ThrottleGroupState>, {}};

}  // namespace api
