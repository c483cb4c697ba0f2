// SPDX-License-Identifier: Apache-2.0

#include "vm/devices/virtio/net_offload.h"

#include <algorithm>

#include "vm/devices/virtio/net_headers.h"

namespace vm {
namespace {

constexpr uint8_t kFin = 0x01;
constexpr uint8_t kPush = 0x08;
constexpr uint8_t kCongestionReduced = 0x80;

/// Of the pseudo header of TCP and UDP, and all that follows.
uint32_t transport_sum(FrameView frame, const NetHeaders& at) {
  const size_t size = at.end - at.transport;
  uint32_t sum = internet_sum(frame.subspan(at.addresses(), at.addresses_size()), at.protocol);
  sum = internet_sum(frame.subspan(at.transport, size), fold_sum(sum));
  return fold_sum(sum) + static_cast<uint32_t>(size);
}

class TcpCutter {
 public:
  TcpCutter(FrameView frame, const NetHeaders& at, size_t header)
      : frame_(frame),
        at_(at),
        payload_at_(at.transport + header) {}

  std::vector<Frame> cut(size_t size) const {
    const size_t payload = at_.end - payload_at_;
    std::vector<Frame> pieces;
    for (size_t done = 0; done < payload || pieces.empty(); done += size) {
      const size_t piece = std::min(size, payload - done);
      pieces.push_back(make(done, piece, pieces.size(), done + piece == payload));
    }
    return pieces;
  }

 private:
  Frame make(size_t done, size_t size, size_t number, bool is_last) const {
    Frame piece(frame_.begin(), frame_.begin() + static_cast<std::ptrdiff_t>(payload_at_));
    const FrameView payload = frame_.subspan(payload_at_ + done, size);
    piece.insert(piece.end(), payload.begin(), payload.end());
    set_lengths(piece, number);
    set_big_endian_32(
        piece,
        at_.transport + kTcpSequenceAt,
        big_endian_32(frame_, at_.transport + kTcpSequenceAt) + static_cast<uint32_t>(done)
    );
    unsigned flags = piece[at_.transport + kTcpFlagsAt];
    if (!is_last) flags &= ~unsigned{kFin | kPush};
    if (number > 0) flags &= ~unsigned{kCongestionReduced};
    piece[at_.transport + kTcpFlagsAt] = static_cast<uint8_t>(flags);
    set_checksum(piece);
    return piece;
  }

  void set_lengths(Frame& piece, size_t number) const {
    if (at_.is_ipv6) {
      const auto size = static_cast<uint16_t>(piece.size() - at_.transport);
      return set_big_endian_16(piece, at_.ip + kIpv6LengthAt, size);
    }
    const auto size = static_cast<uint16_t>(piece.size() - at_.ip);
    const unsigned id = big_endian_16(frame_, at_.ip + kIpv4IdAt) + static_cast<unsigned>(number);
    set_big_endian_16(piece, at_.ip + kIpv4LengthAt, size);
    set_big_endian_16(piece, at_.ip + kIpv4IdAt, static_cast<uint16_t>(id));
    set_big_endian_16(piece, at_.ip + kIpv4ChecksumAt, 0);
    const FrameView header = FrameView(piece).subspan(at_.ip, at_.transport - at_.ip);
    const auto sum = static_cast<uint16_t>(~fold_sum(internet_sum(header)));
    set_big_endian_16(piece, at_.ip + kIpv4ChecksumAt, sum);
  }

  void set_checksum(Frame& piece) const {
    NetHeaders at = at_;
    at.end = piece.size();
    set_big_endian_16(piece, at.transport + kTcpChecksumAt, 0);
    const auto sum = static_cast<uint16_t>(~fold_sum(transport_sum(piece, at)));
    set_big_endian_16(piece, at.transport + kTcpChecksumAt, sum);
  }

  FrameView frame_;
  NetHeaders at_;
  size_t payload_at_;
};

}  // namespace

uint32_t internet_sum(FrameView bytes, uint32_t sum) {
  uint64_t wide = sum;
  size_t i = 0;
  for (; i + 1 < bytes.size(); i += 2) {
    wide += big_endian_16(bytes, i);
  }
  if (i < bytes.size()) wide += uint32_t{bytes[i]} << 8;
  while (wide > UINT32_MAX) {
    wide = (wide >> 32) + (wide & UINT32_MAX);
  }
  return static_cast<uint32_t>(wide);
}

uint16_t fold_sum(uint32_t sum) {
  sum = (sum >> 16) + (sum & 0xffff);
  return static_cast<uint16_t>((sum >> 16) + sum);
}

bool complete_checksum(std::span<uint8_t> frame, size_t start, size_t offset) {
  if (start > frame.size() || offset + sizeof(uint16_t) > frame.size() - start) return false;
  const auto sum = static_cast<uint16_t>(~fold_sum(internet_sum(frame.subspan(start))));
  // For UDP zero means that there is no checksum (RFC 768); all ones are the same number.
  set_big_endian_16(frame, start + offset, sum == 0 ? UINT16_MAX : sum);
  return true;
}

std::vector<Frame> segment_tcp(FrameView frame, size_t size) {
  const std::optional<NetHeaders> at = find_headers(frame);
  if (!at || at->protocol != kProtocolTcp || size == 0) return {};
  const size_t header = (frame[at->transport + kTcpHeaderSizeAt] >> 4) * size_t{4};
  if (header < kTcpHeader || header > at->end - at->transport) return {};
  return TcpCutter(frame, *at, header).cut(size);
}

bool has_valid_checksum(FrameView frame) {
  const std::optional<NetHeaders> at = find_headers(frame);
  if (!at) return false;
  const bool is_udp = at->protocol == kProtocolUdp;
  if (is_udp && big_endian_16(frame, at->transport + kUdpChecksumAt) == 0) return false;
  return fold_sum(transport_sum(frame, *at)) == UINT16_MAX;
}

std::optional<uint32_t> flow_hash(FrameView frame) {
  const std::optional<NetHeaders> at = find_headers(frame);
  if (!at) return {};
  constexpr size_t kPorts = 4;
  // A sum does not tell who is the source and who the destination.
  return fold_sum(internet_sum(
      frame.subspan(at->addresses(), at->addresses_size()),
      internet_sum(frame.subspan(at->transport, kPorts))
  ));
}

}  // namespace vm
