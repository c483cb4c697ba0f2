// SPDX-License-Identifier: Apache-2.0
//
// Images that are no code for the harts that see them: ELF files of another machine or width
// (System V ABI, chapter 4), or for extensions that the harts do not have (RISC-V ELF psABI 1.0,
// chapter 8: e_flags).

#include <array>
#include <cstring>
#include <memory>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

#include <elf.h>
#include <fmt/format.h>

#include "runtime/json/json.h"
#include "vm/devices/device.h"
#include "vm/devices/riscv_cluster.h"
#include "vm/machine/seen.h"
#include "vm/machine/soundness.h"
#include "vm/object/gather.h"
#include "vm/object/property_access.h"
#include "vm/riscv/isa.h"

namespace vm::machine {
namespace {

using riscv::Extension;
using riscv::Isa;

struct ElfKind {
  unsigned bits;
  uint16_t machine;
  uint32_t flags;
};

template <typename Header>
ElfKind kind_of(const uint8_t* bytes, unsigned bits) {
  Header header{};
  std::memcpy(&header, bytes, sizeof(header));
  return {bits, header.e_machine, header.e_flags};
}

/// Nothing for what is no ELF file.
std::optional<ElfKind> elf_kind(const std::string& path) {
  std::array<uint8_t, sizeof(Elf64_Ehdr)> bytes{};
  std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(
      std::fopen(path.c_str(), "rbe"),
      std::fclose
  );
  if (file == nullptr || std::fread(bytes.data(), 1, bytes.size(), file.get()) != bytes.size())
    return std::nullopt;
  if (std::memcmp(bytes.data(), ELFMAG, SELFMAG) != 0) return std::nullopt;
  return bytes[EI_CLASS] == ELFCLASS64 ? kind_of<Elf64_Ehdr>(bytes.data(), 64)
                                       : kind_of<Elf32_Ehdr>(bytes.data(), 32);
}

std::string text_property(const Object& object, std::string_view name) {
  const Result<std::string> json = get_property(object, name);
  const auto value = json ? qapi::parse_json(*json) : qapi::parse_json("null");
  return value && value->is_string() ? value->get<std::string>() : std::string();
}

/// What the image needs, and harts of that ISA do not have; empty when they can run it.
std::string lacking(const ElfKind& image, const Isa& isa) {
  const uint32_t float_abi = image.flags & EF_RISCV_FLOAT_ABI;
  if (isa.xlen() != image.bits) return fmt::format("code of {} bits", image.bits);
  if ((image.flags & EF_RISCV_RVC) != 0 && !isa.has(Extension::C)) return "compressed code (C)";
  if (float_abi == EF_RISCV_FLOAT_ABI_SINGLE && !isa.has(Extension::F))
    return "code for registers of single precision (F)";
  if (float_abi == EF_RISCV_FLOAT_ABI_DOUBLE && !isa.has(Extension::D))
    return "code for registers of double precision (D)";
  return {};
}

bool sees(RiscvCluster& cluster, Device& loader) {
  std::unordered_set<const AddressSpace*> seen;
  if (AddressSpace* space = space_of(cluster)) add_seen(*space, seen);
  return seen.contains(space_of(loader));
}

/// It is enough when some harts can run it.
void check(Device& loader, const std::vector<RiscvCluster*>& clusters, const Fault& fault) {
  const std::string path = text_property(loader, "file");
  const std::optional<ElfKind> image = elf_kind(path);
  if (!image) return;
  if (image->machine != EM_RISCV)
    return fault(loader, fmt::format("'{}' is for another machine than RISC-V", path));
  std::string text;
  for (RiscvCluster* cluster : clusters) {
    const Result<Isa> isa = riscv::parse_isa(cluster->props().isa);
    if (!isa || !sees(*cluster, loader)) continue;
    const std::string lack = lacking(*image, *isa);
    if (lack.empty()) return;
    text = fmt::format(
        "'{}' is {}, and the harts of '{}' are {}",
        path,
        lack,
        cluster->name(),
        cluster->props().isa
    );
  }
  if (!text.empty()) fault(loader, text);
}

}  // namespace

void check_firmware(Object& machine, const Fault& fault) {
  const std::vector<RiscvCluster*> clusters = gather<RiscvCluster>(machine);
  for (Device* device : gather<Device>(machine)) {
    if (device->type().is_a("loader")) check(*device, clusters, fault);
  }
}

}  // namespace vm::machine
