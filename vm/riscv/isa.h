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
#include <vector>

#include "generated/types/riscv_isa.h"

#include "vm/base/result.h"

namespace vm::riscv {

using Extension = api::RiscvExtension;

/// What Zicbom, Zicbop and Zicboz manage at once, in bytes.
constexpr uint32_t kCacheBlockSize = 64;

/// One bit per Extension.
using ExtensionSet = uint64_t;

constexpr ExtensionSet only(Extension extension) {
  return ExtensionSet{1} << static_cast<unsigned>(extension);
}

/// The width has its place among the extensions, so that a decode row can require it like one.
constexpr ExtensionSet kRv32 = ExtensionSet{1} << 62;
constexpr ExtensionSet kRv64 = ExtensionSet{1} << 63;

/// The letter B (unprivileged spec 20240411, chapter 30).
constexpr ExtensionSet kBitManipulation =
    only(Extension::Zba) | only(Extension::Zbb) | only(Extension::Zbs);

struct Isa {
  ExtensionSet extensions = 0;

  bool has(Extension extension) const { return (extensions & only(extension)) != 0; }
  bool has_all(ExtensionSet set) const { return (extensions & set) == set; }
  unsigned xlen() const { return has_all(kRv32) ? 32 : 64; }

  bool operator==(const Isa&) const = default;
};

/// Reads `rv64gc`, `rv32imac_zicsr`, ... in lower or upper case; version numbers are skipped.
Result<Isa> parse_isa(std::string_view text);

std::vector<Extension> extensions_of(const Isa& isa);

/// The canonical string, as a device tree's `riscv,isa` has it.
std::string to_string(const Isa& isa);

}  // namespace vm::riscv
