// Generated from schema/backends/chardev-pty.json by codegen/templates/objects.cpp.j2.  Do not
// edit.

#include "generated/objects/chardev_pty.h"

#include <cstddef>

#include "runtime/json/object_type.h"

namespace api {

constinit const qapi::ObjectType ChardevPtyState::kType{qapi::kValue<ChardevPtyState>, {}};

}  // namespace api
