// SPDX-License-Identifier: Apache-2.0

#include "vm/devices/virtio/net_headers.h"

namespace vm {
namespace {

constexpr size_t kIpv4Header = 20;
constexpr uint16_t kMoreFragments = 0x2000;
constexpr uint16_t kFragmentOffset = 0x1fff;

bool find_ipv4(FrameView frame, NetHeaders& found) {
  const FrameView packet = frame.subspan(found.ip);
  if (packet.size() < kIpv4Header || packet[0] >> 4 != 4) return false;
  const size_t header = (packet[0] & 0xf) * size_t{4};
  const size_t size = big_endian_16(packet, kIpv4LengthAt);
  const uint16_t fragment = big_endian_16(packet, kIpv4FragmentAt);
  if (header < kIpv4Header || (fragment & (kMoreFragments | kFragmentOffset)) != 0) return false;
  found.protocol = packet[kIpv4ProtocolAt];
  found.transport = found.ip + header;
  found.end = found.ip + size;
  return true;
}

/// With extension headers it is left alone.
bool find_ipv6(FrameView frame, NetHeaders& found) {
  const FrameView packet = frame.subspan(found.ip);
  if (packet.size() < kIpv6Header || packet[0] >> 4 != 6) return false;
  found.is_ipv6 = true;
  found.protocol = packet[kIpv6ProtocolAt];
  found.transport = found.ip + kIpv6Header;
  found.end = found.transport + big_endian_16(packet, kIpv6LengthAt);
  return true;
}

}  // namespace

uint16_t big_endian_16(FrameView bytes, size_t at) {
  return static_cast<uint16_t>(bytes[at] << 8 | bytes[at + 1]);
}

uint32_t big_endian_32(FrameView bytes, size_t at) {
  return uint32_t{big_endian_16(bytes, at)} << 16 | big_endian_16(bytes, at + 2);
}

void set_big_endian_16(std::span<uint8_t> bytes, size_t at, uint16_t value) {
  bytes[at] = static_cast<uint8_t>(value >> 8);
  bytes[at + 1] = static_cast<uint8_t>(value);
}

void set_big_endian_32(std::span<uint8_t> bytes, size_t at, uint32_t value) {
  set_big_endian_16(bytes, at, static_cast<uint16_t>(value >> 16));
  set_big_endian_16(bytes, at + 2, static_cast<uint16_t>(value));
}

std::optional<NetHeaders> find_headers(FrameView frame) {
  NetHeaders found{.ip = kEthernetHeader};
  if (frame.size() < kEthernetHeader) return {};
  uint16_t type = big_endian_16(frame, kEthernetHeader - 2);
  if (type == kTypeVlan) {
    found.ip += kVlanTag;
    if (frame.size() < found.ip) return {};
    type = big_endian_16(frame, found.ip - 2);
  }
  const bool is_ip = (type == kTypeIpv4 && find_ipv4(frame, found)) ||
                     (type == kTypeIpv6 && find_ipv6(frame, found));
  if (!is_ip) return {};
  const size_t header = found.protocol == kProtocolTcp   ? kTcpHeader
                        : found.protocol == kProtocolUdp ? kUdpHeader
                                                         : SIZE_MAX;
  if (found.end > frame.size() || found.end < found.transport) return {};
  if (found.end - found.transport < header) return {};
  return found;
}

}  // namespace vm
