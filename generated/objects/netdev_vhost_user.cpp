// Generated from schema/backends/netdev-vhost-user.json by codegen/templates/objects.cpp.j2.  Do
// not edit.

#include "generated/objects/netdev_vhost_user.h"

#include <cstddef>

#include "runtime/json/object_type.h"

namespace api {

constinit const qapi::ObjectType NetdevVhostUserState::kType{
    qapi::kValue<NetdevVhostUserState>,
    {}};

}  // namespace api
