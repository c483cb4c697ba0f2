// Generated from schema/backends/chardev-udp.json by codegen/templates/objects.cpp.j2.  Do not
// edit.

#include "generated/objects/chardev_udp.h"

#include <cstddef>

#include "runtime/json/object_type.h"

namespace api {

constinit const qapi::ObjectType ChardevUdpState::kType{qapi::kValue<ChardevUdpState>, {}};

}  // namespace api
