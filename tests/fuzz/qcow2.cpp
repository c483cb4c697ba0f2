// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <memory>

#include <fuzzer/FuzzedDataProvider.h>

#include "tests/fuzz/fuzzers.h"
#include "tests/fuzz/world.h"
#include "tests/unit/backends/qcow2/memory_medium.h"
#include "vm/backends/qcow2/create.h"
#include "vm/backends/qcow2/format.h"
#include "vm/backends/qcow2/image.h"
#include "vm/base/must.h"

namespace vm::fuzz {
namespace {

using Bytes = std::vector<uint8_t>;

constexpr uint64_t kDisk = 200 << 10;
constexpr uint64_t kMostWork = 1 << 20;  // of the disk
constexpr uint64_t kMostBytes = 4 << 20;

/// An image with all kinds of clusters.
Bytes make_sound(unsigned version, unsigned cluster_bits) {
  qcow2::MemoryMedium medium;
  must(
      qcow2::create_image(medium, {.size = kDisk, .version = version, .cluster_bits = cluster_bits})
  );
  const auto image = must(qcow2::Image::open(medium, {.unmap = true}));
  const Bytes data(30'000, 'x');
  image->write(0, data);
  image->write(100'000, data);
  image->write_zeroes(10'000, 9000, false);
  image->discard(120'000, 8000);
  image->close();
  return medium.bytes;
}

const Bytes& pick_sound(FuzzedDataProvider& input) {
  static const std::vector<Bytes> images = {
      make_sound(3, 9),
      make_sound(3, 12),
      make_sound(2, 10),
  };
  return pick(images, input);
}

/// Numbers of an image are of 2, 4 or 8 bytes, most significant byte first, and aligned.
void overwrite(Bytes& bytes, FuzzedDataProvider& input) {
  const auto size = size_t{1} << input.ConsumeIntegralInRange(0, 3);
  const bool in_header = input.ConsumeBool();
  const size_t end = in_header ? 128 : bytes.size() - 8;
  const size_t at = input.ConsumeIntegralInRange<size_t>(0, end - 1) / size * size;
  uint64_t value = pick_number(input, 8 * static_cast<unsigned>(size));
  // Most of what lies somewhere in an image says where something else in it lies.
  if (input.ConsumeBool())
    value = input.ConsumeIntegralInRange<uint64_t>(0, bytes.size()) / 512 * 512;
  if (size == 8 && input.ConsumeBool()) value |= qcow2::kCopied;
  for (size_t i = 0; i < size; ++i) {
    bytes[at + i] = static_cast<uint8_t>(value >> 8 * (size - 1 - i));
  }
}

void use(qcow2::Image& image, FuzzedDataProvider& input) {
  Bytes data(input.ConsumeIntegralInRange<size_t>(1, 9000), 'y');
  if (image.size() < data.size()) return;
  const uint64_t last = std::min(image.size(), kMostWork) - data.size();
  const auto offset = input.ConsumeIntegralInRange<uint64_t>(0, last);
  switch (input.ConsumeIntegralInRange(0, 6)) {
    case 0: (void)image.read(offset, data); break;
    case 1: (void)image.write_zeroes(offset, data.size(), input.ConsumeBool()); break;
    case 2: (void)image.discard(offset, data.size()); break;
    case 3: (void)image.flush(); break;
    case 4: (void)image.resize(image.size() + input.ConsumeIntegral<uint16_t>()); break;
    default: (void)image.write(offset, data); break;
  }
}

}  // namespace

void qcow2(FuzzedDataProvider& input) {
  qcow2::MemoryMedium medium(pick_sound(input));
  for (int i = input.ConsumeIntegralInRange(1, 6); i > 0; --i) {
    overwrite(medium.bytes, input);
  }
  if (input.ConsumeIntegralInRange(0, 15) == 0) {
    medium.bytes.resize(input.ConsumeIntegralInRange<size_t>(0, medium.bytes.size()));
  }
  medium.most_bytes = kMostBytes;
  const bool read_only = input.ConsumeIntegralInRange(0, 7) == 0;
  const auto image =
      qcow2::Image::open(medium, {.read_only = read_only, .unmap = true, .cache_bytes = 1});
  if (!image) return;
  for (int steps = 0; input.remaining_bytes() > 0 && steps < 64; ++steps) {
    if (read_only) {
      Bytes data(4096);
      if ((*image)->size() >= data.size()) (void)(*image)->read(0, data);
      break;
    }
    use(**image, input);
  }
  (void)(*image)->close();
}

}  // namespace vm::fuzz
