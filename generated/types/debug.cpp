// Generated from schema/debug.json by codegen/templates/types.cpp.j2.  Do not edit.

#include "generated/types/debug.h"

#include <cstddef>

#include "runtime/json/object_type.h"

namespace api {

namespace {

constexpr qapi::Member kBreakpointInfoMembers[] = {
    {"hart", offsetof(BreakpointInfo, hart), &qapi::type<std::string>, qapi::Presence::Required},
    {"address", offsetof(BreakpointInfo, address), &qapi::type<uint64_t>, qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType BreakpointInfo::kType{
    qapi::kValue<BreakpointInfo>,
    kBreakpointInfoMembers};

namespace {

constexpr qapi::Member kBreakpointAddArgsMembers[] = {
    {"address",
     offsetof(BreakpointAddArgs, address),
     &qapi::type<uint64_t>,
     qapi::Presence::Required},
    {"hart", offsetof(BreakpointAddArgs, hart), &qapi::type<std::optional<std::string>>},
};

}  // namespace

constinit const qapi::ObjectType BreakpointAddArgs::kType{
    qapi::kValue<BreakpointAddArgs>,
    kBreakpointAddArgsMembers};

namespace {

constexpr qapi::Member kBreakpointRemoveArgsMembers[] = {
    {"address",
     offsetof(BreakpointRemoveArgs, address),
     &qapi::type<uint64_t>,
     qapi::Presence::Required},
    {"hart", offsetof(BreakpointRemoveArgs, hart), &qapi::type<std::optional<std::string>>},
};

}  // namespace

constinit const qapi::ObjectType BreakpointRemoveArgs::kType{
    qapi::kValue<BreakpointRemoveArgs>,
    kBreakpointRemoveArgsMembers};

namespace {

constexpr qapi::Member kBreakpointEventMembers[] = {
    {"hart", offsetof(BreakpointEvent, hart), &qapi::type<std::string>, qapi::Presence::Required},
    {"address",
     offsetof(BreakpointEvent, address),
     &qapi::type<uint64_t>,
     qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType BreakpointEvent::kType{
    qapi::kValue<BreakpointEvent>,
    kBreakpointEventMembers};

}  // namespace api
