// Generated from schema/devices/pci/pcie-host.json by codegen/templates/objects.cpp.j2.  Do not
// edit.

#include "generated/objects/pcie_host.h"

#include <cstddef>

#include "runtime/json/object_type.h"

namespace api {

constinit const qapi::ObjectType PcieHostState::kType{qapi::kValue<PcieHostState>, {}};

}  // namespace api
