// Generated from schema/devices/loader.json by codegen/templates/objects.h.j2.  Do not edit.
//
// What is declared here is defined by hand in vm/devices/loader.cpp.

#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "vm/base/result.h"
#include "vm/object/link.h"

namespace qapi {
class ObjectType;
}  // namespace qapi

namespace vm {
class Object;
class Platform;
}  // namespace vm

namespace api {

/// Properties of `loader`.
struct LoaderProps {
  /// whether it was added after the machine was ready. False: to the guest it has always been
  /// there.
  bool hotplugged = false;

  /// path of the file
  std::string file;

  /// where to
  vm::Link space;

  /// address of the first byte, for files that do not say it themselves, as ELF executables do
  /// (address)
  std::optional<uint64_t> addr;

  /// `e_machine` of the ELF files that can run here; 243 is RISC-V
  uint16_t elf_machine = 243;

  /// bits of the processor's registers, 32 or 64. ELF files of another width are refused; without
  /// it none are. (32 to 64)
  std::optional<uint8_t> xlen;

  /// where console output through HTIF goes; nowhere without it
  vm::Link chardev;

  /// address of the first instruction (address)
  uint64_t entry = 0;

  /// lowest address that is written (address)
  uint64_t first = 0;

  /// highest address that is written (address)
  uint64_t last = 0;
};

/// What a snapshot of `loader` holds.
struct LoaderState {
  /// the word `tohost`
  uint64_t tohost{};

  /// the word `fromhost`
  uint64_t fromhost{};

  static const qapi::ObjectType kType;
};

/// Ports of `loader`: regions, inputs and outputs, each numbered from zero.
struct LoaderPort {
  static constexpr unsigned kHtif = 0;  ///< the words `tohost` (offset 0) and `fromhost` (offset
                                        ///< 8), mapped over those of the guest
};

}  // namespace api

namespace vm {

/// Puts a file into an address space at each reset: an ELF executable (32 or 64 bits,
/// little-endian), a RISC-V kernel in the Image format, or anything else byte by byte. A kernel
/// may be compressed by gzip or zstd, alone (Image.gz) or in a program of EFI that unpacks
/// itself (vmlinuz.efi, of CONFIG_EFI_ZBOOT): what is loaded is the kernel in it. Other
/// compressed files are loaded as they are. When an ELF file has the symbols `tohost` and
/// `fromhost`, the guest's use of them (HTIF: exit code, console output) is understood.
Result<std::unique_ptr<Object>> create_loader(Platform& platform);

}  // namespace vm
