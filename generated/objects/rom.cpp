// Generated from schema/devices/rom.json by codegen/templates/objects.cpp.j2.  Do not edit.

#include "generated/objects/rom.h"

#include <cstddef>

#include "runtime/json/object_type.h"

namespace api {

constinit const qapi::ObjectType RomState::kType{qapi::kValue<RomState>, {}};

}  // namespace api
