// Generated from schema/devices/aclint-mtimer.json by codegen/templates/objects.cpp.j2.  Do not
// edit.

#include "generated/objects/aclint_mtimer.h"

#include <cstddef>

#include "runtime/json/object_type.h"

namespace api {

namespace {

constexpr qapi::Member kAclintMtimerStateMembers[] = {
    {"mtimecmp",
     offsetof(AclintMtimerState, mtimecmp),
     &qapi::type<std::vector<uint64_t>>,
     qapi::Presence::Required},
    {"mtime-delta",
     offsetof(AclintMtimerState, mtime_delta),
     &qapi::type<uint64_t>,
     qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType AclintMtimerState::kType{
    qapi::kValue<AclintMtimerState>,
    kAclintMtimerStateMembers};

}  // namespace api
