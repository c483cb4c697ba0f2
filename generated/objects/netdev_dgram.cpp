// Generated from schema/backends/netdev-dgram.json by codegen/templates/objects.cpp.j2.  Do not
// edit.

#include "generated/objects/netdev_dgram.h"

#include <cstddef>

#include "runtime/json/object_type.h"

namespace api {

constinit const qapi::ObjectType NetdevDgramState::kType{qapi::kValue<NetdevDgramState>, {}};

}  // namespace api
