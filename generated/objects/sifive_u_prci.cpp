// Generated from schema/devices/sifive-u-prci.json by codegen/templates/objects.cpp.j2.  Do not
// edit.

#include "generated/objects/sifive_u_prci.h"

#include <cstddef>

#include "runtime/json/constraint.h"
#include "runtime/json/object_type.h"

namespace api {

namespace {

constexpr qapi::Member kSifiveUPrciStateMembers[] = {
    {"hfxosccfg",
     offsetof(SifiveUPrciState, hfxosccfg),
     &qapi::type<uint32_t>,
     qapi::Presence::Required},
    {"pllcfg",
     offsetof(SifiveUPrciState, pllcfg),
     &qapi::type<std::array<uint32_t, 3>>,
     qapi::Presence::Required},
    {"pllgate",
     offsetof(SifiveUPrciState, pllgate),
     &qapi::type<std::array<uint32_t, 3>>,
     qapi::Presence::Required},
    {"coreclksel",
     offsetof(SifiveUPrciState, coreclksel),
     &qapi::type<uint32_t>,
     qapi::Presence::Required},
    {"devicesreset",
     offsetof(SifiveUPrciState, devicesreset),
     &qapi::type<uint32_t>,
     qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType SifiveUPrciState::kType{
    qapi::kValue<SifiveUPrciState>,
    kSifiveUPrciStateMembers};

}  // namespace api
