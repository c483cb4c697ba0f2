// SPDX-License-Identifier: Apache-2.0
//
// The Image format is Linux, Documentation/arch/riscv/boot-image-header.rst; the head of a program
// of EFI with a compressed kernel is drivers/firmware/efi/libstub/zboot-header.S.

#include "vm/devices/packed_kernel.h"

#include <array>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "vm/base/unpack.h"

namespace vm {
namespace {

using Bytes = std::span<const uint8_t>;

constexpr size_t kHeaderSize = 64;
constexpr size_t kSizeAt = 0x10;
constexpr size_t kMagicAt = 0x38;
constexpr std::string_view kMagic = "RSC\x05";

constexpr std::string_view kEfiMagic = "MZ";
constexpr size_t kZbootMagicAt = 4;
constexpr std::string_view kZbootMagic = "zimg";
constexpr size_t kPayloadOffsetAt = 8;
constexpr size_t kPayloadSizeAt = 12;
constexpr size_t kMethodAt = 0x18;
constexpr size_t kMethodSize = 0x20;

constexpr std::string_view kGzipMagic = "\x1f\x8b";
constexpr std::string_view kZstdMagic = "\x28\xb5\x2f\xfd";

constexpr uint64_t kLargest = uint64_t{256} << 20;

using End = Unpacked::End;

bool has_at(Bytes file, size_t at, std::string_view text) {
  return file.size() >= at + text.size() &&
         std::memcmp(file.data() + at, text.data(), text.size()) == 0;
}

template <typename Word>
Word word_at(Bytes file, size_t at) {
  Word word = 0;
  std::memcpy(&word, file.data() + at, sizeof(word));
  return word;
}

std::optional<Packing> packing_of(Bytes file) {
  if (has_at(file, 0, kGzipMagic)) return Packing::Gzip;
  if (has_at(file, 0, kZstdMagic)) return Packing::Zstd;
  return std::nullopt;
}

/// Gives the first bytes if they are those of a kernel.
std::optional<std::array<uint8_t, kHeaderSize>> header_inside(Packing how, Bytes packed) {
  std::array<uint8_t, kHeaderSize> header{};
  (void)unpack(how, packed, header);  // a kernel is longer, and what is short has no magic number
  if (!is_kernel(header)) return std::nullopt;
  return header;
}

std::string complaint(const Unpacked& unpacked, uint64_t most) {
  switch (unpacked.end) {
    case End::Whole:
    case End::NoRoom: break;
    case End::Truncated:
      return fmt::format("its compressed kernel is truncated after {:#x} bytes", unpacked.size);
    case End::Damaged:
      return fmt::format("its compressed kernel is damaged after {:#x} bytes", unpacked.size);
  }
  return fmt::format("its compressed kernel is longer than {:#x} bytes, which it takes", most);
}

/// The kernel says itself how much there is to come, at most.
Result<std::vector<uint8_t>> unpack_all(Packing how, Bytes packed, uint64_t most) {
  if (most == 0 || most > kLargest) {
    return fail(fmt::format(
        "its compressed kernel says that it takes {:#x} bytes, and not 0x1 to {:#x}",
        most,
        kLargest
    ));
  }
  std::vector<uint8_t> kernel(most + 1);
  const Unpacked unpacked = unpack(how, packed, kernel);
  if (unpacked.end != End::Whole || unpacked.size > most) return fail(complaint(unpacked, most));
  kernel.resize(unpacked.size);
  return kernel;
}

/// The method is a name of the kernel's own build, such as zstd22.
Result<Packing> method_of(Bytes file) {
  const auto* const text = reinterpret_cast<const char*>(file.data()) + kMethodAt;
  const std::string_view method(text, strnlen(text, kMethodSize));
  if (method == "gzip") return Packing::Gzip;
  if (method.starts_with("zstd")) return Packing::Zstd;
  return fail(fmt::format("its kernel is compressed by '{}', and not by gzip or zstd", method));
}

Result<std::vector<uint8_t>> unpack_zboot(Bytes file) {
  if (file.size() < kMethodAt + kMethodSize) return fail("its head is truncated");
  const Packing how = TRY(method_of(file));
  const uint64_t first = word_at<uint32_t>(file, kPayloadOffsetAt);
  const uint64_t size = word_at<uint32_t>(file, kPayloadSizeAt);
  if (first + size > file.size()) {
    return fail(fmt::format(
        "it is truncated: the kernel in it ends at {:#x} of {:#x} bytes",
        first + size,
        file.size()
    ));
  }
  const Bytes packed = file.subspan(first, size);
  const auto header = header_inside(how, packed);
  if (!header) return fail("what is compressed in it is no RISC-V kernel, or damaged");
  return unpack_all(how, packed, kernel_size(*header));
}

}  // namespace

bool is_kernel(Bytes file) {
  return file.size() >= kHeaderSize && has_at(file, kMagicAt, kMagic);
}

uint64_t kernel_size(Bytes kernel) {
  return word_at<uint64_t>(kernel, kSizeAt);
}

Result<std::vector<uint8_t>> unpack_kernel(std::vector<uint8_t> file) {
  if (has_at(file, 0, kEfiMagic) && has_at(file, kZbootMagicAt, kZbootMagic))
    return unpack_zboot(file);
  const std::optional<Packing> how = packing_of(file);
  if (!how) return file;
  const auto header = header_inside(*how, file);
  if (!header) return file;
  return unpack_all(*how, file, kernel_size(*header));
}

}  // namespace vm
