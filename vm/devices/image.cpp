// SPDX-License-Identifier: Apache-2.0
//
// Where a RISC-V kernel may lie: Linux, Documentation/arch/riscv/boot.rst.

#include "vm/devices/image.h"

#include <algorithm>
#include <cstring>

#include <fmt/format.h>

#include "vm/devices/packed_kernel.h"

namespace vm {
namespace {

constexpr uint8_t kElfMagic[] = {0x7f, 'E', 'L', 'F'};

constexpr uint64_t kImageAlignment = 0x200000;

bool is_elf(const std::vector<uint8_t>& file) {
  return file.size() >= sizeof(kElfMagic) &&
         std::memcmp(file.data(), kElfMagic, sizeof(kElfMagic)) == 0;
}

Result<Image> read_kernel(std::vector<uint8_t> file, uint64_t addr) {
  if (addr % kImageAlignment != 0) {
    return fail(fmt::format(
        "a RISC-V kernel runs at multiples of {:#x}, not at {:#x}",
        kImageAlignment,
        addr
    ));
  }
  // What the kernel takes includes its zero-initialized data, which is not in the file.
  const uint64_t size = kernel_size(file);
  Image image{.segments = {}, .entry = addr, .reserved = size, .tohost = {}, .fromhost = {}};
  image.segments.push_back({.at = addr, .bytes = std::move(file), .zeros = 0});
  return image;
}

Result<> check_end(const Image& image) {
  uint64_t size = std::max<uint64_t>(image.reserved, 1);
  for (const Segment& segment : image.segments) {
    size = std::max(size, segment.size());
    if (segment.at > UINT64_MAX - (std::max<uint64_t>(segment.size(), 1) - 1)) {
      return fail(fmt::format("{:#x} bytes at {:#x} reach beyond 2^64", segment.size(), segment.at)
      );
    }
  }
  if (image.first() <= UINT64_MAX - (size - 1)) return {};
  return fail(fmt::format("{:#x} bytes at {:#x} reach beyond 2^64", size, image.first()));
}

Result<Image> read_any(std::vector<uint8_t> file, const ImageOptions& options) {
  if (is_elf(file)) return read_elf(file, options);
  if (file.empty()) return fail("it is empty");
  if (!options.addr) return fail("it is no ELF file: 'addr' must say where to put it");
  std::vector<uint8_t> bytes = TRY(unpack_kernel(std::move(file)));
  if (is_kernel(bytes)) return read_kernel(std::move(bytes), *options.addr);
  Image image;
  image.entry = *options.addr;
  image.segments.push_back({.at = *options.addr, .bytes = std::move(bytes), .zeros = 0});
  return image;
}

}  // namespace

uint64_t Image::first() const {
  uint64_t lowest = UINT64_MAX;
  for (const Segment& segment : segments) {
    lowest = std::min(lowest, segment.at);
  }
  return lowest;
}

uint64_t Image::last() const {
  uint64_t highest = reserved != 0 ? first() + (reserved - 1) : 0;
  for (const Segment& segment : segments) {
    highest = std::max(highest, segment.at + (segment.size() - 1));
  }
  return highest;
}

Result<Image> read_image(std::vector<uint8_t> file, const ImageOptions& options) {
  Image image = TRY(read_any(std::move(file), options));
  TRY(check_end(image));
  return image;
}

}  // namespace vm
