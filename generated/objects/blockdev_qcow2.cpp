// Generated from schema/backends/blockdev-qcow2.json by codegen/templates/objects.cpp.j2.  Do not
// edit.

#include "generated/objects/blockdev_qcow2.h"

#include <cstddef>

#include "runtime/json/object_type.h"

namespace api {

constinit const qapi::ObjectType BlockdevQcow2State::kType{qapi::kValue<BlockdevQcow2State>, {}};

}  // namespace api
