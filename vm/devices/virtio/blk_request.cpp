// SPDX-License-Identifier: Apache-2.0

#include "vm/devices/virtio/blk_request.h"

#include <algorithm>

#include "vm/devices/virtio/buffer_stream.h"

namespace vm {
namespace {

using Kind = BlockRequest::Kind;

// Types of requests (5.2.6).
enum Type : uint32_t {
  kIn = 0,
  kOut = 1,
  kFlush = 4,
  kGetId = 8,
  kDiscard = 11,
  kWriteZeroes = 13,
};

struct Header {
  uint32_t type;
  uint32_t reserved;
  uint64_t sector;
};
static_assert(sizeof(Header) == 16);

/// Of discard and write zeroes.
struct Segment {
  uint64_t sector;
  uint32_t sectors;
  uint32_t flags;
};
static_assert(sizeof(Segment) == 16);

constexpr uint32_t kUnmap = 1;

constexpr uint64_t kStatusSize = 1;

class Parser {
 public:
  Parser(BlkRequest& request, const GuestMemory& memory, const BlkLimits& limits)
      : request_(request),
        limits_(limits),
        reader_(memory, request.buffer.readable),
        room_(size_of(request.buffer.writable)) {}

  bool parse() {
    Header header{};
    if (room_ < kStatusSize || !reader_.read_value(header)) return false;
    switch (header.type) {
      case kIn: return read(header.sector);
      case kOut: return write(header.sector);
      case kFlush: request_.steps.push_back({.kind = Kind::Flush}); return true;
      case kGetId: return get_id();
      case kDiscard: return segments(Kind::Discard, limits_.has_discard);
      case kWriteZeroes: return segments(Kind::WriteZeroes, limits_.has_write_zeroes);
      default: return refuse(BlkStatus::Unsupported);
    }
  }

 private:
  bool refuse(BlkStatus status) {
    request_.steps.clear();
    request_.status = status;
    return true;
  }

  bool is_inside(uint64_t sector, uint64_t size) const {
    const uint64_t block_sectors = limits_.block_size / kBlkSector;
    return size % limits_.block_size == 0 && sector % block_sectors == 0 &&
           sector <= limits_.sectors && size / kBlkSector <= limits_.sectors - sector;
  }

  bool can_move(uint64_t sector, uint64_t size) const {
    return size <= limits_.most_bytes && is_inside(sector, size);
  }

  bool read(uint64_t sector) {
    const uint64_t size = room_ - kStatusSize;
    if (!can_move(sector, size)) return refuse(BlkStatus::IoError);
    request_.data.resize(size);
    request_.returns_data = true;
    add({.kind = Kind::Read, .offset = sector * kBlkSector, .length = size});
    return true;
  }

  bool write(uint64_t sector) {
    const uint64_t size = reader_.left();
    if (limits_.is_read_only || !can_move(sector, size)) return refuse(BlkStatus::IoError);
    request_.data.resize(size);
    if (!reader_.read(request_.data)) return false;
    add({.kind = Kind::Write, .offset = sector * kBlkSector, .length = size});
    add_flush();
    return true;
  }

  bool get_id() {
    request_.data.assign(limits_.serial.begin(), limits_.serial.end());
    request_.data.resize(std::min<uint64_t>(kBlkIdSize, room_ - kStatusSize));
    request_.returns_data = true;
    return true;
  }

  bool segments(Kind kind, bool is_offered) {
    if (!is_offered) return refuse(BlkStatus::Unsupported);
    if (limits_.is_read_only) return refuse(BlkStatus::IoError);
    const uint64_t count = reader_.left() / sizeof(Segment);
    if (count == 0 || count > limits_.most_segments || reader_.left() % sizeof(Segment) != 0) {
      return refuse(BlkStatus::Unsupported);
    }
    for (uint64_t i = 0; i < count; ++i) {
      Segment segment{};
      if (!reader_.read_value(segment)) return false;
      const BlkStatus status = add_segment(kind, segment);
      if (status != BlkStatus::Ok) return refuse(status);
    }
    if (kind == Kind::WriteZeroes) add_flush();
    return true;
  }

  /// A flag that is not known, and unmapping when it is to be discarded anyway, are not supported
  /// (5.2.6.2).
  BlkStatus add_segment(Kind kind, const Segment& segment) {
    const uint32_t known = kind == Kind::WriteZeroes ? kUnmap : 0;
    if ((segment.flags & ~known) != 0) return BlkStatus::Unsupported;
    const uint64_t size = segment.sectors * kBlkSector;
    if (segment.sectors > limits_.most_sectors || !is_inside(segment.sector, size)) {
      return BlkStatus::IoError;
    }
    request_.steps.push_back({
        .kind = kind,
        .offset = segment.sector * kBlkSector,
        .length = size,
        .may_unmap = limits_.may_unmap && (segment.flags & kUnmap) != 0,
    });
    return BlkStatus::Ok;
  }

  void add(BlockRequest step) {
    step.data = request_.data.data();
    request_.steps.push_back(std::move(step));
  }

  void add_flush() {
    if (limits_.flushes_each_write) request_.steps.push_back({.kind = Kind::Flush});
  }

  BlkRequest& request_;
  const BlkLimits& limits_;
  BufferReader reader_;
  uint64_t room_;
};

}  // namespace

bool parse_blk_request(BlkRequest& request, const GuestMemory& memory, const BlkLimits& limits) {
  return Parser(request, memory, limits).parse();
}

}  // namespace vm
