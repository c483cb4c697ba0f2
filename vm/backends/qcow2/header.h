// SPDX-License-Identifier: Apache-2.0
//
// The header of an image: read, and found to be something that we can work with. What cannot be is
// an error in words.
//
//   Header header = TRY(read_header(medium));

#pragma once

#include <cstdint>
#include <string>

#include "vm/backends/qcow2/format.h"
#include "vm/base/result.h"

namespace vm::qcow2 {

class Medium;

enum class Compression : uint8_t {
  Zlib = 0,
  Zstd = 1
};

struct Header {
  uint32_t version = 3;
  unsigned cluster_bits = 16;
  uint64_t size = 0;  ///< of the disk that the image holds, in bytes
  uint32_t l1_size = 0;
  uint64_t l1_offset = 0;
  uint64_t refcount_table_offset = 0;
  uint32_t refcount_table_clusters = 0;
  uint32_t snapshots = 0;
  uint64_t incompatible = 0;
  uint64_t autoclear = 0;
  unsigned refcount_order = 4;
  Compression compression = Compression::Zlib;
  std::string backing_file = {};
  std::string backing_format = {};

  uint64_t cluster_size() const { return uint64_t{1} << cluster_bits; }

  /// Of a table of level 2.
  uint64_t l2_entries() const { return cluster_size() / sizeof(uint64_t); }

  /// What a table of level 2 says where it is, in bytes of the disk.
  uint64_t l2_reach() const { return l2_entries() << cluster_bits; }

  /// Counts in a block of them.
  uint64_t block_entries() const { return cluster_size() * 8 >> refcount_order; }

  uint64_t most_count() const {
    const unsigned bits = 1u << refcount_order;
    return bits == 64 ? ~uint64_t{0} : (uint64_t{1} << bits) - 1;
  }
};

Result<Header> read_header(Medium& medium);

/// For a disk of `size` bytes; 0 when no table can say where all of it is.
uint32_t l1_entries_for(const Header& header, uint64_t size);

}  // namespace vm::qcow2
