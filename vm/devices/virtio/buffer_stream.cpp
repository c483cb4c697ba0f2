// SPDX-License-Identifier: Apache-2.0

#include "vm/devices/virtio/buffer_stream.h"

#include <algorithm>

namespace vm {
namespace {

/// Calls `move(at, offset, size)` for each piece of the next `size` bytes; stops when one fails.
template <typename Move>
bool walk(VirtioSegments& segments, uint64_t& done, uint64_t& left, uint64_t size, Move move) {
  if (size > left) return false;
  for (uint64_t offset = 0; offset < size;) {
    const VirtioSegment& segment = segments.front();
    const uint64_t piece = std::min<uint64_t>(segment.size - done, size - offset);
    if (!move(segment.at + done, offset, piece)) return false;
    offset += piece;
    left -= piece;
    done += piece;
    if (done == segment.size) {
      segments = segments.subspan(1);
      done = 0;
    }
  }
  return true;
}

}  // namespace

uint64_t size_of(VirtioSegments segments) {
  uint64_t size = 0;
  for (const VirtioSegment& segment : segments) {
    size += segment.size;
  }
  return size;
}

bool BufferReader::read(std::span<uint8_t> bytes) {
  return walk(segments_, done_, left_, bytes.size(), [&](uint64_t at, size_t offset, size_t size) {
    return memory_.read(at, bytes.subspan(offset, size));
  });
}

bool BufferWriter::write(std::span<const uint8_t> bytes) {
  return walk(segments_, done_, left_, bytes.size(), [&](uint64_t at, size_t offset, size_t size) {
    return memory_.write(at, bytes.subspan(offset, size));
  });
}

bool BufferReader::skip(uint64_t size) {
  return walk(segments_, done_, left_, size, [](uint64_t, size_t, size_t) { return true; });
}

bool BufferWriter::skip(uint64_t size) {
  return walk(segments_, done_, left_, size, [](uint64_t, size_t, size_t) { return true; });
}

}  // namespace vm
