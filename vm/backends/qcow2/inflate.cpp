// SPDX-License-Identifier: Apache-2.0

#include "vm/backends/qcow2/inflate.h"

#include <cerrno>

#include "vm/base/unpack.h"

namespace vm::qcow2 {

/// "Compressed clusters": what follows the stream, up to the end of the sector, is nothing.
int inflate_cluster(Compression how, std::span<const uint8_t> in, std::span<uint8_t> out) {
  const Packing packing = how == Compression::Zlib ? Packing::SmallDeflate : Packing::Zstd;
  return unpack(packing, in, out).size == out.size() ? 0 : EIO;
}

}  // namespace vm::qcow2
