// Generated from schema/devices/riscv-cluster.json by codegen/templates/objects.cpp.j2.  Do not
// edit.

#include "generated/objects/riscv_cluster.h"

#include <cstddef>

#include "runtime/json/object_type.h"

namespace api {

constinit const qapi::ObjectType RiscvClusterState::kType{qapi::kValue<RiscvClusterState>, {}};

}  // namespace api
