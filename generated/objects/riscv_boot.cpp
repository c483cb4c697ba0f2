// Generated from schema/devices/riscv-boot.json by codegen/templates/objects.cpp.j2.  Do not edit.

#include "generated/objects/riscv_boot.h"

#include <cstddef>

#include "runtime/json/object_type.h"

namespace api {

constinit const qapi::ObjectType RiscvBootState::kType{qapi::kValue<RiscvBootState>, {}};

}  // namespace api
