// Generated from schema/object/container.json by codegen/templates/objects.cpp.j2.  Do not edit.

#include "generated/objects/container.h"

#include <cstddef>

#include "runtime/json/object_type.h"

namespace api {

constinit const qapi::ObjectType ContainerState::kType{qapi::kValue<ContainerState>, {}};

}  // namespace api
