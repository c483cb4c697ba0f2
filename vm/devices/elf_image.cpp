// SPDX-License-Identifier: Apache-2.0
//
// Reads executables in the ELF format (System V ABI, chapters 4 and 5) of 32 and 64 bits. Every
// offset, size and count in the file is checked before use: files are broken, and some are meant to
// be.

#include <algorithm>
#include <cstring>
#include <string_view>

#include <elf.h>
#include <fmt/format.h>

#include "vm/devices/image.h"

namespace vm {
namespace {

struct Elf32 {
  using Header = Elf32_Ehdr;
  using Program = Elf32_Phdr;
  using Section = Elf32_Shdr;
  using Symbol = Elf32_Sym;
};

struct Elf64 {
  using Header = Elf64_Ehdr;
  using Program = Elf64_Phdr;
  using Section = Elf64_Shdr;
  using Symbol = Elf64_Sym;
};

template <typename Elf>
class ElfReader {
 public:
  ElfReader(const std::vector<uint8_t>& file, const ImageOptions& options)
      : file_(file),
        options_(options) {}

  Result<Image> read() {
    if (!copy(0, header_)) return fail("the ELF header is truncated");
    TRY(check_header());
    TRY(read_segments());
    find_symbols();
    return std::move(image_);
  }

 private:
  bool has(uint64_t offset, uint64_t size) const {
    return offset <= file_.size() && size <= file_.size() - offset;
  }

  template <typename T>
  bool copy(uint64_t offset, T& out) const {
    if (!has(offset, sizeof(T))) return false;
    std::memcpy(&out, file_.data() + offset, sizeof(T));
    return true;
  }

  Result<> check_header() {
    if (header_.e_machine != options_.machine) {
      return fail(
          fmt::format("it is for machine {}, not for {}", header_.e_machine, options_.machine)
      );
    }
    bool is_position_independent = header_.e_type == ET_DYN;
    if (header_.e_type != ET_EXEC && !is_position_independent) {
      return fail(fmt::format("it is no executable, but of ELF type {}", header_.e_type));
    }
    if (header_.e_phnum == 0) return fail("it has no program headers");
    if (header_.e_phentsize != sizeof(typename Elf::Program))
      return fail("its program headers have a wrong size");
    base_ = is_position_independent ? options_.addr.value_or(0) : 0;
    return {};
  }

  Result<> read_segments() {
    image_.entry = base_ + header_.e_entry;
    for (uint64_t i = 0; i < header_.e_phnum; ++i) {
      typename Elf::Program program;
      if (!copy(header_.e_phoff + i * sizeof(program), program))
        return fail("the program headers are truncated");
      if (program.p_type == PT_LOAD && program.p_memsz != 0) TRY(read_segment(program));
    }
    if (image_.segments.empty()) return fail("it has nothing to load");
    return {};
  }

  Result<> read_segment(const typename Elf::Program& program) {
    if (!has(program.p_offset, program.p_filesz)) {
      return fail(fmt::format(
          "it is truncated: a segment ends at {:#x} of {:#x} bytes",
          uint64_t{program.p_offset} + program.p_filesz,
          file_.size()
      ));
    }
    if (program.p_filesz > program.p_memsz)
      return fail("a segment is larger in the file than in memory");
    auto begin = file_.begin() + static_cast<std::ptrdiff_t>(program.p_offset);
    image_.segments.push_back({
        .at = base_ + program.p_paddr,
        .bytes = {begin, begin + static_cast<std::ptrdiff_t>(program.p_filesz)},
        .zeros = program.p_memsz - program.p_filesz,
    });
    // The entry is a virtual address; execution begins without translation.
    if (header_.e_entry >= program.p_vaddr && header_.e_entry - program.p_vaddr < program.p_memsz) {
      image_.entry = base_ + program.p_paddr + (header_.e_entry - program.p_vaddr);
    }
    return {};
  }

  // Symbols are an extra: a file whose symbols are unreadable runs as well as one without.
  void find_symbols() {
    if (header_.e_shentsize != sizeof(typename Elf::Section)) return;
    for (uint64_t i = 0; i < header_.e_shnum; ++i) {
      typename Elf::Section section;
      typename Elf::Section strings;
      if (!copy(section_offset(i), section)) return;
      if (section.sh_type != SHT_SYMTAB || section.sh_link >= header_.e_shnum) continue;
      if (copy(section_offset(section.sh_link), strings)) find_symbols(section, strings);
    }
  }

  uint64_t section_offset(uint64_t index) const {
    return header_.e_shoff + index * sizeof(typename Elf::Section);
  }

  void find_symbols(const typename Elf::Section& table, const typename Elf::Section& strings) {
    if (!has(table.sh_offset, table.sh_size) || !has(strings.sh_offset, strings.sh_size)) return;
    typename Elf::Symbol symbol;
    for (uint64_t i = 0; i < table.sh_size / sizeof(symbol); ++i) {
      if (!copy(table.sh_offset + i * sizeof(symbol), symbol)) return;
      if (symbol.st_shndx == SHN_UNDEF) continue;
      if (is_named(symbol, strings, "tohost")) image_.tohost = base_ + symbol.st_value;
      if (is_named(symbol, strings, "fromhost")) image_.fromhost = base_ + symbol.st_value;
    }
  }

  /// Compares with the terminating zero, so that a name that begins alike is another one.
  bool is_named(
      const typename Elf::Symbol& symbol,
      const typename Elf::Section& strings,
      std::string_view name
  ) const {
    if (symbol.st_name >= strings.sh_size || strings.sh_size - symbol.st_name <= name.size())
      return false;
    const uint8_t* text = file_.data() + strings.sh_offset + symbol.st_name;
    return std::memcmp(text, name.data(), name.size()) == 0 && text[name.size()] == 0;
  }

  const std::vector<uint8_t>& file_;
  const ImageOptions& options_;
  typename Elf::Header header_{};
  uint64_t base_ = 0;
  Image image_;
};

}  // namespace

Result<Image> read_elf(const std::vector<uint8_t>& file, const ImageOptions& options) {
  if (file.size() < EI_NIDENT) return fail("the ELF header is truncated");
  if (file[EI_DATA] != ELFDATA2LSB) return fail("it is not little-endian");
  bool is_64 = file[EI_CLASS] == ELFCLASS64;
  if (!is_64 && file[EI_CLASS] != ELFCLASS32)
    return fail(fmt::format("its ELF class {} is unknown", file[EI_CLASS]));
  int bits = is_64 ? 64 : 32;
  if (options.xlen && *options.xlen != bits) {
    return fail(fmt::format("it is for {} bits, not for {}", bits, *options.xlen));
  }
  return is_64 ? ElfReader<Elf64>(file, options).read() : ElfReader<Elf32>(file, options).read();
}

}  // namespace vm
