// SPDX-License-Identifier: Apache-2.0

#include "tests/unit/backends/frames.h"

namespace vm::frames {
namespace {

constexpr uint64_t kGuestCard = 0x525400123456;
constexpr uint64_t kEverybody = 0xffffffffffff;

/// RFC 1071.
uint16_t checksum(Frame bytes) {
  if (bytes.size() % 2 != 0) bytes.push_back(0);
  uint32_t sum = 0;
  for (size_t at = 0; at < bytes.size(); at += 2) {
    sum += static_cast<uint32_t>(number_at(bytes, at, 2));
  }
  while (sum > 0xffff) {
    sum = (sum & 0xffff) + (sum >> 16);
  }
  return static_cast<uint16_t>(~sum);
}

Frame with_checksum(Frame bytes, size_t at, const Frame& pseudo_header = {}) {
  const Frame sum = number(checksum(pseudo_header + bytes), 2);
  std::copy(sum.begin(), sum.end(), bytes.begin() + static_cast<std::ptrdiff_t>(at));
  return bytes;
}

}  // namespace

Frame number(uint64_t value, size_t bytes) {
  Frame made;
  for (size_t i = bytes; i > 0; --i) {
    made.push_back(static_cast<uint8_t>(value >> (8 * (i - 1))));
  }
  return made;
}

uint64_t number_at(FrameView frame, size_t at, size_t bytes) {
  uint64_t value = 0;
  for (const uint8_t byte : frame.subspan(at, bytes)) {
    value = value << 8 | byte;
  }
  return value;
}

Frame operator+(Frame left, const Frame& right) {
  left.insert(left.end(), right.begin(), right.end());
  return left;
}

Frame text(std::string_view bytes) {
  return {bytes.begin(), bytes.end()};
}

Frame ethernet(uint16_t type, const Frame& payload) {
  return number(kEverybody, 6) + number(kGuestCard, 6) + number(type, 2) + payload;
}

Frame arp(uint16_t operation, uint32_t sender, uint32_t target) {
  const Frame kinds = number(1, 2) + number(kIpType, 2) + number(6, 1) + number(4, 1);
  const Frame from = number(kGuestCard, 6) + number(sender, 4);
  return kinds + number(operation, 2) + from + number(0, 6) + number(target, 4);
}

Frame ipv4(uint32_t from, uint32_t to, uint8_t protocol, const Frame& payload) {
  const Frame lengths = number(0x4500, 2) + number(20 + payload.size(), 2) + number(0, 4);
  const Frame rest = number(64, 1) + number(protocol, 1) + number(0, 2);
  return with_checksum(lengths + rest + number(from, 4) + number(to, 4), 10) + payload;
}

Frame icmp_echo(uint16_t number_of_ping, const Frame& payload) {
  const Frame header = number(0x0800, 2) + number(0, 2) + number(7, 2) + number(number_of_ping, 2);
  return with_checksum(header + payload, 2);
}

Frame udp(uint16_t from, uint16_t to, const Frame& payload) {
  return number(from, 2) + number(to, 2) + number(8 + payload.size(), 2) + number(0, 2) + payload;
}

Frame tcp(const Tcp& header, const Frame& payload) {
  const Frame ports = number(header.from, 2) + number(header.to, 2);
  const Frame numbers = number(header.sequence, 4) + number(header.acknowledged, 4);
  const Frame rest = number(0x50, 1) + number(header.flags, 1) + number(32768, 2) + number(0, 4);
  const Frame segment = ports + numbers + rest + payload;
  const Frame pseudo =
      number(kGuest, 4) + number(kRouter, 4) + number(kTcp, 2) + number(segment.size(), 2);
  return ipv4(kGuest, kRouter, kTcp, with_checksum(segment, 16, pseudo));
}

bool is_ip(FrameView frame, uint8_t protocol) {
  return frame.size() > kPayloadAt && number_at(frame, 12, 2) == kIpType &&
         frame[kIpAt + 9] == protocol;
}

}  // namespace vm::frames
