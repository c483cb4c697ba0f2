// Generated from schema/devices/pci/pci.json by codegen/templates/types.cpp.j2.  Do not edit.

#include "generated/types/pci.h"

#include <cstddef>

#include "runtime/json/object_type.h"

namespace api {

namespace {

constexpr qapi::Member kPciFunctionStateMembers[] = {
    {"config",
     offsetof(PciFunctionState, config),
     &qapi::type<std::vector<uint8_t>>,
     qapi::Presence::Required},
    {"msix-table",
     offsetof(PciFunctionState, msix_table),
     &qapi::type<std::vector<uint32_t>>,
     qapi::Presence::Required},
    {"msix-pending",
     offsetof(PciFunctionState, msix_pending),
     &qapi::type<uint64_t>,
     qapi::Presence::Required},
    {"interrupt",
     offsetof(PciFunctionState, interrupt),
     &qapi::type<bool>,
     qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType PciFunctionState::kType{
    qapi::kValue<PciFunctionState>,
    kPciFunctionStateMembers};

}  // namespace api
