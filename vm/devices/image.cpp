// SPDX-License-Identifier: Apache-2.0
//
// The RISC-V Image format: Linux, Documentation/arch/riscv/boot-image-header.rst.

#include "vm/devices/image.h"

#include <algorithm>
#include <cstring>

#include <fmt/format.h>

namespace vm {
namespace {

constexpr uint8_t kElfMagic[] = {0x7f, 'E', 'L', 'F'};

constexpr size_t kImageHeaderSize = 64;
constexpr size_t kImageSizeAt = 0x10;
constexpr size_t kImageMagicAt = 0x38;
constexpr char kImageMagic[] = {'R', 'S', 'C', 5};
constexpr uint64_t kImageAlignment = 0x200000;

bool has_at(const std::vector<uint8_t>& file, size_t at, const void* bytes, size_t size) {
  return file.size() >= at + size && std::memcmp(file.data() + at, bytes, size) == 0;
}

Result<Image> read_kernel(std::vector<uint8_t> file, uint64_t addr) {
  if (addr % kImageAlignment != 0) {
    return fail(fmt::format(
        "a RISC-V kernel runs at multiples of {:#x}, not at {:#x}",
        kImageAlignment,
        addr
    ));
  }
  Image image{.segments = {}, .entry = addr, .reserved = 0, .tohost = {}, .fromhost = {}};
  // What the kernel takes includes its zero-initialized data, which is not in the file.
  std::memcpy(&image.reserved, file.data() + kImageSizeAt, sizeof(image.reserved));
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
  if (has_at(file, 0, kElfMagic, sizeof(kElfMagic))) return read_elf(file, options);
  if (file.empty()) return fail("it is empty");
  if (!options.addr) return fail("it is no ELF file: 'addr' must say where to put it");
  if (file.size() >= kImageHeaderSize &&
      has_at(file, kImageMagicAt, kImageMagic, sizeof(kImageMagic))) {
    return read_kernel(std::move(file), *options.addr);
  }
  Image image;
  image.entry = *options.addr;
  image.segments.push_back({.at = *options.addr, .bytes = std::move(file), .zeros = 0});
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
