// Generated from schema/backends/netdev-user.json by codegen/templates/objects.h.j2.  Do not edit.
//
// What is declared here is defined by hand in vm/backends/netdev_user.cpp.

#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "generated/types/net.h"

#include "vm/base/result.h"

namespace qapi {
class ObjectType;
}  // namespace qapi

namespace vm {
class Object;
class Platform;
}  // namespace vm

namespace api {

/// Properties of `netdev-user`.
struct NetdevUserProps {
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
};

/// What a snapshot of `netdev-user` holds.
struct NetdevUserState {
  static const qapi::ObjectType kType;
};

}  // namespace api

namespace vm {

/// A network of its own, whose router leads to the host's network without any privilege: TCP,
/// UDP and pings go out as the host's own, DHCP, DNS and TFTP are answered.
Result<std::unique_ptr<Object>> create_netdev_user(Platform& platform);

}  // namespace vm
