// SPDX-License-Identifier: Apache-2.0
//
// Images that somebody has damaged, by chance or on purpose. Whatever they hold: an error or
// rubbish, but no crash, no hang, and no more memory than what the format may need.

#include <array>

#include "tests/unit/backends/qcow2/fixture.h"

namespace vm::qcow2 {
namespace {

constexpr uint64_t kSize = uint64_t{200} << 10;

/// An image with all kinds of clusters.
Bytes sound_image() {
  MemoryMedium medium;
  EXPECT_TRUE(create_image(
      medium,
      {.size = kSize, .cluster_bits = 10, .backing_file = "base", .backing_format = "raw"}
  ));
  std::unique_ptr<Image> image = *Image::open(medium, {.unmap = true});
  Bytes model(kSize);
  Workload workload(3);
  for (int i = 0; i < 30; ++i) {
    workload.step(*image, model);
  }
  EXPECT_EQ(image->close(), 0);
  return std::move(medium.bytes);
}

/// Uses it as a guest would.
void use(MemoryMedium& medium, std::mt19937& random) {
  medium.most_bytes = 4 << 20;  // it must not grow without end
  for (const bool read_only : {true, false}) {
    Result<std::unique_ptr<Image>> image =
        Image::open(medium, {.read_only = read_only, .unmap = true, .cache_bytes = 1});
    if (!image) {
      EXPECT_NE(image.error().desc, "");
      continue;
    }
    const uint64_t size = std::min<uint64_t>((*image)->size(), 1 << 20);
    if (size < 8192) continue;
    std::array<uint8_t, 6000> data{};
    for (int i = 0; i < 20; ++i) {
      const uint64_t offset = random() % (size - data.size());
      (void)(*image)->read(offset, data);
      if (read_only) continue;
      (void)(*image)->write(offset, data);
      (void)(*image)->write_zeroes(random() % (size - 5000), 5000, i % 2 == 0);
      (void)(*image)->discard(random() % (size - 5000), 5000);
      if (i % 8 == 0) (void)(*image)->flush();
    }
    if (!read_only) (void)(*image)->resize((*image)->size() + 4096);
    (void)(*image)->close();
  }
}

TEST(Qcow2Corrupt, IsHarmlessWhateverItHolds) {
  const Bytes sound = sound_image();
  constexpr uint64_t kNumbers[] = {
      0,
      1,
      511,
      1024,
      4096,
      ~uint64_t{0},
      1 << 20,
      uint64_t{1} << 62,
      uint64_t{1} << 63,
      kOffsetMask,
      0x8000000000000400,
      0x4000000000000401};
  for (unsigned seed = 0; seed < 1500; ++seed) {
    std::mt19937 random(seed);
    MemoryMedium medium(sound);
    for (unsigned i = 0; i < 1 + seed % 4; ++i) {
      // The header, or what looks like a table: eight bytes that are aligned.
      const bool in_header = random() % 3 == 0;
      const uint64_t at = random() % (in_header ? 128 : medium.bytes.size() - 8);
      switch (random() % 4) {
        case 0: medium.bytes[at] = static_cast<uint8_t>(random()); break;
        case 1: store(medium.bytes.data() + at / 8 * 8, kNumbers[random() % 12]); break;
        case 2: medium.bytes[at] ^= static_cast<uint8_t>(1u << random() % 8); break;
        default: {  // one table's entries in another's place
          const uint64_t from = random() % (medium.bytes.size() - 64) / 8 * 8;
          const Bytes some(
              medium.bytes.begin() + static_cast<ptrdiff_t>(from),
              medium.bytes.begin() + static_cast<ptrdiff_t>(from + 32)
          );
          medium.apply(std::min<uint64_t>(at / 8 * 8, medium.bytes.size() - 32), some);
        }
      }
    }
    if (random() % 6 == 0) medium.bytes.resize(random() % medium.bytes.size());
    SCOPED_TRACE(seed);
    use(medium, random);
  }
}

TEST(Qcow2Corrupt, DoesNotTakeTablesForDataNorForEachOther) {
  const Bytes sound = sound_image();
  const uint64_t l1 = load<uint64_t>(sound.data() + field::kL1Offset);
  const uint64_t l2 = load<uint64_t>(sound.data() + l1) & kOffsetMask;
  const std::pair<uint64_t, uint64_t> loops[] = {
      {l1, l1 | kCopied},      // a table of level 2 that is the active table
      {l1, kCopied},           // none
      {l1 + 8, l2 | kCopied},  // one twice
      {l2, l2 | kCopied},      // data that is its own table
      {l2, l1 | kCopied},
      {l2, 0 | kCopied | 1024},
  };
  for (const auto& [at, entry] : loops) {
    MemoryMedium medium(sound);
    store(medium.bytes.data() + at, entry);
    std::mt19937 random(1);
    use(medium, random);
    Result<std::unique_ptr<Image>> image = Image::open(medium, {});
    if (!image) continue;
    Bytes data(1024, 'x');
    (void)(*image)->write(0, data);
    EXPECT_EQ(load<uint32_t>(medium.bytes.data()), kMagic);
  }
}

TEST(Qcow2Corrupt, RefusesAbsurdSizesBeforeItTakesMemory) {
  const auto error = [](size_t at, auto number) {
    MemoryMedium medium(sound_image());
    store(medium.bytes.data() + at, number);
    const Result<std::unique_ptr<Image>> image = Image::open(medium, {});
    return image ? std::string() : image.error().desc;
  };
  using testing::HasSubstr;
  EXPECT_THAT(error(field::kL1Size, uint32_t{0xffffffff}), HasSubstr("its table active has"));
  EXPECT_THAT(error(field::kL1Size, uint32_t{0}), HasSubstr("its active table 0 entries"));
  EXPECT_THAT(error(field::kSize, ~uint64_t{0}), HasSubstr("its disk has"));
  EXPECT_THAT(error(field::kClusterBits, uint32_t{63}), HasSubstr("its clusters have 2^63 bytes"));
  EXPECT_THAT(error(field::kRefcountTableClusters, uint32_t{1 << 30}), HasSubstr("of reference"));
  EXPECT_THAT(error(field::kHeaderLength, uint32_t{1 << 30}), HasSubstr("its header has"));
  EXPECT_THAT(error(field::kRefcountOrder, uint32_t{7}), HasSubstr("its counts"));
  EXPECT_THAT(error(field::kVersion, uint32_t{4}), HasSubstr("it is of version 4"));
  EXPECT_THAT(error(field::kBackingSize, uint32_t{1 << 20}), HasSubstr("backing file"));
  EXPECT_THAT(error(field::kIncompatible, uint64_t{1} << 40), HasSubstr("feature 40"));
}

}  // namespace
}  // namespace vm::qcow2
