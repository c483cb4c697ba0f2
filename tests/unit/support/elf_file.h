// SPDX-License-Identifier: Apache-2.0
//
// Makes small ELF files: one segment, and symbols.

#pragma once

#include <cstring>
#include <string>
#include <utility>
#include <vector>

#include <elf.h>

namespace vm {

struct ElfOptions {
  uint16_t type = ET_EXEC;
  uint16_t machine = EM_RISCV;
  uint64_t entry = 0x8000'0004;
  uint64_t virtual_address = 0x8000'0000;
  uint64_t physical_address = 0x8000'0000;
  std::string bytes = "abcdefgh";
  uint64_t memory_size = 16;
  std::vector<std::pair<std::string, uint64_t>> symbols = {};
};

template <typename T>
void append(std::vector<uint8_t>& file, const T& value) {
  const auto* bytes = reinterpret_cast<const uint8_t*>(&value);
  file.insert(file.end(), bytes, bytes + sizeof(value));
}

/// With Elf32_... or Elf64_... types.
template <typename Header, typename Program, typename Section, typename Symbol>
std::vector<uint8_t> make_elf_of(uint8_t elf_class, const ElfOptions& options) {
  std::string names(1, '\0');
  std::vector<Symbol> symbols(1);
  for (const auto& [name, value] : options.symbols) {
    Symbol symbol{};
    symbol.st_name = static_cast<Elf32_Word>(names.size());
    symbol.st_value = static_cast<decltype(symbol.st_value)>(value);
    symbol.st_shndx = 1;
    symbols.push_back(symbol);
    names += name + '\0';
  }
  const size_t segment_at = sizeof(Header) + sizeof(Program);
  const size_t symbols_at = segment_at + options.bytes.size();
  const size_t names_at = symbols_at + symbols.size() * sizeof(Symbol);

  Header header{};
  std::memcpy(header.e_ident, ELFMAG, SELFMAG);
  header.e_ident[EI_CLASS] = elf_class;
  header.e_ident[EI_DATA] = ELFDATA2LSB;
  header.e_ident[EI_VERSION] = EV_CURRENT;
  header.e_type = options.type;
  header.e_machine = options.machine;
  header.e_entry = static_cast<decltype(header.e_entry)>(options.entry);
  header.e_phoff = sizeof(Header);
  header.e_phentsize = sizeof(Program);
  header.e_phnum = 1;
  header.e_shoff = static_cast<decltype(header.e_shoff)>(names_at + names.size());
  header.e_shentsize = sizeof(Section);
  header.e_shnum = 3;

  Program program{};
  program.p_type = PT_LOAD;
  program.p_offset = static_cast<decltype(program.p_offset)>(segment_at);
  program.p_vaddr = static_cast<decltype(program.p_vaddr)>(options.virtual_address);
  program.p_paddr = static_cast<decltype(program.p_paddr)>(options.physical_address);
  program.p_filesz = static_cast<decltype(program.p_filesz)>(options.bytes.size());
  program.p_memsz = static_cast<decltype(program.p_memsz)>(options.memory_size);

  Section table{};
  table.sh_type = SHT_SYMTAB;
  table.sh_offset = static_cast<decltype(table.sh_offset)>(symbols_at);
  table.sh_size = static_cast<decltype(table.sh_size)>(names_at - symbols_at);
  table.sh_link = 2;
  Section strings{};
  strings.sh_type = SHT_STRTAB;
  strings.sh_offset = static_cast<decltype(strings.sh_offset)>(names_at);
  strings.sh_size = static_cast<decltype(strings.sh_size)>(names.size());

  std::vector<uint8_t> file;
  append(file, header);
  append(file, program);
  file.insert(file.end(), options.bytes.begin(), options.bytes.end());
  for (const Symbol& symbol : symbols) {
    append(file, symbol);
  }
  file.insert(file.end(), names.begin(), names.end());
  append(file, Section{});
  append(file, table);
  append(file, strings);
  return file;
}

inline std::vector<uint8_t> make_elf64(const ElfOptions& options = {}) {
  return make_elf_of<Elf64_Ehdr, Elf64_Phdr, Elf64_Shdr, Elf64_Sym>(ELFCLASS64, options);
}

inline std::vector<uint8_t> make_elf32(const ElfOptions& options = {}) {
  return make_elf_of<Elf32_Ehdr, Elf32_Phdr, Elf32_Shdr, Elf32_Sym>(ELFCLASS32, options);
}

}  // namespace vm
