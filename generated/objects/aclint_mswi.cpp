// Generated from schema/devices/aclint-mswi.json by codegen/templates/objects.cpp.j2.  Do not edit.

#include "generated/objects/aclint_mswi.h"

#include <cstddef>

#include "runtime/json/object_type.h"

namespace api {

namespace {

constexpr qapi::Member kAclintMswiStateMembers[] = {
    {"pending",
     offsetof(AclintMswiState, pending),
     &qapi::type<std::vector<uint8_t>>,
     qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType AclintMswiState::kType{
    qapi::kValue<AclintMswiState>,
    kAclintMswiStateMembers};

}  // namespace api
