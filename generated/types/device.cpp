// Generated from schema/device.json by codegen/templates/types.cpp.j2.  Do not edit.

#include "generated/types/device.h"

#include <cstddef>

#include "runtime/json/constraint.h"
#include "runtime/json/enum.h"
#include "runtime/json/object_type.h"

namespace api {

namespace {
constexpr std::string_view kUnplugFailureNames[] = {
    "refused",
    "timeout",
};
}  // namespace

std::string_view to_string(UnplugFailure value) {
  return kUnplugFailureNames[static_cast<size_t>(value)];
}

constinit const qapi::EnumType kUnplugFailureType{kUnplugFailureNames};

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
constexpr qapi::InRange<std::optional<uint32_t>> kDeviceDelArgsTimeoutRange{{1, 3600000, "ms"}};

constexpr qapi::Member kDeviceDelArgsMembers[] = {
    {"id", offsetof(DeviceDelArgs, id), &qapi::type<std::string>, qapi::Presence::Required},
    {"timeout",
     offsetof(DeviceDelArgs, timeout),
     &qapi::type<std::optional<uint32_t>>,
     qapi::Presence::Optional,
     &kDeviceDelArgsTimeoutRange},
};

}  // namespace

constinit const qapi::ObjectType DeviceDelArgs::kType{
    qapi::kValue<DeviceDelArgs>,
    kDeviceDelArgsMembers};

namespace {

constexpr qapi::Member kDeviceRemoveArgsMembers[] = {
    {"id", offsetof(DeviceRemoveArgs, id), &qapi::type<std::string>, qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType DeviceRemoveArgs::kType{
    qapi::kValue<DeviceRemoveArgs>,
    kDeviceRemoveArgsMembers};

namespace {

constexpr qapi::Member kDeviceDeletedEventMembers[] = {
    {"device",
     offsetof(DeviceDeletedEvent, device),
     &qapi::type<std::string>,
     qapi::Presence::Required},
    {"path",
     offsetof(DeviceDeletedEvent, path),
     &qapi::type<std::string>,
     qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType DeviceDeletedEvent::kType{
    qapi::kValue<DeviceDeletedEvent>,
    kDeviceDeletedEventMembers};

namespace {

constexpr qapi::Member kDeviceUnplugGuestErrorEventMembers[] = {
    {"device",
     offsetof(DeviceUnplugGuestErrorEvent, device),
     &qapi::type<std::string>,
     qapi::Presence::Required},
    {"path",
     offsetof(DeviceUnplugGuestErrorEvent, path),
     &qapi::type<std::string>,
     qapi::Presence::Required},
    {"reason",
     offsetof(DeviceUnplugGuestErrorEvent, reason),
     &qapi::type<UnplugFailure>,
     qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType DeviceUnplugGuestErrorEvent::kType{
    qapi::kValue<DeviceUnplugGuestErrorEvent>,
    kDeviceUnplugGuestErrorEventMembers};

namespace {

constexpr qapi::Member kPendingUnplugMembers[] = {
    {"device", offsetof(PendingUnplug, device), &qapi::type<std::string>, qapi::Presence::Required},
    {"path", offsetof(PendingUnplug, path), &qapi::type<std::string>, qapi::Presence::Required},
    {"slot", offsetof(PendingUnplug, slot), &qapi::type<std::string>, qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType PendingUnplug::kType{
    qapi::kValue<PendingUnplug>,
    kPendingUnplugMembers};

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
