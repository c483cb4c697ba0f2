// Generated from schema/devices/sifive-e-prci.json by codegen/templates/objects.cpp.j2.  Do not
// edit.

#include "generated/objects/sifive_e_prci.h"

#include <cstddef>

#include "runtime/json/object_type.h"

namespace api {

namespace {

constexpr qapi::Member kSifiveEPrciStateMembers[] = {
    {"hfrosccfg",
     offsetof(SifiveEPrciState, hfrosccfg),
     &qapi::type<uint32_t>,
     qapi::Presence::Required},
    {"hfxosccfg",
     offsetof(SifiveEPrciState, hfxosccfg),
     &qapi::type<uint32_t>,
     qapi::Presence::Required},
    {"pllcfg", offsetof(SifiveEPrciState, pllcfg), &qapi::type<uint32_t>, qapi::Presence::Required},
    {"plloutdiv",
     offsetof(SifiveEPrciState, plloutdiv),
     &qapi::type<uint32_t>,
     qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType SifiveEPrciState::kType{
    qapi::kValue<SifiveEPrciState>,
    kSifiveEPrciStateMembers};

}  // namespace api
