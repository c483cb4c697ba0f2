// Generated from schema/debug.json by codegen/templates/types.cpp.j2.  Do not edit.

#include "generated/types/debug.h"

#include <cstddef>

#include "runtime/json/enum.h"
#include "runtime/json/object_type.h"

namespace api {

namespace {
constexpr std::string_view kWatchedAccessNames[] = {
    "load",
    "store",
};
}  // namespace

std::string_view to_string(WatchedAccess value) {
  return kWatchedAccessNames[static_cast<size_t>(value)];
}

constinit const qapi::EnumType kWatchedAccessType{kWatchedAccessNames};

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

namespace {

constexpr qapi::Member kWatchpointEventMembers[] = {
    {"hart", offsetof(WatchpointEvent, hart), &qapi::type<std::string>, qapi::Presence::Required},
    {"address",
     offsetof(WatchpointEvent, address),
     &qapi::type<uint64_t>,
     qapi::Presence::Required},
    {"access",
     offsetof(WatchpointEvent, access),
     &qapi::type<WatchedAccess>,
     qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType WatchpointEvent::kType{
    qapi::kValue<WatchpointEvent>,
    kWatchpointEventMembers};

namespace {

constexpr qapi::Member kGdbserverOptionsMembers[] = {
    {"listen",
     offsetof(GdbserverOptions, listen),
     &qapi::type<std::string>,
     qapi::Presence::Required},
    {"id", offsetof(GdbserverOptions, id), &qapi::type<std::optional<std::string>>},
    {"insecure", offsetof(GdbserverOptions, insecure), &qapi::type<bool>},
};

}  // namespace

constinit const qapi::ObjectType GdbserverOptions::kType{
    qapi::kValue<GdbserverOptions>,
    kGdbserverOptionsMembers};

namespace {

constexpr qapi::Member kGdbserverStopArgsMembers[] = {
    {"id", offsetof(GdbserverStopArgs, id), &qapi::type<std::string>, qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType GdbserverStopArgs::kType{
    qapi::kValue<GdbserverStopArgs>,
    kGdbserverStopArgsMembers};

namespace {

constexpr qapi::Member kGdbserverInfoMembers[] = {
    {"id", offsetof(GdbserverInfo, id), &qapi::type<std::string>, qapi::Presence::Required},
    {"listen", offsetof(GdbserverInfo, listen), &qapi::type<std::string>, qapi::Presence::Required},
    {"client", offsetof(GdbserverInfo, client), &qapi::type<std::optional<std::string>>},
};

}  // namespace

constinit const qapi::ObjectType GdbserverInfo::kType{
    qapi::kValue<GdbserverInfo>,
    kGdbserverInfoMembers};

}  // namespace api
