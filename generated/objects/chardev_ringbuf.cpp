// Generated from schema/backends/chardev-ringbuf.json by codegen/templates/objects.cpp.j2.  Do not
// edit.

#include "generated/objects/chardev_ringbuf.h"

#include <cstddef>

#include "runtime/json/object_type.h"

namespace api {

constinit const qapi::ObjectType ChardevRingbufState::kType{qapi::kValue<ChardevRingbufState>, {}};

}  // namespace api
