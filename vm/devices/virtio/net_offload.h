// SPDX-License-Identifier: Apache-2.0
//
// What a network card does for its driver before a frame goes out: completing checksums, and
// cutting what is larger than the cable takes into TCP segments; and checksums of what comes in.
//
//   for (const Frame& piece : segment_tcp(frame, 1448)) send(piece);

#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "vm/backends/netdev.h"

namespace vm {

/// The Internet checksum (RFC 1071), not complemented; `sum` is what was summed before.
uint32_t internet_sum(FrameView bytes, uint32_t sum = 0);
uint16_t fold_sum(uint32_t sum);

/// Sums from `start` to the end, with what is in the field already, and puts the checksum there.
/// False when the field is outside of the frame.
bool complete_checksum(std::span<uint8_t> frame, size_t start, size_t offset);

/// Cuts an Ethernet frame of TCP over IPv4 or IPv6 into ones of `size` bytes of payload at most,
/// each with all of its checksums. Nothing when it is no such frame.
std::vector<Frame> segment_tcp(FrameView frame, size_t size);

/// Whether it is of TCP or UDP, whole, and its checksum is right.
bool has_valid_checksum(FrameView frame);

/// The same for all frames of a connection of TCP or UDP, in both directions; nothing for others.
std::optional<uint32_t> flow_hash(FrameView frame);

}  // namespace vm
