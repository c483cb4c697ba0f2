// Generated from schema/devices/ram.json by codegen/templates/objects.cpp.j2.  Do not edit.

#include "generated/objects/ram.h"

#include <cstddef>

#include "runtime/json/object_type.h"

namespace api {

constinit const qapi::ObjectType RamState::kType{qapi::kValue<RamState>, {}};

}  // namespace api
