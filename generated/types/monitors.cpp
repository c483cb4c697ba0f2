// Generated from qapigen/monitors.json by codegen/templates/types.cpp.j2.  Do not edit.

#include "generated/types/monitors.h"

#include <cstddef>

#include "runtime/json/object_type.h"

namespace api {

namespace {

constexpr qapi::Member kMonitorOptionsMembers[] = {
    {"listen",
     offsetof(MonitorOptions, listen),
     &qapi::type<std::string>,
     qapi::Presence::Required},
    {"id", offsetof(MonitorOptions, id), &qapi::type<std::optional<std::string>>},
    {"read-only", offsetof(MonitorOptions, read_only), &qapi::type<bool>},
    {"groups",
     offsetof(MonitorOptions, groups),
     &qapi::type<std::optional<std::vector<std::string>>>},
    {"pretty", offsetof(MonitorOptions, pretty), &qapi::type<bool>},
    {"tls", offsetof(MonitorOptions, tls), &qapi::type<std::optional<std::string>>},
    {"insecure", offsetof(MonitorOptions, insecure), &qapi::type<bool>},
};

}  // namespace

constinit const qapi::ObjectType MonitorOptions::kType{
    qapi::kValue<MonitorOptions>,
    kMonitorOptionsMembers};

namespace {

constexpr qapi::Member kMonitorDelArgsMembers[] = {
    {"id", offsetof(MonitorDelArgs, id), &qapi::type<std::string>, qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType MonitorDelArgs::kType{
    qapi::kValue<MonitorDelArgs>,
    kMonitorDelArgsMembers};

namespace {

constexpr qapi::Member kMonitorClientInfoMembers[] = {
    {"name", offsetof(MonitorClientInfo, name), &qapi::type<std::string>, qapi::Presence::Required},
    {"peer", offsetof(MonitorClientInfo, peer), &qapi::type<std::string>, qapi::Presence::Required},
    {"negotiated",
     offsetof(MonitorClientInfo, negotiated),
     &qapi::type<bool>,
     qapi::Presence::Required},
    {"oob", offsetof(MonitorClientInfo, oob), &qapi::type<bool>, qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType MonitorClientInfo::kType{
    qapi::kValue<MonitorClientInfo>,
    kMonitorClientInfoMembers};

namespace {

constexpr qapi::Member kMonitorInfoMembers[] = {
    {"id", offsetof(MonitorInfo, id), &qapi::type<std::string>, qapi::Presence::Required},
    {"listen", offsetof(MonitorInfo, listen), &qapi::type<std::string>, qapi::Presence::Required},
    {"read-only", offsetof(MonitorInfo, read_only), &qapi::type<bool>, qapi::Presence::Required},
    {"groups", offsetof(MonitorInfo, groups), &qapi::type<std::optional<std::vector<std::string>>>},
    {"pretty", offsetof(MonitorInfo, pretty), &qapi::type<bool>, qapi::Presence::Required},
    {"tls", offsetof(MonitorInfo, tls), &qapi::type<std::optional<std::string>>},
    {"clients",
     offsetof(MonitorInfo, clients),
     &qapi::type<std::vector<MonitorClientInfo>>,
     qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType MonitorInfo::kType{qapi::kValue<MonitorInfo>, kMonitorInfoMembers};

}  // namespace api
