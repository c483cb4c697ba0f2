// Generated from schema/devices/aclint-sswi.json by codegen/templates/objects.cpp.j2.  Do not edit.

#include "generated/objects/aclint_sswi.h"

#include <cstddef>

#include "runtime/json/object_type.h"

namespace api {

constinit const qapi::ObjectType AclintSswiState::kType{qapi::kValue<AclintSswiState>, {}};

}  // namespace api
