// Generated from schema/backends/chardev-stdio.json by codegen/templates/objects.cpp.j2.  Do not
// edit.

#include "generated/objects/chardev_stdio.h"

#include <cstddef>

#include "runtime/json/object_type.h"

namespace api {

constinit const qapi::ObjectType ChardevStdioState::kType{qapi::kValue<ChardevStdioState>, {}};

}  // namespace api
