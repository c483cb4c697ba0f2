// Generated from schema/devices/pci/pci.json by codegen/templates/objects.cpp.j2.  Do not edit.

#include "generated/objects/pci.h"

#include <cstddef>

#include "runtime/json/object_type.h"

namespace api {

constinit const qapi::ObjectType PciBusState::kType{qapi::kValue<PciBusState>, {}};

}  // namespace api
