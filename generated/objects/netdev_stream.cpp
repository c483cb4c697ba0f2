// Generated from schema/backends/netdev-stream.json by codegen/templates/objects.cpp.j2.  Do not
// edit.

#include "generated/objects/netdev_stream.h"

#include <cstddef>

#include "runtime/json/object_type.h"

namespace api {

constinit const qapi::ObjectType NetdevStreamState::kType{qapi::kValue<NetdevStreamState>, {}};

}  // namespace api
