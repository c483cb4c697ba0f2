// SPDX-License-Identifier: Apache-2.0
//
// BufferReader and BufferWriter go through the parts of a buffer that a device reads, or writes, as
// if it were in one piece (VIRTIO 1.2, 2.6.4: how a message is cut into parts means nothing).
//
//   BufferReader reader(memory(), buffer.readable);
//   Header header;
//   if (!reader.read_value(header)) return fault("...");

#pragma once

#include <cstdint>
#include <span>

#include "vm/devices/virtio/guest_memory.h"
#include "vm/devices/virtio/virtqueue.h"

namespace vm {

using VirtioSegments = std::span<const VirtioSegment>;

uint64_t size_of(VirtioSegments segments);

class BufferReader {
 public:
  BufferReader(const GuestMemory& memory, VirtioSegments segments)
      : memory_(memory),
        segments_(segments),
        left_(size_of(segments)) {}

  /// Bytes that are not read yet.
  uint64_t left() const { return left_; }

  /// False when there are not so many, or they are not in memory.
  bool read(std::span<uint8_t> bytes);
  bool skip(uint64_t size);

  template <typename Value>
  bool read_value(Value& value) {
    return read({reinterpret_cast<uint8_t*>(&value), sizeof(Value)});
  }

 private:
  GuestMemory memory_;
  VirtioSegments segments_;
  uint64_t done_ = 0;  // of the first segment
  uint64_t left_;
};

class BufferWriter {
 public:
  BufferWriter(const GuestMemory& memory, VirtioSegments segments)
      : memory_(memory),
        segments_(segments),
        left_(size_of(segments)) {}

  /// Bytes that are not written yet.
  uint64_t left() const { return left_; }

  /// False when there are not so many, or they are not in memory.
  bool write(std::span<const uint8_t> bytes);

  template <typename Value>
  bool write_value(const Value& value) {
    return write({reinterpret_cast<const uint8_t*>(&value), sizeof(Value)});
  }

  bool skip(uint64_t size);

 private:
  GuestMemory memory_;
  VirtioSegments segments_;
  uint64_t done_ = 0;  // of the first segment
  uint64_t left_;
};

}  // namespace vm
