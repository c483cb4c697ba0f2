// Generated from schema/backends/netdev-user.json by codegen/templates/objects.cpp.j2.  Do not
// edit.

#include "generated/objects/netdev_user.h"

#include <cstddef>

#include "runtime/json/object_type.h"

namespace api {

constinit const qapi::ObjectType NetdevUserState::kType{qapi::kValue<NetdevUserState>, {}};

}  // namespace api
