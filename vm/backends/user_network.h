// SPDX-License-Identifier: Apache-2.0
//
// UserNetwork is what the options of netdev-user say, checked: addresses as numbers, defaults
// filled in from the network they belong to.
//
//   UserNetwork network = TRY(UserNetwork::from(options));

#pragma once

#include <string>
#include <vector>

#include <netinet/in.h>

#include "generated/objects/netdev_user.h"

#include "vm/base/result.h"

namespace vm {

/// A port of the host that leads to a port of the guest.
struct PortForward {
  std::string text;  ///< as it was given
  bool is_udp = false;
  in_addr host{};
  int host_port = 0;
  in_addr guest{};  ///< zero: the first address that is given out
  int guest_port = 0;
};

struct UserNetwork {
  in_addr net{};
  in_addr mask{};
  in_addr host{};
  in_addr dhcp_start{};
  in_addr dns{};
  in6_addr prefix6{};
  in6_addr host6{};
  in6_addr dns6{};
  std::vector<PortForward> forwards;

  static Result<UserNetwork> from(const api::NetdevUserProps& options);
};

/// `tcp:[HOST]:PORT-[GUEST]:PORT`
Result<PortForward> parse_forward(const std::string& text);

}  // namespace vm
