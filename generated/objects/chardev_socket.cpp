// Generated from schema/backends/chardev-socket.json by codegen/templates/objects.cpp.j2.  Do not
// edit.

#include "generated/objects/chardev_socket.h"

#include <cstddef>

#include "runtime/json/object_type.h"

namespace api {

constinit const qapi::ObjectType ChardevSocketState::kType{qapi::kValue<ChardevSocketState>, {}};

}  // namespace api
