// Generated from schema/devices/pci/pcie-root-port.json by codegen/templates/objects.cpp.j2.  Do
// not edit.

#include "generated/objects/pcie_root_port.h"

#include <cstddef>

#include "runtime/json/object_type.h"

namespace api {

namespace {

constexpr qapi::Member kPcieRootPortStateMembers[] = {
    {"pci",
     offsetof(PcieRootPortState, pci),
     &qapi::type<PciFunctionState>,
     qapi::Presence::Required},
    {"card-slot",
     offsetof(PcieRootPortState, card_slot),
     &qapi::type<SlotState>,
     qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType PcieRootPortState::kType{
    qapi::kValue<PcieRootPortState>,
    kPcieRootPortStateMembers};

}  // namespace api
