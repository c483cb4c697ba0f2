// Generated from schema/devices/fw-cfg.json by codegen/templates/objects.cpp.j2.  Do not edit.

#include "generated/objects/fw_cfg.h"

#include <cstddef>

#include "runtime/json/object_type.h"

namespace api {

namespace {

constexpr qapi::Member kFwCfgStateMembers[] = {
    {"selector", offsetof(FwCfgState, selector), &qapi::type<uint16_t>, qapi::Presence::Required},
    {"offset", offsetof(FwCfgState, offset), &qapi::type<uint32_t>, qapi::Presence::Required},
    {"dma-high", offsetof(FwCfgState, dma_high), &qapi::type<uint32_t>, qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType FwCfgState::kType{qapi::kValue<FwCfgState>, kFwCfgStateMembers};

}  // namespace api
