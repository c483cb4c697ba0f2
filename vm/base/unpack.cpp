// SPDX-License-Identifier: Apache-2.0

#include "vm/base/unpack.h"

#include <memory>

#include <zlib.h>
#include <zstd.h>

namespace vm {
namespace {

using End = Unpacked::End;

// As zlib counts: negative for a raw stream, and 16 more with gzip's head and tail around it.
constexpr int kSmallWindow = -12;
constexpr int kGzipWindow = 15 + 16;

Unpacked unpack_zlib(int window_bits, std::span<const uint8_t> in, std::span<uint8_t> out) {
  z_stream stream{};
  stream.next_in = const_cast<Bytef*>(in.data());
  stream.avail_in = static_cast<uInt>(in.size());
  stream.next_out = out.data();
  stream.avail_out = static_cast<uInt>(out.size());
  if (inflateInit2(&stream, window_bits) != Z_OK) return {};
  int state = Z_OK;
  while (state == Z_OK && stream.avail_in != 0 && stream.avail_out != 0) {
    state = inflate(&stream, Z_NO_FLUSH);
  }
  inflateEnd(&stream);
  const size_t size = out.size() - stream.avail_out;
  if (state == Z_STREAM_END) return {size, End::Whole};
  if (state != Z_OK && state != Z_BUF_ERROR) return {size, End::Damaged};
  return {size, stream.avail_out == 0 ? End::NoRoom : End::Truncated};
}

Unpacked unpack_zstd(std::span<const uint8_t> in, std::span<uint8_t> out) {
  const std::unique_ptr<ZSTD_DCtx, size_t (*)(ZSTD_DCtx*)> context(
      ZSTD_createDCtx(),
      ZSTD_freeDCtx
  );
  if (context == nullptr) return {};
  ZSTD_inBuffer source{in.data(), in.size(), 0};
  ZSTD_outBuffer target{out.data(), out.size(), 0};
  size_t left = 1;
  bool moves = true;
  while (moves && left != 0) {
    const size_t before = source.pos + target.pos;
    left = ZSTD_decompressStream(context.get(), &target, &source);
    if (ZSTD_isError(left) != 0) return {target.pos, End::Damaged};
    moves = source.pos + target.pos != before;
  }
  if (left == 0) return {target.pos, End::Whole};
  return {target.pos, target.pos == target.size ? End::NoRoom : End::Truncated};
}

}  // namespace

Unpacked unpack(Packing how, std::span<const uint8_t> in, std::span<uint8_t> out) {
  switch (how) {
    case Packing::SmallDeflate: return unpack_zlib(kSmallWindow, in, out);
    case Packing::Gzip: return unpack_zlib(kGzipWindow, in, out);
    case Packing::Zstd: return unpack_zstd(in, out);
  }
  return {};
}

}  // namespace vm
