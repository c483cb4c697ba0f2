// SPDX-License-Identifier: Apache-2.0
//
// What a hart implements: its register width and its set of extensions, as an ISA string says it.
//
//   Isa isa = TRY(parse_isa("rv64gc_zba_zbb"));
//   if (isa.has(Extension::Zba)) ...
//
// Naming: unprivileged spec 20240411, chapter 36 "ISA Extension Naming Conventions".

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "vm/base/result.h"

namespace vm::riscv {

/// `Rv32` and `Rv64` stand for the width, so that a decode row can require one like an extension.
enum class Extension : uint8_t {
  Rv32,
  Rv64,
  I,
  M,
  A,
  F,
  D,
  C,
  Zicsr,
  Zifencei,
  Zicntr,
  Zihpm,
  Zihintpause,
  Zicond,
  Zicbom,
  Zicboz,
  Zicbop,
  Zba,
  Zbb,
  Zbc,
  Zbs,
  Zawrs,
  Sdtrig,
  Smaia,
  Ssaia,
  Sstc,
  Sv48,
  Sv57,
  Svade,
  Svadu,
  Svinval,
  Svnapot,
};

/// One bit per Extension.
using ExtensionSet = uint64_t;

constexpr ExtensionSet only(Extension extension) {
  return ExtensionSet{1} << static_cast<unsigned>(extension);
}

struct Isa {
  ExtensionSet extensions = 0;

  bool has(Extension extension) const { return (extensions & only(extension)) != 0; }
  bool has_all(ExtensionSet set) const { return (extensions & set) == set; }
  unsigned xlen() const { return has(Extension::Rv32) ? 32 : 64; }

  bool operator==(const Isa&) const = default;
};

/// Reads `rv64gc`, `rv32imac_zicsr`, ... in lower or upper case; version numbers are skipped.
Result<Isa> parse_isa(std::string_view text);

/// The canonical string, as a device tree's `riscv,isa` has it.
std::string to_string(const Isa& isa);

}  // namespace vm::riscv
