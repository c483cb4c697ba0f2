// Generated from schema/devices/mailbox.json by codegen/templates/objects.cpp.j2.  Do not edit.

#include "generated/objects/mailbox.h"

#include <cstddef>

#include "runtime/json/object_type.h"

namespace api {

namespace {

constexpr qapi::Member kMailboxStateMembers[] = {
    {"words",
     offsetof(MailboxState, words),
     &qapi::type<std::vector<uint32_t>>,
     qapi::Presence::Required},
    {"full",
     offsetof(MailboxState, full),
     &qapi::type<std::vector<bool>>,
     qapi::Presence::Required},
    {"enable",
     offsetof(MailboxState, enable),
     &qapi::type<std::vector<uint8_t>>,
     qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType MailboxState::kType{
    qapi::kValue<MailboxState>,
    kMailboxStateMembers};

}  // namespace api
