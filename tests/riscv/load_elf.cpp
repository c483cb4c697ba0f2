// SPDX-License-Identifier: Apache-2.0
//
// Just enough of ELF for test programs: segments, the entry and the symbol `tohost`.

#include <cstring>
#include <fstream>
#include <iterator>

#include <elf.h>

#include "tests/riscv/bare_machine.h"

namespace vm::riscv {
namespace {

/// The types of one ELF class.
struct Elf32 {
  using Header = Elf32_Ehdr;
  using Segment = Elf32_Phdr;
  using Section = Elf32_Shdr;
  using Symbol = Elf32_Sym;
};

struct Elf64 {
  using Header = Elf64_Ehdr;
  using Segment = Elf64_Phdr;
  using Section = Elf64_Shdr;
  using Symbol = Elf64_Sym;
};

template <typename Record>
std::optional<Record> record_at(const std::string& file, uint64_t offset) {
  if (offset > file.size() || file.size() - offset < sizeof(Record)) return std::nullopt;
  Record record{};
  std::memcpy(&record, file.data() + offset, sizeof record);
  return record;
}

bool load_segment(
    BareMachine& machine,
    const std::string& file,
    uint64_t offset,
    uint64_t size,
    uint64_t address
) {
  const bool is_in_file = offset <= file.size() && size <= file.size() - offset;
  const bool is_in_memory =
      address >= BareMachine::kBase && address + size <= BareMachine::kBase + BareMachine::kSize;
  if (!is_in_file || !is_in_memory) return false;
  std::memcpy(machine.host(address), file.data() + offset, size);
  return true;
}

template <typename Elf>
uint64_t find_symbol(
    const std::string& file,
    const typename Elf::Header& header,
    const char* name
) {
  for (unsigned i = 0; i < header.e_shnum; ++i) {
    const auto section =
        record_at<typename Elf::Section>(file, header.e_shoff + i * uint64_t{header.e_shentsize});
    if (!section || section->sh_type != SHT_SYMTAB) continue;
    const auto strings = record_at<typename Elf::Section>(
        file,
        header.e_shoff + section->sh_link * uint64_t{header.e_shentsize}
    );
    if (!strings) return 0;
    for (uint64_t at = 0; at < section->sh_size; at += section->sh_entsize) {
      const auto symbol = record_at<typename Elf::Symbol>(file, section->sh_offset + at);
      if (!symbol) return 0;
      const uint64_t text = strings->sh_offset + symbol->st_name;
      if (text < file.size() && std::strcmp(file.c_str() + text, name) == 0) {
        return symbol->st_value;
      }
    }
  }
  return 0;
}

template <typename Elf>
std::optional<Program> load(BareMachine& machine, const std::string& file) {
  const auto header = record_at<typename Elf::Header>(file, 0);
  if (!header) return std::nullopt;
  for (unsigned i = 0; i < header->e_phnum; ++i) {
    const auto segment =
        record_at<typename Elf::Segment>(file, header->e_phoff + i * uint64_t{header->e_phentsize});
    if (!segment) return std::nullopt;
    if (segment->p_type != PT_LOAD || segment->p_filesz == 0) continue;
    if (!load_segment(machine, file, segment->p_offset, segment->p_filesz, segment->p_paddr)) {
      return std::nullopt;
    }
  }
  return Program{header->e_entry, find_symbol<Elf>(file, *header, "tohost")};
}

}  // namespace

std::optional<Program> load_elf(BareMachine& machine, const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  const std::string file{std::istreambuf_iterator<char>(stream), {}};
  if (file.size() < EI_NIDENT || std::memcmp(file.data(), ELFMAG, SELFMAG) != 0) {
    return std::nullopt;
  }
  return file[EI_CLASS] == ELFCLASS32 ? load<Elf32>(machine, file) : load<Elf64>(machine, file);
}

}  // namespace vm::riscv
