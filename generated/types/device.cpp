// Generated from schema/device.json by codegen/templates/types.cpp.j2.  Do not edit.

#include "generated/types/device.h"

#include <cstddef>

#include "runtime/json/object_type.h"

namespace api {

namespace {

constexpr qapi::Member kDeviceAddArgsMembers[] = {
    {"driver", offsetof(DeviceAddArgs, driver), &qapi::type<std::string>, qapi::Presence::Required},
    {"id", offsetof(DeviceAddArgs, id), &qapi::type<std::string>, qapi::Presence::Required},
    {"parent", offsetof(DeviceAddArgs, parent), &qapi::type<std::string>},
};

}  // namespace

constinit const qapi::ObjectType DeviceAddArgs::kType{
    qapi::kValue<DeviceAddArgs>,
    kDeviceAddArgsMembers,
    offsetof(DeviceAddArgs, properties)};

namespace {

constexpr qapi::Member kDeviceDelArgsMembers[] = {
    {"id", offsetof(DeviceDelArgs, id), &qapi::type<std::string>, qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType DeviceDelArgs::kType{
    qapi::kValue<DeviceDelArgs>,
    kDeviceDelArgsMembers};

namespace {

constexpr qapi::Member kMapArgsMembers[] = {
    {"region", offsetof(MapArgs, region), &qapi::type<std::string>, qapi::Presence::Required},
    {"at", offsetof(MapArgs, at), &qapi::kSize, qapi::Presence::Required},
    {"into", offsetof(MapArgs, into), &qapi::type<std::string>, qapi::Presence::Required},
    {"offset", offsetof(MapArgs, offset), &qapi::kSize},
    {"size", offsetof(MapArgs, size), &qapi::kOptionalSize},
    {"priority", offsetof(MapArgs, priority), &qapi::type<int32_t>},
};

}  // namespace

constinit const qapi::ObjectType MapArgs::kType{qapi::kValue<MapArgs>, kMapArgsMembers};

namespace {

constexpr qapi::Member kUnmapArgsMembers[] = {
    {"region", offsetof(UnmapArgs, region), &qapi::type<std::string>, qapi::Presence::Required},
    {"at", offsetof(UnmapArgs, at), &qapi::kSize, qapi::Presence::Required},
    {"into", offsetof(UnmapArgs, into), &qapi::type<std::string>, qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType UnmapArgs::kType{qapi::kValue<UnmapArgs>, kUnmapArgsMembers};

namespace {

constexpr qapi::Member kConnectArgsMembers[] = {
    {"from", offsetof(ConnectArgs, from), &qapi::type<std::string>, qapi::Presence::Required},
    {"to", offsetof(ConnectArgs, to), &qapi::type<std::string>, qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType ConnectArgs::kType{qapi::kValue<ConnectArgs>, kConnectArgsMembers};

namespace {

constexpr qapi::Member kDisconnectArgsMembers[] = {
    {"from", offsetof(DisconnectArgs, from), &qapi::type<std::string>, qapi::Presence::Required},
    {"to", offsetof(DisconnectArgs, to), &qapi::type<std::string>, qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType DisconnectArgs::kType{
    qapi::kValue<DisconnectArgs>,
    kDisconnectArgsMembers};

}  // namespace api
