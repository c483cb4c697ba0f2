// Generated from schema/devices/address-space.json by codegen/templates/objects.cpp.j2.  Do not
// edit.

#include "generated/objects/address_space.h"

#include <cstddef>

#include "runtime/json/object_type.h"

namespace api {

constinit const qapi::ObjectType AddressSpaceState::kType{qapi::kValue<AddressSpaceState>, {}};

}  // namespace api
