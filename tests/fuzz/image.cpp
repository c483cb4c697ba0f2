// SPDX-License-Identifier: Apache-2.0

#include <cstring>
#include <filesystem>
#include <fstream>

#include <fmt/format.h>
#include <fuzzer/FuzzedDataProvider.h>
#include <unistd.h>

#include "tests/fuzz/fuzzers.h"
#include "tests/fuzz/world.h"
#include "tests/unit/support/elf_file.h"

namespace vm::fuzz {
namespace {

using Bytes = std::vector<uint8_t>;

/// A header of the Image format: Linux, Documentation/arch/riscv/boot-image-header.rst.
Bytes make_kernel() {
  Bytes bytes(128);
  const uint64_t size = 4096;
  std::memcpy(bytes.data() + 0x10, &size, sizeof(size));
  std::memcpy(bytes.data() + 0x30, "RISCV\0\0\0RSC\x05", 12);
  return bytes;
}

const Bytes& pick_sound(FuzzedDataProvider& input) {
  static const ElfOptions options = {
      .symbols = {{"tohost", 0x8000'1000}, {"fromhost", 0x8000'1040}}};
  static const std::vector<Bytes> files = {
      make_elf64(options),
      make_elf32(options),
      make_elf64({.type = ET_DYN, .physical_address = 0}),
      make_kernel(),
      Bytes{},
  };
  return pick(files, input);
}

void overwrite(Bytes& bytes, FuzzedDataProvider& input) {
  const auto size = size_t{1} << input.ConsumeIntegralInRange(0, 3);
  if (bytes.size() < size) return;
  const size_t at = input.ConsumeIntegralInRange<size_t>(0, bytes.size() - size);
  const uint64_t value = pick_number(input);
  std::memcpy(bytes.data() + at, &value, size);
}

/// Where the loader looks for it.
class File {
 public:
  explicit File(const Bytes& bytes) {
    std::ofstream file(path_, std::ios::binary);
    file.write(
        reinterpret_cast<const char*>(bytes.data()),
        static_cast<std::streamsize>(bytes.size())
    );
  }
  ~File() { std::filesystem::remove(path_); }
  File(const File&) = delete;
  File& operator=(const File&) = delete;

  std::string path() const { return path_; }

 private:
  std::filesystem::path path_ =
      std::filesystem::temp_directory_path() / fmt::format("coldplug-loaded-{}", getpid());
};

}  // namespace

void image(FuzzedDataProvider& input) {
  static const std::vector<Creatable> types = types_of("loader");
  Bytes bytes = pick_sound(input);
  for (int i = input.ConsumeIntegralInRange(0, 6); i > 0; --i) {
    overwrite(bytes, input);
  }
  if (input.ConsumeIntegralInRange(0, 7) == 0) {
    bytes.resize(input.ConsumeIntegralInRange<size_t>(0, bytes.size()));
  }
  qapi::Json properties = {{"space", "made0"}};
  if (input.ConsumeBool()) {
    properties["addr"] = input.ConsumeBool() ? ObjectBench::kMemory : pick_number(input);
  }
  if (input.ConsumeBool()) {
    const auto further = input.ConsumeRemainingBytes<uint8_t>();
    bytes.insert(bytes.end(), further.begin(), further.end());
  }
  const File file(bytes);
  properties["file"] = file.path();
  World world;
  Device* const loader = world.build(types.front(), std::move(properties));
  while (loader != nullptr && world.wants_more(input)) {
    world.play(*loader, input);
    if (world.has_removed()) return;
  }
}

}  // namespace vm::fuzz
