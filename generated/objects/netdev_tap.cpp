// Generated from schema/backends/netdev-tap.json by codegen/templates/objects.cpp.j2.  Do not edit.

#include "generated/objects/netdev_tap.h"

#include <cstddef>

#include "runtime/json/object_type.h"

namespace api {

constinit const qapi::ObjectType NetdevTapState::kType{qapi::kValue<NetdevTapState>, {}};

}  // namespace api
