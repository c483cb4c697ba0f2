// Generated from schema/char.json by codegen/templates/types.cpp.j2.  Do not edit.

#include "generated/types/char.h"

#include <cstddef>

#include "runtime/json/constraint.h"
#include "runtime/json/enum.h"
#include "runtime/json/object_type.h"

namespace api {

namespace {
constexpr std::string_view kChardevErrorActionNames[] = {
    "report",
    "ignore",
    "enospc",
    "stop",
};
}  // namespace

std::string_view to_string(ChardevErrorAction value) {
  return kChardevErrorActionNames[static_cast<size_t>(value)];
}

constinit const qapi::EnumType kChardevErrorActionType{kChardevErrorActionNames};

namespace {
constexpr std::string_view kChardevBackendKindNames[] = {
    "null",
    "stdio",
    "file",
    "socket",
    "pty",
    "udp",
    "ringbuf",
};
}  // namespace

std::string_view to_string(ChardevBackendKind value) {
  return kChardevBackendKindNames[static_cast<size_t>(value)];
}

constinit const qapi::EnumType kChardevBackendKindType{kChardevBackendKindNames};

namespace {
constexpr std::string_view kDataFormatNames[] = {
    "utf8",
    "base64",
};
}  // namespace

std::string_view to_string(DataFormat value) {
  return kDataFormatNames[static_cast<size_t>(value)];
}

constinit const qapi::EnumType kDataFormatType{kDataFormatNames};

namespace {

constexpr qapi::Member kChardevCommonMembers[] = {
    {"logfile", offsetof(ChardevCommon, logfile), &qapi::type<std::optional<std::string>>},
    {"logappend", offsetof(ChardevCommon, logappend), &qapi::type<bool>},
    {"mux", offsetof(ChardevCommon, mux), &qapi::type<bool>},
};

}  // namespace

constinit const qapi::ObjectType ChardevCommon::kType{
    qapi::kValue<ChardevCommon>,
    kChardevCommonMembers};

namespace {

constexpr qapi::Member kChardevNullMembers[] = {
    {"logfile", offsetof(ChardevNull, logfile), &qapi::type<std::optional<std::string>>},
    {"logappend", offsetof(ChardevNull, logappend), &qapi::type<bool>},
    {"mux", offsetof(ChardevNull, mux), &qapi::type<bool>},
};

}  // namespace

constinit const qapi::ObjectType ChardevNull::kType{qapi::kValue<ChardevNull>, kChardevNullMembers};

namespace {

constexpr qapi::Member kChardevStdioMembers[] = {
    {"logfile", offsetof(ChardevStdio, logfile), &qapi::type<std::optional<std::string>>},
    {"logappend", offsetof(ChardevStdio, logappend), &qapi::type<bool>},
    {"mux", offsetof(ChardevStdio, mux), &qapi::type<bool>},
    {"signal", offsetof(ChardevStdio, signal), &qapi::type<bool>},
};

}  // namespace

constinit const qapi::ObjectType ChardevStdio::kType{
    qapi::kValue<ChardevStdio>,
    kChardevStdioMembers};

namespace {

constexpr qapi::Member kChardevIoErrorEventMembers[] = {
    {"backend",
     offsetof(ChardevIoErrorEvent, backend),
     &qapi::type<std::string>,
     qapi::Presence::Required},
    {"action",
     offsetof(ChardevIoErrorEvent, action),
     &qapi::type<ChardevErrorAction>,
     qapi::Presence::Required},
    {"nospace",
     offsetof(ChardevIoErrorEvent, nospace),
     &qapi::type<bool>,
     qapi::Presence::Required},
    {"reason",
     offsetof(ChardevIoErrorEvent, reason),
     &qapi::type<std::string>,
     qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType ChardevIoErrorEvent::kType{
    qapi::kValue<ChardevIoErrorEvent>,
    kChardevIoErrorEventMembers};

namespace {

constexpr qapi::Member kChardevFileMembers[] = {
    {"logfile", offsetof(ChardevFile, logfile), &qapi::type<std::optional<std::string>>},
    {"logappend", offsetof(ChardevFile, logappend), &qapi::type<bool>},
    {"mux", offsetof(ChardevFile, mux), &qapi::type<bool>},
    {"in", offsetof(ChardevFile, in), &qapi::type<std::optional<std::string>>},
    {"out", offsetof(ChardevFile, out), &qapi::type<std::string>, qapi::Presence::Required},
    {"append", offsetof(ChardevFile, append), &qapi::type<bool>},
    {"werror", offsetof(ChardevFile, werror), &qapi::type<ChardevErrorAction>},
};

}  // namespace

constinit const qapi::ObjectType ChardevFile::kType{qapi::kValue<ChardevFile>, kChardevFileMembers};

namespace {
constexpr qapi::InRange<int64_t> kChardevSocketReconnectRange{{0, 86400, "s"}};

constexpr qapi::Member kChardevSocketMembers[] = {
    {"logfile", offsetof(ChardevSocket, logfile), &qapi::type<std::optional<std::string>>},
    {"logappend", offsetof(ChardevSocket, logappend), &qapi::type<bool>},
    {"mux", offsetof(ChardevSocket, mux), &qapi::type<bool>},
    {"addr",
     offsetof(ChardevSocket, addr),
     &qapi::type<SocketAddressLegacy>,
     qapi::Presence::Required},
    {"server", offsetof(ChardevSocket, server), &qapi::type<bool>},
    {"wait", offsetof(ChardevSocket, wait), &qapi::type<bool>},
    {"nodelay", offsetof(ChardevSocket, nodelay), &qapi::type<bool>},
    {"reconnect",
     offsetof(ChardevSocket, reconnect),
     &qapi::type<int64_t>,
     qapi::Presence::Optional,
     &kChardevSocketReconnectRange},
};

}  // namespace

constinit const qapi::ObjectType ChardevSocket::kType{
    qapi::kValue<ChardevSocket>,
    kChardevSocketMembers};

namespace {

constexpr qapi::Member kChardevPtyMembers[] = {
    {"logfile", offsetof(ChardevPty, logfile), &qapi::type<std::optional<std::string>>},
    {"logappend", offsetof(ChardevPty, logappend), &qapi::type<bool>},
    {"mux", offsetof(ChardevPty, mux), &qapi::type<bool>},
};

}  // namespace

constinit const qapi::ObjectType ChardevPty::kType{qapi::kValue<ChardevPty>, kChardevPtyMembers};

namespace {

constexpr qapi::Member kChardevUdpMembers[] = {
    {"logfile", offsetof(ChardevUdp, logfile), &qapi::type<std::optional<std::string>>},
    {"logappend", offsetof(ChardevUdp, logappend), &qapi::type<bool>},
    {"mux", offsetof(ChardevUdp, mux), &qapi::type<bool>},
    {"remote",
     offsetof(ChardevUdp, remote),
     &qapi::type<SocketAddressLegacy>,
     qapi::Presence::Required},
    {"local", offsetof(ChardevUdp, local), &qapi::type<std::optional<SocketAddressLegacy>>},
};

}  // namespace

constinit const qapi::ObjectType ChardevUdp::kType{qapi::kValue<ChardevUdp>, kChardevUdpMembers};

namespace {
constexpr qapi::InRange<uint64_t> kChardevRingbufSizeRange{{1, 67108864, "bytes"}};

constexpr qapi::Member kChardevRingbufMembers[] = {
    {"logfile", offsetof(ChardevRingbuf, logfile), &qapi::type<std::optional<std::string>>},
    {"logappend", offsetof(ChardevRingbuf, logappend), &qapi::type<bool>},
    {"mux", offsetof(ChardevRingbuf, mux), &qapi::type<bool>},
    {"size",
     offsetof(ChardevRingbuf, size),
     &qapi::kSize,
     qapi::Presence::Optional,
     &kChardevRingbufSizeRange},
};

}  // namespace

constinit const qapi::ObjectType ChardevRingbuf::kType{
    qapi::kValue<ChardevRingbuf>,
    kChardevRingbufMembers};

namespace {

constexpr qapi::Member kChardevNullWrapperMembers[] = {
    {"data",
     offsetof(ChardevNullWrapper, data),
     &qapi::type<ChardevNull>,
     qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType ChardevNullWrapper::kType{
    qapi::kValue<ChardevNullWrapper>,
    kChardevNullWrapperMembers};

namespace {

constexpr qapi::Member kChardevStdioWrapperMembers[] = {
    {"data",
     offsetof(ChardevStdioWrapper, data),
     &qapi::type<ChardevStdio>,
     qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType ChardevStdioWrapper::kType{
    qapi::kValue<ChardevStdioWrapper>,
    kChardevStdioWrapperMembers};

namespace {

constexpr qapi::Member kChardevFileWrapperMembers[] = {
    {"data",
     offsetof(ChardevFileWrapper, data),
     &qapi::type<ChardevFile>,
     qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType ChardevFileWrapper::kType{
    qapi::kValue<ChardevFileWrapper>,
    kChardevFileWrapperMembers};

namespace {

constexpr qapi::Member kChardevSocketWrapperMembers[] = {
    {"data",
     offsetof(ChardevSocketWrapper, data),
     &qapi::type<ChardevSocket>,
     qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType ChardevSocketWrapper::kType{
    qapi::kValue<ChardevSocketWrapper>,
    kChardevSocketWrapperMembers};

namespace {

constexpr qapi::Member kChardevPtyWrapperMembers[] = {
    {"data", offsetof(ChardevPtyWrapper, data), &qapi::type<ChardevPty>, qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType ChardevPtyWrapper::kType{
    qapi::kValue<ChardevPtyWrapper>,
    kChardevPtyWrapperMembers};

namespace {

constexpr qapi::Member kChardevUdpWrapperMembers[] = {
    {"data", offsetof(ChardevUdpWrapper, data), &qapi::type<ChardevUdp>, qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType ChardevUdpWrapper::kType{
    qapi::kValue<ChardevUdpWrapper>,
    kChardevUdpWrapperMembers};

namespace {

constexpr qapi::Member kChardevRingbufWrapperMembers[] = {
    {"data",
     offsetof(ChardevRingbufWrapper, data),
     &qapi::type<ChardevRingbuf>,
     qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType ChardevRingbufWrapper::kType{
    qapi::kValue<ChardevRingbufWrapper>,
    kChardevRingbufWrapperMembers};

namespace {

constexpr qapi::Choice kChardevBackendChoice = {
    .tag = "type",
    .values = &kChardevBackendKindType,
    .presence = qapi::Presence::Required,
    .default_index = 0,
    .offset = offsetof(ChardevBackend, u),
    .operations = decltype(ChardevBackend::u)::operations(),
};
}  // namespace

constinit const qapi::ObjectType ChardevBackend::kType{
    qapi::kValue<ChardevBackend>,
    {},
    kChardevBackendChoice};

namespace {

constexpr qapi::Member kChardevReturnMembers[] = {
    {"pty", offsetof(ChardevReturn, pty), &qapi::type<std::optional<std::string>>},
};

}  // namespace

constinit const qapi::ObjectType ChardevReturn::kType{
    qapi::kValue<ChardevReturn>,
    kChardevReturnMembers};

namespace {

constexpr qapi::Member kChardevAddArgsMembers[] = {
    {"id", offsetof(ChardevAddArgs, id), &qapi::type<std::string>, qapi::Presence::Required},
    {"backend",
     offsetof(ChardevAddArgs, backend),
     &qapi::type<ChardevBackend>,
     qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType ChardevAddArgs::kType{
    qapi::kValue<ChardevAddArgs>,
    kChardevAddArgsMembers};

namespace {

constexpr qapi::Member kChardevRemoveArgsMembers[] = {
    {"id", offsetof(ChardevRemoveArgs, id), &qapi::type<std::string>, qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType ChardevRemoveArgs::kType{
    qapi::kValue<ChardevRemoveArgs>,
    kChardevRemoveArgsMembers};

namespace {

constexpr qapi::Member kChardevInfoMembers[] = {
    {"label", offsetof(ChardevInfo, label), &qapi::type<std::string>, qapi::Presence::Required},
    {"filename",
     offsetof(ChardevInfo, filename),
     &qapi::type<std::string>,
     qapi::Presence::Required},
    {"frontend-open",
     offsetof(ChardevInfo, frontend_open),
     &qapi::type<bool>,
     qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType ChardevInfo::kType{qapi::kValue<ChardevInfo>, kChardevInfoMembers};

namespace {

constexpr qapi::Member kRingbufWriteArgsMembers[] = {
    {"device",
     offsetof(RingbufWriteArgs, device),
     &qapi::type<std::string>,
     qapi::Presence::Required},
    {"data", offsetof(RingbufWriteArgs, data), &qapi::type<std::string>, qapi::Presence::Required},
    {"format", offsetof(RingbufWriteArgs, format), &qapi::type<DataFormat>},
};

}  // namespace

constinit const qapi::ObjectType RingbufWriteArgs::kType{
    qapi::kValue<RingbufWriteArgs>,
    kRingbufWriteArgsMembers};

namespace {
constexpr qapi::InRange<int64_t> kRingbufReadArgsSizeRange{{1, 67108864, "bytes"}};

constexpr qapi::Member kRingbufReadArgsMembers[] = {
    {"device",
     offsetof(RingbufReadArgs, device),
     &qapi::type<std::string>,
     qapi::Presence::Required},
    {"size",
     offsetof(RingbufReadArgs, size),
     &qapi::type<int64_t>,
     qapi::Presence::Required,
     &kRingbufReadArgsSizeRange},
    {"format", offsetof(RingbufReadArgs, format), &qapi::type<DataFormat>},
};

}  // namespace

constinit const qapi::ObjectType RingbufReadArgs::kType{
    qapi::kValue<RingbufReadArgs>,
    kRingbufReadArgsMembers};

}  // namespace api
