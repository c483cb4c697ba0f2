// SPDX-License-Identifier: Apache-2.0
//
// Image is a file as it will lie in memory: pieces of bytes at addresses. It is read from ELF
// files, from RISC-V kernels in the Image format, compressed or not, and from anything else as it
// is.
//
//   Image image = TRY(read_image(bytes, {.addr = {}, .machine = 243, .xlen = {}}));

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "vm/base/result.h"

namespace vm {

struct Segment {
  uint64_t at = 0;
  std::vector<uint8_t> bytes;
  uint64_t zeros = 0;  ///< so many bytes of zero follow

  uint64_t size() const { return bytes.size() + zeros; }
};

struct Image {
  std::vector<Segment> segments;
  uint64_t entry = 0;
  uint64_t reserved =
      0;  ///< bytes from `first` on that the program counts on; 0: what the segments take

  // Of HTIF, when the file has both symbols.
  std::optional<uint64_t> tohost;
  std::optional<uint64_t> fromhost;

  uint64_t first() const;
  uint64_t last() const;
};

struct ImageOptions {
  std::optional<uint64_t> addr;  ///< of the first byte; ELF executables say it themselves
  uint16_t machine = 0;          ///< `e_machine` that ELF files must have
  std::optional<uint8_t> xlen;   ///< 32 or 64, if ELF files must be so wide
};

/// The Error does not name the file: the caller knows it.
Result<Image> read_image(std::vector<uint8_t> file, const ImageOptions& options);

/// For files that begin with the magic number of ELF.
Result<Image> read_elf(const std::vector<uint8_t>& file, const ImageOptions& options);

}  // namespace vm
