// Generated from schema/devices/sifive-e-otp.json by codegen/templates/objects.cpp.j2.  Do not
// edit.

#include "generated/objects/sifive_e_otp.h"

#include <cstddef>

#include "runtime/json/constraint.h"
#include "runtime/json/object_type.h"

namespace api {

namespace {

constexpr qapi::Member kSifiveEOtpStateMembers[] = {
    {"lock", offsetof(SifiveEOtpState, lock), &qapi::type<bool>, qapi::Presence::Required},
    {"registers",
     offsetof(SifiveEOtpState, registers),
     &qapi::type<std::array<uint32_t, 14>>,
     qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType SifiveEOtpState::kType{
    qapi::kValue<SifiveEOtpState>,
    kSifiveEOtpStateMembers};

}  // namespace api
