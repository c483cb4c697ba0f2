// SPDX-License-Identifier: Apache-2.0
//
// Where the headers of an Ethernet frame with TCP or UDP over IP are: IEEE 802.3 and 802.1Q, RFC
// 791, RFC 8200, RFC 9293, RFC 768.

#pragma once

#include <cstdint>
#include <optional>

#include "vm/backends/netdev.h"

namespace vm {

constexpr size_t kEthernetHeader = 14;
constexpr size_t kVlanTag = 4;
constexpr uint16_t kTypeIpv4 = 0x0800;
constexpr uint16_t kTypeIpv6 = 0x86dd;
constexpr uint16_t kTypeVlan = 0x8100;
constexpr uint8_t kProtocolTcp = 6;
constexpr uint8_t kProtocolUdp = 17;

constexpr size_t kIpv4LengthAt = 2;
constexpr size_t kIpv4IdAt = 4;
constexpr size_t kIpv4FragmentAt = 6;
constexpr size_t kIpv4ProtocolAt = 9;
constexpr size_t kIpv4ChecksumAt = 10;
constexpr size_t kIpv4SourceAt = 12;
constexpr size_t kIpv4Addresses = 8;  // bytes of both
constexpr size_t kIpv6LengthAt = 4;
constexpr size_t kIpv6ProtocolAt = 6;
constexpr size_t kIpv6SourceAt = 8;
constexpr size_t kIpv6Addresses = 32;
constexpr size_t kIpv6Header = 40;

constexpr size_t kTcpSequenceAt = 4;
constexpr size_t kTcpHeaderSizeAt = 12;
constexpr size_t kTcpFlagsAt = 13;
constexpr size_t kTcpChecksumAt = 16;
constexpr size_t kTcpHeader = 20;
constexpr size_t kUdpChecksumAt = 6;
constexpr size_t kUdpHeader = 8;

struct NetHeaders {
  size_t ip = 0;         ///< offset of the IP header
  size_t transport = 0;  ///< of that of TCP or UDP
  size_t end = 0;        ///< of the packet; what follows is padding
  bool is_ipv6 = false;
  uint8_t protocol = 0;  ///< kProtocolTcp or kProtocolUdp

  size_t addresses() const { return ip + (is_ipv6 ? kIpv6SourceAt : kIpv4SourceAt); }
  size_t addresses_size() const { return is_ipv6 ? kIpv6Addresses : kIpv4Addresses; }
};

/// Nothing when it is something else, or not whole.
std::optional<NetHeaders> find_headers(FrameView frame);

uint16_t big_endian_16(FrameView bytes, size_t at);
uint32_t big_endian_32(FrameView bytes, size_t at);
void set_big_endian_16(std::span<uint8_t> bytes, size_t at, uint16_t value);
void set_big_endian_32(std::span<uint8_t> bytes, size_t at, uint32_t value);

}  // namespace vm
