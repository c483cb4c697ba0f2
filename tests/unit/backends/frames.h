// SPDX-License-Identifier: Apache-2.0
//
// Frames as a guest makes and reads them: Ethernet, ARP, IPv4, ICMP, UDP, TCP.
//
//   card.send(netdev, ethernet(kIpType, ipv4(kGuest, kRouter, kUdp, udp(68, 67, dhcp))));

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "vm/backends/netdev.h"

namespace vm::frames {

constexpr uint16_t kIpType = 0x0800;
constexpr uint16_t kArpType = 0x0806;
constexpr uint8_t kIcmp = 1;
constexpr uint8_t kTcp = 6;
constexpr uint8_t kUdp = 17;

constexpr uint32_t address(uint32_t last) {
  return 0x0a000200 + last;  // 10.0.2.x
}
constexpr uint32_t kRouter = address(2);
constexpr uint32_t kGuest = address(15);

constexpr size_t kIpAt = 14;       // in a frame
constexpr size_t kPayloadAt = 34;  // of IPv4 without options
constexpr size_t kUdpDataAt = 42;

/// What fields are made of: bytes from the most significant one on.
Frame number(uint64_t value, size_t bytes);
uint64_t number_at(FrameView frame, size_t at, size_t bytes);

Frame operator+(Frame left, const Frame& right);
Frame text(std::string_view bytes);

/// From the guest's card to everybody.
Frame ethernet(uint16_t type, const Frame& payload);
Frame arp(uint16_t operation, uint32_t sender, uint32_t target);
Frame ipv4(uint32_t from, uint32_t to, uint8_t protocol, const Frame& payload);
Frame icmp_echo(uint16_t number_of_ping, const Frame& payload);
Frame udp(uint16_t from, uint16_t to, const Frame& payload);

struct Tcp {
  uint16_t from;
  uint16_t to;
  uint32_t sequence;
  uint32_t acknowledged;
  uint8_t flags;
};
constexpr uint8_t kSyn = 0x02;
constexpr uint8_t kPush = 0x08;
constexpr uint8_t kAck = 0x10;

/// From the guest to the router, as IPv4.
Frame tcp(const Tcp& header, const Frame& payload);

/// Whether a frame is IPv4 of that protocol.
bool is_ip(FrameView frame, uint8_t protocol);

}  // namespace vm::frames
