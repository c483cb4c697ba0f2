// SPDX-License-Identifier: Apache-2.0
//
// Unpacks compressed data from one piece of memory into another.
//
//   const Unpacked unpacked = unpack(Packing::Gzip, file, bytes);
//   if (unpacked.end == Unpacked::End::Whole) bytes.resize(unpacked.size);

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace vm {

enum class Packing : uint8_t {
  SmallDeflate,  ///< a raw stream whose window has 4 KiB
  Gzip,
  Zstd,
};

struct Unpacked {
  enum class End : uint8_t {
    Whole,
    NoRoom,
    Truncated,
    Damaged
  };

  size_t size = 0;  ///< bytes that were written
  End end = End::Damaged;
};

/// What follows the compressed data in `in` is left alone.
Unpacked unpack(Packing how, std::span<const uint8_t> in, std::span<uint8_t> out);

}  // namespace vm
