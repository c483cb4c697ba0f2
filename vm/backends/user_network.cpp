// SPDX-License-Identifier: Apache-2.0

#include "vm/backends/user_network.h"

#include <charconv>
#include <optional>
#include <string_view>

#include <arpa/inet.h>
#include <fmt/format.h>
#include <sys/stat.h>

namespace vm {
namespace {

// As far into the network as QEMU has them.
constexpr uint32_t kHost = 2;
constexpr uint32_t kDns = 3;
constexpr uint32_t kDhcpStart = 15;
constexpr uint32_t kDhcpAddresses = 16;

constexpr int kLeastBits = 8;
constexpr int kMostBits = 26;  // the defaults and the addresses that are given out have room

// What DHCP and the library have room for.
constexpr size_t kLongestHostname = 32;
constexpr size_t kLongestBootfile = 127;
constexpr size_t kLongestName = 255;

template <typename Number>
std::optional<Number> parse_number(std::string_view text, Number most) {
  Number number = 0;
  const auto parsed = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool is_whole = parsed.ec == std::errc() && parsed.ptr == text.data() + text.size();
  return is_whole && number >= 0 && number <= most ? std::optional(number) : std::nullopt;
}

Result<in_addr> parse_address(const char* what, const std::string& text) {
  in_addr address{};
  if (inet_pton(AF_INET, text.c_str(), &address) == 1) return address;
  return fail(fmt::format("{}: '{}' is no IPv4 address, such as 10.0.2.2", what, text));
}

Result<in6_addr> parse_address6(const char* what, const std::string& text) {
  in6_addr address{};
  if (inet_pton(AF_INET6, text.c_str(), &address) == 1) return address;
  return fail(fmt::format("{}: '{}' is no IPv6 address, such as fec0::2", what, text));
}

std::string to_string(in_addr address) {
  char text[INET_ADDRSTRLEN];
  return inet_ntop(AF_INET, &address, text, sizeof(text));
}

in_addr plus(in_addr address, uint32_t offset) {
  return {.s_addr = htonl(ntohl(address.s_addr) + offset)};
}

/// One of the addresses of the network: as given, or so far into it.
Result<in_addr> address_in(
    const UserNetwork& network,
    const char* what,
    const std::optional<std::string>& given,
    uint32_t offset
) {
  if (!given) return plus(network.net, offset);
  const in_addr address = TRY(parse_address(what, *given));
  if ((address.s_addr & network.mask.s_addr) == network.net.s_addr) return address;
  return fail(fmt::format("{}: {} is not in the network", what, *given));
}

Result<in6_addr> address6_in(
    const UserNetwork& network,
    const char* what,
    const std::optional<std::string>& given,
    uint8_t last
) {
  if (given) return parse_address6(what, *given);
  in6_addr address = network.prefix6;
  address.s6_addr[15] = last;
  return address;
}

Result<> set_net(UserNetwork& network, const std::string& text) {
  const size_t slash = text.find('/');
  const auto bits = slash == text.npos
                        ? std::nullopt
                        : parse_number(std::string_view(text).substr(slash + 1), kMostBits);
  if (!bits || *bits < kLeastBits) {
    return fail(fmt::format(
        "net: '{}' is no ADDRESS/BITS with {} to {} bits, such as 10.0.2.0/24",
        text,
        kLeastBits,
        kMostBits
    ));
  }
  const in_addr address = TRY(parse_address("net", text.substr(0, slash)));
  network.mask.s_addr = htonl(~uint32_t{0} << (32 - *bits));
  network.net.s_addr = address.s_addr & network.mask.s_addr;
  return {};
}

Result<> set_addresses(UserNetwork& network, const api::NetdevUserProps& options) {
  TRY(set_net(network, options.net));
  network.host = TRY(address_in(network, "host", options.host, kHost));
  network.dns = TRY(address_in(network, "dns", options.dns, kDns));
  network.dhcp_start = TRY(address_in(network, "dhcpstart", options.dhcpstart, kDhcpStart));
  const uint32_t last = ntohl(network.net.s_addr | ~network.mask.s_addr);
  if (last - ntohl(network.dhcp_start.s_addr) < kDhcpAddresses) {
    return fail(fmt::format(
        "dhcpstart: the network ends before the {} addresses that begin at {}",
        kDhcpAddresses,
        to_string(network.dhcp_start)
    ));
  }
  if (network.host.s_addr == network.dns.s_addr) {
    return fail(fmt::format("dns: {} is the router's address already", to_string(network.dns)));
  }
  network.prefix6 = TRY(parse_address6("ipv6-prefix", options.ipv6_prefix));
  network.host6 = TRY(address6_in(network, "ipv6-host", options.ipv6_host, kHost));
  network.dns6 = TRY(address6_in(network, "ipv6-dns", options.ipv6_dns, kDns));
  return {};
}

Result<> check_length(const char* what, const std::optional<std::string>& text, size_t most) {
  if (!text || (!text->empty() && text->size() <= most)) return {};
  return fail(fmt::format("{}: '{}' must have 1 to {} characters", what, *text, most));
}

Result<> check_texts(const api::NetdevUserProps& options) {
  TRY(check_length("hostname", options.hostname, kLongestHostname));
  TRY(check_length("bootfile", options.bootfile, kLongestBootfile));
  TRY(check_length("domainname", options.domainname, kLongestName));
  TRY(check_length("tftp-server-name", options.tftp_server_name, kLongestName));
  for (const api::String& domain : options.dnssearch.value_or(std::vector<api::String>{})) {
    TRY(check_length("dnssearch", domain.str, kLongestName));
  }
  struct stat info {};
  if (!options.tftp) return {};
  if (stat(options.tftp->c_str(), &info) == 0 && S_ISDIR(info.st_mode)) return {};
  return fail(fmt::format("tftp: '{}' is no folder", *options.tftp));
}

tl::unexpected<Error> no_forward(const std::string& text) {
  return fail(fmt::format("hostfwd: '{}' is not tcp|udp:[HOST]:PORT-[GUEST]:PORT", text));
}

/// "[ADDRESS]:PORT"; none when it is not that. Without an address it is 0.0.0.0.
std::optional<int> parse_end(const std::string& text, in_addr& address) {
  const size_t colon = text.find(':');
  if (colon == text.npos) return {};
  if (colon > 0 && inet_pton(AF_INET, text.substr(0, colon).c_str(), &address) != 1) return {};
  return parse_number(std::string_view(text).substr(colon + 1), 65535);
}

}  // namespace

Result<PortForward> parse_forward(const std::string& text) {
  const size_t colon = text.find(':');
  const size_t dash = text.find('-');
  if (colon == text.npos || dash == text.npos || dash < colon) return no_forward(text);
  PortForward forward{.text = text};
  const std::string protocol = text.substr(0, colon);
  forward.is_udp = protocol == "udp";
  if (!forward.is_udp && protocol != "tcp" && !protocol.empty()) return no_forward(text);
  const auto host_port = parse_end(text.substr(colon + 1, dash - colon - 1), forward.host);
  const auto guest_port = parse_end(text.substr(dash + 1), forward.guest);
  if (!host_port || guest_port.value_or(0) == 0) return no_forward(text);
  forward.host_port = *host_port;
  forward.guest_port = *guest_port;
  return forward;
}

Result<UserNetwork> UserNetwork::from(const api::NetdevUserProps& options) {
  UserNetwork network;
  TRY(set_addresses(network, options));
  TRY(check_texts(options));
  for (const api::String& each : options.hostfwd.value_or(std::vector<api::String>{})) {
    network.forwards.push_back(TRY(parse_forward(each.str)));
  }
  if (!options.ipv4 && !options.ipv6) return fail("ipv4 and ipv6 are both off");
  if (!options.ipv4 && !network.forwards.empty()) return fail("hostfwd: needs ipv4=on");
  return network;
}

}  // namespace vm
