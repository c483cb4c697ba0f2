// Generated from schema/devices/sifive-ccache.json by codegen/templates/objects.cpp.j2.  Do not
// edit.

#include "generated/objects/sifive_ccache.h"

#include <cstddef>

#include "runtime/json/constraint.h"
#include "runtime/json/object_type.h"

namespace api {

namespace {

constexpr qapi::Member kSifiveCcacheStateMembers[] = {
    {"wayenable",
     offsetof(SifiveCcacheState, wayenable),
     &qapi::type<uint8_t>,
     qapi::Presence::Required},
    {"waymask",
     offsetof(SifiveCcacheState, waymask),
     &qapi::type<std::array<uint64_t, 32>>,
     qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType SifiveCcacheState::kType{
    qapi::kValue<SifiveCcacheState>,
    kSifiveCcacheStateMembers};

}  // namespace api
