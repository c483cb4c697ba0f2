// SPDX-License-Identifier: Apache-2.0

#include "vm/devices/packed_kernel.h"

#include <algorithm>
#include <cstring>
#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <zlib.h>
#include <zstd.h>

namespace vm {
namespace {

using Bytes = std::vector<uint8_t>;

constexpr int kGzipWindowBits = 15 + 16;
constexpr size_t kPayloadAt = 0x100;

/// A kernel that does not compress well, and takes `size` bytes with what is not in its file.
Bytes make_kernel(uint64_t size = 0x4000) {
  Bytes kernel(0x3000);
  std::mt19937 random(1);
  for (uint8_t& byte : kernel) {
    byte = static_cast<uint8_t>(random());
  }
  std::memcpy(&kernel[0x10], &size, sizeof(size));
  std::memcpy(&kernel[0x30], "RISCV\0\0\0RSC\x05", 12);
  return kernel;
}

Bytes gzip(Bytes plain) {
  Bytes packed(plain.size() + 1024);
  z_stream stream{};
  EXPECT_EQ(deflateInit2(&stream, 9, Z_DEFLATED, kGzipWindowBits, 8, Z_DEFAULT_STRATEGY), Z_OK);
  stream.next_in = plain.data();
  stream.avail_in = static_cast<uInt>(plain.size());
  stream.next_out = packed.data();
  stream.avail_out = static_cast<uInt>(packed.size());
  EXPECT_EQ(deflate(&stream, Z_FINISH), Z_STREAM_END);
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  return packed;
}

Bytes zstd(const Bytes& plain) {
  Bytes packed(ZSTD_compressBound(plain.size()));
  packed.resize(ZSTD_compress(packed.data(), packed.size(), plain.data(), plain.size(), 3));
  return packed;
}

/// A program of EFI that unpacks itself.
Bytes zboot(const Bytes& packed, const std::string& method) {
  Bytes file(kPayloadAt + packed.size());
  std::memcpy(file.data(), "MZ\0\0zimg", 8);
  const auto at = static_cast<uint32_t>(kPayloadAt);
  const auto size = static_cast<uint32_t>(packed.size());
  std::memcpy(&file[8], &at, sizeof(at));
  std::memcpy(&file[12], &size, sizeof(size));
  std::memcpy(&file[0x18], method.data(), method.size());
  std::copy(packed.begin(), packed.end(), file.begin() + kPayloadAt);
  return file;
}

std::string error(Bytes file) {
  Result<Bytes> kernel = unpack_kernel(std::move(file));
  return kernel ? "" : kernel.error().desc;
}

Bytes cut(Bytes file, size_t size) {
  file.resize(size);
  return file;
}

TEST(PackedKernel, AKernelIsUnpackedHoweverItIsPacked) {
  const Bytes kernel = make_kernel();
  Bytes with_size = zstd(kernel);
  with_size.insert(with_size.end(), {0x00, 0x30, 0x00, 0x00});
  for (const Bytes& file :
       {kernel,
        gzip(kernel),
        zstd(kernel),
        zboot(gzip(kernel), "gzip"),
        zboot(with_size, "zstd22")}) {
    EXPECT_EQ(unpack_kernel(file).value(), kernel);
  }
  EXPECT_TRUE(is_kernel(kernel));
  EXPECT_EQ(kernel_size(kernel), 0x4000u);
}

TEST(PackedKernel, WhatHasNoKernelInsideStaysAsItIs) {
  for (const Bytes& file :
       {Bytes{},
        Bytes{0x1f, 0x8b},
        gzip({}),
        gzip({'R', 'S', 'C', 5}),
        gzip(Bytes(100'000)),
        zstd(Bytes(100'000)),
        Bytes{'M', 'Z', 0, 0}}) {
    EXPECT_EQ(unpack_kernel(file).value(), file);
    EXPECT_FALSE(is_kernel(file));
  }
}

TEST(PackedKernel, ATruncatedOneIsRefused) {
  const Bytes kernel = make_kernel();
  for (const Bytes& whole : {gzip(kernel), zstd(kernel), zboot(gzip(kernel), "gzip")}) {
    EXPECT_NE(error(cut(whole, whole.size() - 1)).find("truncated"), std::string::npos);
    EXPECT_NE(error(cut(whole, whole.size() / 2)).find("truncated"), std::string::npos);
  }
  EXPECT_EQ(error(cut(zboot(gzip(kernel), "gzip"), 0x30)), "its head is truncated");
  const Bytes file = zboot(gzip(kernel), "gzip");
  EXPECT_EQ(
      error(cut(file, kPayloadAt + 1)).rfind("it is truncated: the kernel in it ends at ", 0),
      0u
  );
}

TEST(PackedKernel, ADamagedOneIsRefused) {
  const Bytes kernel = make_kernel();
  Bytes damaged = gzip(kernel);
  damaged[damaged.size() - 6] ^= 1;  // in the checksum
  EXPECT_EQ(error(damaged), "its compressed kernel is damaged after 0x3000 bytes");
  EXPECT_EQ(error(zboot(damaged, "gzip")), error(damaged));
  damaged = gzip(kernel);
  damaged[12] ^= 0xff;
  EXPECT_EQ(
      error(zboot(damaged, "gzip")),
      "what is compressed in it is no RISC-V kernel, or damaged"
  );
}

TEST(PackedKernel, OneThatSaysNothingTrueIsRefused) {
  EXPECT_EQ(
      error(gzip(make_kernel(0x2000))),
      "its compressed kernel is longer than 0x2000 bytes, which it takes"
  );
  EXPECT_EQ(error(zstd(make_kernel(0x2fff))).find("its compressed kernel is longer"), 0u);
  EXPECT_EQ(
      error(gzip(make_kernel(0))),
      "its compressed kernel says that it takes 0x0 bytes, and not 0x1 to 0x10000000"
  );
  EXPECT_EQ(error(zstd(make_kernel(UINT64_MAX))).find("its compressed kernel says"), 0u);
  EXPECT_EQ(
      error(zboot(gzip(make_kernel()), "lzma")),
      "its kernel is compressed by 'lzma', and not by gzip or zstd"
  );
}

TEST(PackedKernel, WhateverIsDamagedIsAnErrorOrAFileAndNothingElse) {
  const Bytes kernel = make_kernel();
  std::mt19937 random(1);
  for (const Bytes& whole :
       {gzip(kernel), zstd(kernel), zboot(gzip(kernel), "gzip"), zboot(zstd(kernel), "zstd")}) {
    for (int round = 0; round < 100; ++round) {
      Bytes file = whole;
      for (unsigned i = 0; i <= random() % 4; ++i) {
        const size_t end = random() % 2 == 0 ? file.size() : std::min<size_t>(file.size(), 0x120);
        file[random() % end] = static_cast<uint8_t>(random());
      }
      Result<Bytes> result = unpack_kernel(file);
      EXPECT_TRUE(result || !result.error().desc.empty());
    }
  }
}

}  // namespace
}  // namespace vm
