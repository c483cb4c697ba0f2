// Generated from schema/accel/interp.json by codegen/templates/objects.cpp.j2.  Do not edit.

#include "generated/objects/interp.h"

#include <cstddef>

#include "runtime/json/object_type.h"

namespace api {

constinit const qapi::ObjectType InterpState::kType{qapi::kValue<InterpState>, {}};

}  // namespace api
