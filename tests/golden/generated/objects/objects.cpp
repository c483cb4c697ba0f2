// Generated from golden/devices/objects.json by codegen/templates/objects.cpp.j2.  Do not edit.

#include "generated/objects/objects.h"

#include <cstddef>

#include "runtime/json/object_type.h"

namespace api {

constinit const qapi::ObjectType PartState::kType{qapi::kValue<PartState>, {}};

constinit const qapi::ObjectType SensorState::kType{qapi::kValue<SensorState>, {}};

}  // namespace api
