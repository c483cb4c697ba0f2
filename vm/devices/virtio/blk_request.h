// SPDX-License-Identifier: Apache-2.0
//
// What a request of a block device's driver asks for (VIRTIO 1.2, 5.2.6), in steps that a Blockdev
// can do, one after the other.

#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "vm/backends/block.h"
#include "vm/devices/virtio/guest_memory.h"
#include "vm/devices/virtio/virtqueue.h"

namespace vm {

constexpr uint64_t kBlkSector = 512;
constexpr uint32_t kBlkIdSize = 20;

/// Status of a request, its last byte.
enum class BlkStatus : uint8_t {
  Ok = 0,
  IoError = 1,
  Unsupported = 2,
};

/// What the device takes.
struct BlkLimits {
  uint64_t sectors = 0;
  uint32_t block_size = 0;  ///< bytes; what requests are multiples of
  bool is_read_only = false;
  bool has_discard = false;
  bool has_write_zeroes = false;
  bool may_unmap = false;           ///< write zeroes, so that room can be given back
  bool flushes_each_write = false;  ///< nothing is kept in a cache
  uint64_t most_bytes = 0;          ///< of data in one request
  uint32_t most_sectors = 0;        ///< to discard or to zero in one segment
  uint32_t most_segments = 0;       ///< of discard and write zeroes
  std::string_view serial = {};
};

struct BlkRequest {
  VirtioBuffer buffer;
  unsigned queue = 0;

  /// Comes from the disk, or goes there.
  std::vector<uint8_t> data = {};
  bool returns_data = false;

  std::vector<BlockRequest> steps = {};
  size_t next_step = 0;
  BlkStatus status = BlkStatus::Ok;
};

/// Fills in what `request.buffer` asks for. False when it has not even a header or no room for a
/// status, or lies outside of memory: the driver is broken.
bool parse_blk_request(BlkRequest& request, const GuestMemory& memory, const BlkLimits& limits);

}  // namespace vm
