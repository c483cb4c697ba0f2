// SPDX-License-Identifier: Apache-2.0

#include "vm/devices/image.h"

#include <cstring>
#include <random>

#include <gtest/gtest.h>

#include "tests/unit/support/elf_file.h"

namespace vm {
namespace {

const ImageOptions kRiscv = {.addr = {}, .machine = EM_RISCV, .xlen = {}};
const ImageOptions kAtBase = {.addr = 0x8000'0000, .machine = EM_RISCV, .xlen = {}};

std::string error(std::vector<uint8_t> file, const ImageOptions& options = kRiscv) {
  Result<Image> image = read_image(std::move(file), options);
  return image ? "" : image.error().desc;
}

TEST(Image, AnElfFileSaysWhereItGoes) {
  for (const std::vector<uint8_t>& file : {make_elf64(), make_elf32()}) {
    Image image = read_image(file, kRiscv).value();
    ASSERT_EQ(image.segments.size(), 1u);
    EXPECT_EQ(image.entry, 0x8000'0004u);
    EXPECT_EQ(image.first(), 0x8000'0000u);
    EXPECT_EQ(image.last(), 0x8000'000fu);
    EXPECT_EQ(image.segments[0].bytes.size(), 8u);
    EXPECT_EQ(image.segments[0].zeros, 8u);
    EXPECT_FALSE(image.tohost);
  }
}

TEST(Image, AnElfExecutableGoesWhereItSaysWhateverElseIsSaid) {
  const ImageOptions elsewhere = {.addr = 0x1000, .machine = EM_RISCV, .xlen = {}};
  EXPECT_EQ(read_image(make_elf64(), elsewhere).value().first(), 0x8000'0000u);
}

TEST(Image, ExecutionBeginsAtThePhysicalAddressOfTheEntry) {
  std::vector<uint8_t> file = make_elf64(
      {.entry = 0xffff'ffff'8000'0002,
       .virtual_address = 0xffff'ffff'8000'0000,
       .physical_address = 0x8020'0000}
  );
  EXPECT_EQ(read_image(file, kRiscv).value().entry, 0x8020'0002u);
}

TEST(Image, APositionIndependentFileGoesWhereItIsPut) {
  std::vector<uint8_t> file =
      make_elf64({.type = ET_DYN, .entry = 4, .virtual_address = 0, .physical_address = 0});
  Image image = read_image(file, kAtBase).value();
  EXPECT_EQ(image.first(), 0x8000'0000u);
  EXPECT_EQ(image.entry, 0x8000'0004u);
}

TEST(Image, TheSymbolsOfHtifAreFound) {
  ElfOptions options;
  options.symbols = {
      {"tohost_x", 1},
      {"tohost", 0x8000'1000},
      {"fromhost", 0x8000'1040},
      {"xfromhost", 2}};
  for (const std::vector<uint8_t>& file : {make_elf64(options), make_elf32(options)}) {
    Image image = read_image(file, kRiscv).value();
    EXPECT_EQ(image.tohost, 0x8000'1000u);
    EXPECT_EQ(image.fromhost, 0x8000'1040u);
  }
}

TEST(Image, RefusesElfFilesThatCannotRun) {
  EXPECT_EQ(error(make_elf64({.machine = EM_X86_64})), "it is for machine 62, not for 243");
  EXPECT_EQ(error(make_elf64({.type = ET_REL})), "it is no executable, but of ELF type 1");
  EXPECT_EQ(
      error(make_elf32(), {.addr = {}, .machine = EM_RISCV, .xlen = 64}),
      "it is for 32 bits, not for 64"
  );
  EXPECT_EQ(
      error(make_elf64({.memory_size = 4})),
      "a segment is larger in the file than in memory"
  );
  EXPECT_EQ(error(make_elf64({.bytes = "", .memory_size = 0})), "it has nothing to load");
  std::vector<uint8_t> big = make_elf64();
  big[EI_DATA] = ELFDATA2MSB;
  EXPECT_EQ(error(big), "it is not little-endian");
  EXPECT_EQ(
      error(make_elf64({.physical_address = UINT64_MAX - 3})),
      "0x10 bytes at 0xfffffffffffffffc reach beyond 2^64"
  );
}

TEST(Image, ATruncatedElfFileIsAnErrorAtEveryLengthThatMatters) {
  std::vector<uint8_t> whole = make_elf64();
  EXPECT_EQ(error({whole.begin(), whole.begin() + 10}), "the ELF header is truncated");
  EXPECT_EQ(error({whole.begin(), whole.begin() + 40}), "the ELF header is truncated");
  EXPECT_EQ(error({whole.begin(), whole.begin() + 100}), "the program headers are truncated");
  EXPECT_EQ(
      error({whole.begin(), whole.begin() + 125}),
      "it is truncated: a segment ends at 0x80 of 0x7d bytes"
  );
  EXPECT_EQ(error({whole.begin(), whole.begin() + 128}), "") << "symbols are an extra";
}

TEST(Image, DamagedElfFilesAreErrorsOrImagesAndNothingElse) {
  ElfOptions options;
  options.symbols = {{"tohost", 0x8000'1000}, {"fromhost", 0x8000'1040}};
  std::mt19937 random(1);
  for (const std::vector<uint8_t>& whole : {make_elf64(options), make_elf32(options)}) {
    for (int round = 0; round < 20'000; ++round) {
      std::vector<uint8_t> file = whole;
      for (unsigned i = 0; i <= random() % 4; ++i) {
        constexpr uint8_t kNasty[] = {0, 1, 0x7f, 0x80, 0xff};
        file[random() % file.size()] = kNasty[random() % 5];
      }
      file.resize(random() % 8 == 0 ? random() % file.size() : file.size());
      Result<Image> image = read_image(file, kRiscv);
      if (!image) {
        EXPECT_FALSE(image.error().desc.empty());
        continue;
      }
      for (const Segment& segment : image->segments) {
        EXPECT_LE(segment.bytes.size(), file.size());
      }
    }
  }
}

TEST(Image, AKernelTakesMoreThanItsFile) {
  std::vector<uint8_t> kernel(128);
  std::memcpy(&kernel[0x30], "RISCV\0\0\0RSC\x05", 12);
  uint64_t size = 0x2'0000;
  std::memcpy(&kernel[0x10], &size, sizeof(size));
  Image image = read_image(kernel, {.addr = 0x8020'0000, .machine = EM_RISCV, .xlen = {}}).value();
  EXPECT_EQ(image.entry, 0x8020'0000u);
  EXPECT_EQ(image.last(), 0x8021'ffffu);
  EXPECT_EQ(
      error(kernel, {.addr = 0x8010'0000, .machine = EM_RISCV, .xlen = {}}),
      "a RISC-V kernel runs at multiples of 0x200000, not at 0x80100000"
  );
}

TEST(Image, AnythingElseGoesWhereItIsPut) {
  Image image = read_image({1, 2, 3}, kAtBase).value();
  EXPECT_EQ(image.entry, 0x8000'0000u);
  EXPECT_EQ(image.last(), 0x8000'0002u);
  EXPECT_EQ(error({1, 2, 3}), "it is no ELF file: 'addr' must say where to put it");
  EXPECT_EQ(error({}), "it is empty");
  EXPECT_EQ(
      error({1, 2, 3}, {.addr = UINT64_MAX - 1, .machine = EM_RISCV, .xlen = {}}),
      "0x3 bytes at 0xfffffffffffffffe reach beyond 2^64"
  );
}

}  // namespace
}  // namespace vm
