// Generated from schema/devices/sifive-u-otp.json by codegen/templates/objects.cpp.j2.  Do not
// edit.

#include "generated/objects/sifive_u_otp.h"

#include <cstddef>

#include "runtime/json/constraint.h"
#include "runtime/json/object_type.h"

namespace api {

namespace {

constexpr qapi::Member kSifiveUOtpStateMembers[] = {
    {"registers",
     offsetof(SifiveUOtpState, registers),
     &qapi::type<std::array<uint32_t, 15>>,
     qapi::Presence::Required},
    {"cells",
     offsetof(SifiveUOtpState, cells),
     &qapi::type<std::vector<uint32_t>>,
     qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType SifiveUOtpState::kType{
    qapi::kValue<SifiveUOtpState>,
    kSifiveUOtpStateMembers};

}  // namespace api
