// Generated from schema/net.json by codegen/templates/types.h.j2.  Do not edit.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "generated/types/sockets.h"

#include "runtime/json/variant.h"

namespace qapi {
class EnumType;
class ObjectType;
}  // namespace qapi

namespace api {

/// Kinds of network backends.
enum class NetClientDriver {
  Null,       ///< takes everything and gives nothing
  User,       ///< a network with a router to the host's
  Tap,        ///< a TAP interface of the host
  Stream,     ///< a stream socket
  Dgram,      ///< a datagram socket
  VhostUser,  ///< a back end of vhost-user
};

std::string_view to_string(NetClientDriver value);
extern const qapi::EnumType kNetClientDriverType;
constexpr const qapi::EnumType& type_of(NetClientDriver) {
  return kNetClientDriverType;
}

/// A text in an object of its own, as lists of texts have it in QMP.
struct String {
  /// the text
  std::string str;

  bool operator==(const String&) const = default;

  static const qapi::ObjectType kType;
};

/// Configuration of a backend that takes everything and gives nothing.
struct NetdevNullOptions {
  bool operator==(const NetdevNullOptions&) const = default;

  static const qapi::ObjectType kType;
};

/// Configuration of a network of its own, with a router to the host's network that needs no
/// privileges.
struct NetdevUserOptions {
  /// name that the DHCP server gives the guest
  std::optional<std::string> hostname;

  /// keep the guest from the host and from everything beyond; only `hostfwd` gets through
  bool restrict = false;

  /// whether there is IPv4
  bool ipv4 = true;

  /// whether there is IPv6
  bool ipv6 = true;

  /// the network, as ADDRESS/BITS
  std::string net = "10.0.2.0/24";

  /// address of the router; without it the second one of `net`
  std::optional<std::string> host;

  /// the first of 16 addresses that are given out; without it the 15th of `net`
  std::optional<std::string> dhcpstart;

  /// address at which the host's name server is found; without it the third of `net`
  std::optional<std::string> dns;

  /// domains that the DHCP server tells the guest to search
  std::optional<std::vector<String>> dnssearch;

  /// domain that the DHCP server tells the guest
  std::optional<std::string> domainname;

  /// the IPv6 network
  std::string ipv6_prefix = "fec0::";

  /// its number of bits (bits, 1 to 126)
  int64_t ipv6_prefixlen = 64;

  /// IPv6 address of the router; without it ::2 of `ipv6-prefix`
  std::optional<std::string> ipv6_host;

  /// IPv6 address at which the host's name server is found; without it ::3 of `ipv6-prefix`
  std::optional<std::string> ipv6_dns;

  /// folder whose files the router gives out over TFTP
  std::optional<std::string> tftp;

  /// name of the file that DHCP tells the guest to boot
  std::optional<std::string> bootfile;

  /// name of the TFTP server that DHCP tells the guest
  std::optional<std::string> tftp_server_name;

  /// ports of the host that lead to ports of the guest, each as
  /// `tcp|udp:[HOST]:PORT-[GUEST]:PORT`. Without GUEST it is the first address that is given out;
  /// without HOST every address of the host.
  std::optional<std::vector<String>> hostfwd;

  bool operator==(const NetdevUserOptions&) const = default;

  static const qapi::ObjectType kType;
};

/// Configuration of a backend on a TAP interface of the host.
struct NetdevTapOptions {
  /// name of the interface, which is created if there is none and we may; without it the host
  /// chooses one
  std::optional<std::string> ifname;

  /// instead of `ifname`, a TAP interface that is open with IFF_NO_PI: the name that getfd gave
  /// it, or on the command line the number under which it was inherited
  std::optional<std::string> fd;

  bool operator==(const NetdevTapOptions&) const = default;

  static const qapi::ObjectType kType;
};

/// Configuration of a backend on a stream socket. Each frame is preceded by its length, 32 bits
/// in network byte order.
struct NetdevStreamOptions {
  /// the address to listen at or to connect to
  SocketAddress addr;

  /// listen instead of connecting
  bool server = false;

  /// after so many seconds, try again to connect; 0: never. Not for servers, which take the next
  /// peer that connects. (s, 0 to 86400)
  int64_t reconnect = 0;

  bool operator==(const NetdevStreamOptions&) const = default;

  static const qapi::ObjectType kType;
};

/// Configuration of a backend on a datagram socket. Each frame is a datagram.
struct NetdevDgramOptions {
  /// the address to receive at. Not needed for a Unix socket that only sends; a descriptor that
  /// was handed over is given here, alone.
  std::optional<SocketAddress> local;

  /// the address to send to
  std::optional<SocketAddress> remote;

  bool operator==(const NetdevDgramOptions&) const = default;

  static const qapi::ObjectType kType;
};

/// Configuration of a backend that speaks vhost-user (QEMU's docs/interop/vhost-user.rst) with
/// another program.
struct NetdevVhostUserOptions {
  /// the address to listen at or to connect to. Only Unix sockets will do, as memory is handed
  /// over.
  SocketAddress addr;

  /// listen instead of connecting
  bool server = false;

  /// after so many seconds, try again to connect; 0: never. Not for servers, which take the next
  /// back end that connects. (s, 0 to 86400)
  int64_t reconnect = 0;

  bool operator==(const NetdevVhostUserOptions&) const = default;

  static const qapi::ObjectType kType;
};

/// Configuration of a network backend.
struct Netdev {
  /// its name
  std::string id;

  /// The branches, in the order of `NetClientDriver`.
  qapi::Variant<
      NetdevNullOptions,
      NetdevUserOptions,
      NetdevTapOptions,
      NetdevStreamOptions,
      NetdevDgramOptions,
      NetdevVhostUserOptions>
      u;

  /// its kind
  NetClientDriver type() const { return static_cast<NetClientDriver>(u.index()); }

  bool operator==(const Netdev&) const = default;

  static const qapi::ObjectType kType;
};

/// Arguments of `set_link`.
struct SetLinkArgs {
  /// name of the backend
  std::string name;

  /// plug it
  bool up{};

  bool operator==(const SetLinkArgs&) const = default;

  static const qapi::ObjectType kType;
};

/// A network backend.
struct NetdevInfo {
  /// its name
  std::string id;

  /// its kind
  NetClientDriver type{};

  /// what it is connected to, in words
  std::string info;

  /// whether the cable to the card is plugged
  bool link_up{};

  /// path of the card that uses it
  std::optional<std::string> user;

  /// frames that the guest has sent
  uint64_t sent{};

  /// frames that the guest has got
  uint64_t received{};

  /// frames for the guest that were lost because it did not take them
  uint64_t dropped{};

  bool operator==(const NetdevInfo&) const = default;

  static const qapi::ObjectType kType;
};

/// Arguments of `netdev_del`.
struct NetdevDelArgs {
  /// its name
  std::string id;

  bool operator==(const NetdevDelArgs&) const = default;

  static const qapi::ObjectType kType;
};

}  // namespace api
