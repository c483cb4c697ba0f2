// Generated from schema/devices/fw-cfg-item.json by codegen/templates/objects.cpp.j2.  Do not edit.

#include "generated/objects/fw_cfg_item.h"

#include <cstddef>

#include "runtime/json/object_type.h"

namespace api {

constinit const qapi::ObjectType FwCfgItemState::kType{qapi::kValue<FwCfgItemState>, {}};

}  // namespace api
