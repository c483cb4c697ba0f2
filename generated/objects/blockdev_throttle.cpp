// Generated from schema/backends/blockdev-throttle.json by codegen/templates/objects.cpp.j2.  Do
// not edit.

#include "generated/objects/blockdev_throttle.h"

#include <cstddef>

#include "runtime/json/object_type.h"

namespace api {

constinit const qapi::ObjectType BlockdevThrottleState::kType{
    qapi::kValue<BlockdevThrottleState>,
    {}};

}  // namespace api
