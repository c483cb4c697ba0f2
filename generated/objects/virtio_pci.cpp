// Generated from schema/devices/pci/virtio-pci.json by codegen/templates/objects.cpp.j2.  Do not
// edit.

#include "generated/objects/virtio_pci.h"

#include <cstddef>

#include "runtime/json/object_type.h"

namespace api {

namespace {

constexpr qapi::Member kVirtioPciStateMembers[] = {
    {"pci", offsetof(VirtioPciState, pci), &qapi::type<PciFunctionState>, qapi::Presence::Required},
    {"device-feature-select",
     offsetof(VirtioPciState, device_feature_select),
     &qapi::type<uint32_t>,
     qapi::Presence::Required},
    {"driver-feature-select",
     offsetof(VirtioPciState, driver_feature_select),
     &qapi::type<uint32_t>,
     qapi::Presence::Required},
    {"queue-select",
     offsetof(VirtioPciState, queue_select),
     &qapi::type<uint16_t>,
     qapi::Presence::Required},
    {"config-vector",
     offsetof(VirtioPciState, config_vector),
     &qapi::type<uint16_t>,
     qapi::Presence::Required},
    {"queue-vectors",
     offsetof(VirtioPciState, queue_vectors),
     &qapi::type<std::vector<uint16_t>>,
     qapi::Presence::Required},
    {"isr", offsetof(VirtioPciState, isr), &qapi::type<uint8_t>, qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType VirtioPciState::kType{
    qapi::kValue<VirtioPciState>,
    kVirtioPciStateMembers};

}  // namespace api
