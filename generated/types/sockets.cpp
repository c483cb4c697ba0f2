// Generated from schema/sockets.json by codegen/templates/types.cpp.j2.  Do not edit.

#include "generated/types/sockets.h"

#include <cstddef>

#include "runtime/json/enum.h"
#include "runtime/json/object_type.h"

namespace api {

namespace {
constexpr std::string_view kSocketAddressTypeNames[] = {
    "inet",
    "unix",
    "fd",
};
}  // namespace

std::string_view to_string(SocketAddressType value) {
  return kSocketAddressTypeNames[static_cast<size_t>(value)];
}

constinit const qapi::EnumType kSocketAddressTypeType{kSocketAddressTypeNames};

namespace {

constexpr qapi::Member kInetSocketAddressMembers[] = {
    {"host", offsetof(InetSocketAddress, host), &qapi::type<std::string>, qapi::Presence::Required},
    {"port", offsetof(InetSocketAddress, port), &qapi::type<std::string>, qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType InetSocketAddress::kType{
    qapi::kValue<InetSocketAddress>,
    kInetSocketAddressMembers};

namespace {

constexpr qapi::Member kUnixSocketAddressMembers[] = {
    {"path", offsetof(UnixSocketAddress, path), &qapi::type<std::string>, qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType UnixSocketAddress::kType{
    qapi::kValue<UnixSocketAddress>,
    kUnixSocketAddressMembers};

namespace {

constexpr qapi::Member kFdSocketAddressMembers[] = {
    {"str", offsetof(FdSocketAddress, str), &qapi::type<std::string>, qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType FdSocketAddress::kType{
    qapi::kValue<FdSocketAddress>,
    kFdSocketAddressMembers};

namespace {

constexpr qapi::Choice kSocketAddressChoice = {
    .tag = "type",
    .values = &kSocketAddressTypeType,
    .presence = qapi::Presence::Required,
    .default_index = 0,
    .offset = offsetof(SocketAddress, u),
    .operations = decltype(SocketAddress::u)::operations(),
};
}  // namespace

constinit const qapi::ObjectType SocketAddress::kType{
    qapi::kValue<SocketAddress>,
    {},
    kSocketAddressChoice};

namespace {

constexpr qapi::Member kInetSocketAddressWrapperMembers[] = {
    {"data",
     offsetof(InetSocketAddressWrapper, data),
     &qapi::type<InetSocketAddress>,
     qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType InetSocketAddressWrapper::kType{
    qapi::kValue<InetSocketAddressWrapper>,
    kInetSocketAddressWrapperMembers};

namespace {

constexpr qapi::Member kUnixSocketAddressWrapperMembers[] = {
    {"data",
     offsetof(UnixSocketAddressWrapper, data),
     &qapi::type<UnixSocketAddress>,
     qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType UnixSocketAddressWrapper::kType{
    qapi::kValue<UnixSocketAddressWrapper>,
    kUnixSocketAddressWrapperMembers};

namespace {

constexpr qapi::Member kFdSocketAddressWrapperMembers[] = {
    {"data",
     offsetof(FdSocketAddressWrapper, data),
     &qapi::type<FdSocketAddress>,
     qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType FdSocketAddressWrapper::kType{
    qapi::kValue<FdSocketAddressWrapper>,
    kFdSocketAddressWrapperMembers};

namespace {

constexpr qapi::Choice kSocketAddressLegacyChoice = {
    .tag = "type",
    .values = &kSocketAddressTypeType,
    .presence = qapi::Presence::Required,
    .default_index = 0,
    .offset = offsetof(SocketAddressLegacy, u),
    .operations = decltype(SocketAddressLegacy::u)::operations(),
};
}  // namespace

constinit const qapi::ObjectType SocketAddressLegacy::kType{
    qapi::kValue<SocketAddressLegacy>,
    {},
    kSocketAddressLegacyChoice};

}  // namespace api
