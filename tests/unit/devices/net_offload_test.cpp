// SPDX-License-Identifier: Apache-2.0

#include "vm/devices/virtio/net_offload.h"

#include <gtest/gtest.h>

#include "vm/devices/virtio/net_headers.h"

namespace vm {
namespace {

constexpr uint8_t kFin = 0x01;
constexpr uint8_t kPush = 0x08;
constexpr uint8_t kAck = 0x10;
constexpr uint8_t kCongestionReduced = 0x80;

constexpr size_t kIpAt = kEthernetHeader;

void put_16(Frame& frame, uint32_t value) {
  frame.push_back(static_cast<uint8_t>(value >> 8));
  frame.push_back(static_cast<uint8_t>(value));
}

void put_32(Frame& frame, uint32_t value) {
  put_16(frame, value >> 16);
  put_16(frame, value & 0xffff);
}

void put_ipv4(Frame& frame, size_t size) {
  put_16(frame, 0x4500);
  put_16(frame, static_cast<uint32_t>(size + 20));
  put_32(frame, 0x1234'0000);  // identification, fragment
  put_16(frame, 64 << 8 | kProtocolTcp);
  put_16(frame, 0);
  put_32(frame, 0x0a00'020f);
  put_32(frame, 0x0a00'0202);
}

void put_ipv6(Frame& frame, size_t size) {
  put_32(frame, 0x6000'0000);
  put_16(frame, static_cast<uint32_t>(size));
  put_16(frame, kProtocolTcp << 8 | 64);
  for (uint32_t word = 0; word < 8; ++word) {
    put_32(frame, 0xfec0'0000 + word);
  }
}

Frame tcp_frame(uint16_t type, size_t payload) {
  Frame frame(12, 0x52);
  put_16(frame, type);
  const size_t size = kTcpHeader + payload;
  type == kTypeIpv6 ? put_ipv6(frame, size) : put_ipv4(frame, size);
  put_16(frame, 40000);
  put_16(frame, 80);
  put_32(frame, 0xffff'ff00);  // sequence number, which goes around
  put_32(frame, 7);
  put_16(frame, 5 << 12 | kCongestionReduced | kAck | kPush | kFin);
  put_16(frame, 1000);
  put_32(frame, 0);
  for (size_t i = 0; i < payload; ++i) {
    frame.push_back(static_cast<uint8_t>(i * 7));
  }
  return frame;
}

class SegmentTcp : public testing::TestWithParam<uint16_t> {};

INSTANTIATE_TEST_SUITE_P(
    Ip,
    SegmentTcp,
    testing::Values(kTypeIpv4, kTypeIpv6),
    [](const auto& tested) { return tested.param == kTypeIpv4 ? "V4" : "V6"; }
);

TEST_P(SegmentTcp, PiecesHoldThePayloadInOrder) {
  const Frame whole = tcp_frame(GetParam(), 2500);
  const NetHeaders at = *find_headers(whole);
  const size_t header = at.transport + kTcpHeader;
  const std::vector<Frame> pieces = segment_tcp(whole, 1000);
  ASSERT_EQ(pieces.size(), 3u);
  Frame payload;
  for (const Frame& piece : pieces) {
    const uint32_t sequence = 0xffff'ff00 + static_cast<uint32_t>(payload.size());
    EXPECT_EQ(big_endian_32(piece, at.transport + kTcpSequenceAt), sequence);
    payload.insert(payload.end(), piece.begin() + static_cast<std::ptrdiff_t>(header), piece.end());
  }
  EXPECT_EQ(payload, Frame(whole.begin() + static_cast<std::ptrdiff_t>(header), whole.end()));
}

TEST_P(SegmentTcp, EachPieceIsWholeAndItsChecksumsAreRight) {
  for (const Frame& piece : segment_tcp(tcp_frame(GetParam(), 2501), 999)) {
    const std::optional<NetHeaders> at = find_headers(piece);
    ASSERT_TRUE(at);
    EXPECT_EQ(at->end, piece.size());
    EXPECT_TRUE(has_valid_checksum(piece));
    if (at->is_ipv6) continue;
    EXPECT_EQ(fold_sum(internet_sum(FrameView(piece).subspan(kIpAt, 20))), UINT16_MAX);
  }
}

TEST_P(SegmentTcp, FlagsAreWhereTheyBelong) {
  const Frame whole = tcp_frame(GetParam(), 2500);
  const size_t at = find_headers(whole)->transport + kTcpFlagsAt;
  const std::vector<Frame> pieces = segment_tcp(whole, 1000);
  EXPECT_EQ(pieces[0][at], kCongestionReduced | kAck);
  EXPECT_EQ(pieces[1][at], kAck);
  EXPECT_EQ(pieces[2][at], kAck | kPush | kFin);
}

TEST_P(SegmentTcp, GivesNothingForWhatIsNotWhole) {
  const Frame whole = tcp_frame(GetParam(), 100);
  for (size_t size = 0; size < whole.size(); ++size) {
    const Frame cut(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size));
    EXPECT_TRUE(segment_tcp(cut, 10).empty()) << size;
    EXPECT_FALSE(has_valid_checksum(cut)) << size;
  }
  EXPECT_TRUE(segment_tcp(whole, 0).empty());
}

TEST(SegmentTcpIds, CountUp) {
  const std::vector<Frame> pieces = segment_tcp(tcp_frame(kTypeIpv4, 30), 10);
  ASSERT_EQ(pieces.size(), 3u);
  EXPECT_EQ(big_endian_16(pieces[2], kIpAt + kIpv4IdAt), 0x1236u);
}

TEST(SegmentTcpVlan, KeepsTheTag) {
  Frame frame = tcp_frame(kTypeIpv4, 30);
  const Frame tag = {0x81, 0x00, 0x00, 0x05};
  frame.insert(frame.begin() + 12, tag.begin(), tag.end());
  const std::vector<Frame> pieces = segment_tcp(frame, 20);
  ASSERT_EQ(pieces.size(), 2u);
  EXPECT_EQ(big_endian_16(pieces[1], 14), 5u);
  EXPECT_TRUE(has_valid_checksum(pieces[1]));
}

TEST(CompleteChecksum, AddsTheSumOfWhatFollowsToWhatIsThere) {
  Frame frame(10, 0);
  frame[4] = 0x12;
  frame[7] = 0x34;
  EXPECT_TRUE(complete_checksum(frame, 4, 4));
  EXPECT_EQ(big_endian_16(frame, 8), static_cast<uint16_t>(~(0x1200 + 0x0034)));
}

TEST(CompleteChecksum, RefusesAFieldOutside) {
  Frame frame(10, 0);
  EXPECT_FALSE(complete_checksum(frame, 9, 0));
  EXPECT_FALSE(complete_checksum(frame, 11, 0));
  EXPECT_FALSE(complete_checksum(frame, 0, 9));
  EXPECT_TRUE(complete_checksum(frame, 8, 0));
}

}  // namespace
}  // namespace vm
