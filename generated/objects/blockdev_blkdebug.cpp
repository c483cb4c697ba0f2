// Generated from schema/backends/blockdev-blkdebug.json by codegen/templates/objects.cpp.j2.  Do
// not edit.

#include "generated/objects/blockdev_blkdebug.h"

#include <cstddef>

#include "runtime/json/object_type.h"

namespace api {

constinit const qapi::ObjectType BlockdevBlkdebugState::kType{
    qapi::kValue<BlockdevBlkdebugState>,
    {}};

}  // namespace api
