// Generated from schema/devices/pvpanic-mmio.json by codegen/templates/objects.cpp.j2.  Do not
// edit.

#include "generated/objects/pvpanic_mmio.h"

#include <cstddef>

#include "runtime/json/object_type.h"

namespace api {

constinit const qapi::ObjectType PvpanicMmioState::kType{qapi::kValue<PvpanicMmioState>, {}};

}  // namespace api
