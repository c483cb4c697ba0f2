// Generated from schema/net.json by codegen/templates/types.cpp.j2.  Do not edit.

#include "generated/types/net.h"

#include <cstddef>

#include "runtime/json/constraint.h"
#include "runtime/json/enum.h"
#include "runtime/json/object_type.h"

namespace api {

namespace {
constexpr std::string_view kNetClientDriverNames[] = {
    "null",
    "user",
    "tap",
    "stream",
    "dgram",
    "vhost-user",
};
}  // namespace

std::string_view to_string(NetClientDriver value) {
  return kNetClientDriverNames[static_cast<size_t>(value)];
}

constinit const qapi::EnumType kNetClientDriverType{kNetClientDriverNames};

namespace {

constexpr qapi::Member kStringMembers[] = {
    {"str", offsetof(String, str), &qapi::type<std::string>, qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType String::kType{qapi::kValue<String>, kStringMembers};

constinit const qapi::ObjectType NetdevNullOptions::kType{qapi::kValue<NetdevNullOptions>, {}};

namespace {
constexpr qapi::InRange<int64_t> kNetdevUserOptionsIpv6PrefixlenRange{{1, 126, "bits"}};

constexpr qapi::Member kNetdevUserOptionsMembers[] = {
    {"hostname", offsetof(NetdevUserOptions, hostname), &qapi::type<std::optional<std::string>>},
    {"restrict", offsetof(NetdevUserOptions, restrict), &qapi::type<bool>},
    {"ipv4", offsetof(NetdevUserOptions, ipv4), &qapi::type<bool>},
    {"ipv6", offsetof(NetdevUserOptions, ipv6), &qapi::type<bool>},
    {"net", offsetof(NetdevUserOptions, net), &qapi::type<std::string>},
    {"host", offsetof(NetdevUserOptions, host), &qapi::type<std::optional<std::string>>},
    {"dhcpstart", offsetof(NetdevUserOptions, dhcpstart), &qapi::type<std::optional<std::string>>},
    {"dns", offsetof(NetdevUserOptions, dns), &qapi::type<std::optional<std::string>>},
    {"dnssearch",
     offsetof(NetdevUserOptions, dnssearch),
     &qapi::type<std::optional<std::vector<String>>>},
    {"domainname",
     offsetof(NetdevUserOptions, domainname),
     &qapi::type<std::optional<std::string>>},
    {"ipv6-prefix", offsetof(NetdevUserOptions, ipv6_prefix), &qapi::type<std::string>},
    {"ipv6-prefixlen",
     offsetof(NetdevUserOptions, ipv6_prefixlen),
     &qapi::type<int64_t>,
     qapi::Presence::Optional,
     &kNetdevUserOptionsIpv6PrefixlenRange},
    {"ipv6-host", offsetof(NetdevUserOptions, ipv6_host), &qapi::type<std::optional<std::string>>},
    {"ipv6-dns", offsetof(NetdevUserOptions, ipv6_dns), &qapi::type<std::optional<std::string>>},
    {"tftp", offsetof(NetdevUserOptions, tftp), &qapi::type<std::optional<std::string>>},
    {"bootfile", offsetof(NetdevUserOptions, bootfile), &qapi::type<std::optional<std::string>>},
    {"tftp-server-name",
     offsetof(NetdevUserOptions, tftp_server_name),
     &qapi::type<std::optional<std::string>>},
    {"hostfwd",
     offsetof(NetdevUserOptions, hostfwd),
     &qapi::type<std::optional<std::vector<String>>>},
};

}  // namespace

constinit const qapi::ObjectType NetdevUserOptions::kType{
    qapi::kValue<NetdevUserOptions>,
    kNetdevUserOptionsMembers};

namespace {

constexpr qapi::Member kNetdevTapOptionsMembers[] = {
    {"ifname", offsetof(NetdevTapOptions, ifname), &qapi::type<std::optional<std::string>>},
    {"fd", offsetof(NetdevTapOptions, fd), &qapi::type<std::optional<std::string>>},
};

}  // namespace

constinit const qapi::ObjectType NetdevTapOptions::kType{
    qapi::kValue<NetdevTapOptions>,
    kNetdevTapOptionsMembers};

namespace {
constexpr qapi::InRange<int64_t> kNetdevStreamOptionsReconnectRange{{0, 86400, "s"}};

constexpr qapi::Member kNetdevStreamOptionsMembers[] = {
    {"addr",
     offsetof(NetdevStreamOptions, addr),
     &qapi::type<SocketAddress>,
     qapi::Presence::Required},
    {"server", offsetof(NetdevStreamOptions, server), &qapi::type<bool>},
    {"reconnect",
     offsetof(NetdevStreamOptions, reconnect),
     &qapi::type<int64_t>,
     qapi::Presence::Optional,
     &kNetdevStreamOptionsReconnectRange},
};

}  // namespace

constinit const qapi::ObjectType NetdevStreamOptions::kType{
    qapi::kValue<NetdevStreamOptions>,
    kNetdevStreamOptionsMembers};

namespace {

constexpr qapi::Member kNetdevDgramOptionsMembers[] = {
    {"local", offsetof(NetdevDgramOptions, local), &qapi::type<std::optional<SocketAddress>>},
    {"remote", offsetof(NetdevDgramOptions, remote), &qapi::type<std::optional<SocketAddress>>},
};

}  // namespace

constinit const qapi::ObjectType NetdevDgramOptions::kType{
    qapi::kValue<NetdevDgramOptions>,
    kNetdevDgramOptionsMembers};

namespace {
constexpr qapi::InRange<int64_t> kNetdevVhostUserOptionsReconnectRange{{0, 86400, "s"}};

constexpr qapi::Member kNetdevVhostUserOptionsMembers[] = {
    {"addr",
     offsetof(NetdevVhostUserOptions, addr),
     &qapi::type<SocketAddress>,
     qapi::Presence::Required},
    {"server", offsetof(NetdevVhostUserOptions, server), &qapi::type<bool>},
    {"reconnect",
     offsetof(NetdevVhostUserOptions, reconnect),
     &qapi::type<int64_t>,
     qapi::Presence::Optional,
     &kNetdevVhostUserOptionsReconnectRange},
};

}  // namespace

constinit const qapi::ObjectType NetdevVhostUserOptions::kType{
    qapi::kValue<NetdevVhostUserOptions>,
    kNetdevVhostUserOptionsMembers};

namespace {

constexpr qapi::Member kNetdevMembers[] = {
    {"id", offsetof(Netdev, id), &qapi::type<std::string>, qapi::Presence::Required},
};

constexpr qapi::Choice kNetdevChoice = {
    .tag = "type",
    .values = &kNetClientDriverType,
    .presence = qapi::Presence::Required,
    .default_index = 0,
    .offset = offsetof(Netdev, u),
    .operations = decltype(Netdev::u)::operations(),
};
}  // namespace

constinit const qapi::ObjectType Netdev::kType{qapi::kValue<Netdev>, kNetdevMembers, kNetdevChoice};

namespace {

constexpr qapi::Member kSetLinkArgsMembers[] = {
    {"name", offsetof(SetLinkArgs, name), &qapi::type<std::string>, qapi::Presence::Required},
    {"up", offsetof(SetLinkArgs, up), &qapi::type<bool>, qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType SetLinkArgs::kType{qapi::kValue<SetLinkArgs>, kSetLinkArgsMembers};

namespace {

constexpr qapi::Member kNetdevInfoMembers[] = {
    {"id", offsetof(NetdevInfo, id), &qapi::type<std::string>, qapi::Presence::Required},
    {"type", offsetof(NetdevInfo, type), &qapi::type<NetClientDriver>, qapi::Presence::Required},
    {"info", offsetof(NetdevInfo, info), &qapi::type<std::string>, qapi::Presence::Required},
    {"link-up", offsetof(NetdevInfo, link_up), &qapi::type<bool>, qapi::Presence::Required},
    {"user", offsetof(NetdevInfo, user), &qapi::type<std::optional<std::string>>},
    {"sent", offsetof(NetdevInfo, sent), &qapi::type<uint64_t>, qapi::Presence::Required},
    {"received", offsetof(NetdevInfo, received), &qapi::type<uint64_t>, qapi::Presence::Required},
    {"dropped", offsetof(NetdevInfo, dropped), &qapi::type<uint64_t>, qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType NetdevInfo::kType{qapi::kValue<NetdevInfo>, kNetdevInfoMembers};

namespace {

constexpr qapi::Member kNetdevDelArgsMembers[] = {
    {"id", offsetof(NetdevDelArgs, id), &qapi::type<std::string>, qapi::Presence::Required},
};

}  // namespace

constinit const qapi::ObjectType NetdevDelArgs::kType{
    qapi::kValue<NetdevDelArgs>,
    kNetdevDelArgsMembers};

}  // namespace api
