// SPDX-License-Identifier: Apache-2.0
//
// Images that are no code for the harts that see them: ELF files of another machine or width
// (System V ABI, chapter 4: e_ident[EI_CLASS] and e_machine).

#include <array>
#include <cstdint>
#include <cstdio>
#include <memory>
#include <optional>

#include <fmt/format.h>

#include "runtime/json/json.h"
#include "vm/devices/device.h"
#include "vm/devices/riscv_cluster.h"
#include "vm/machine/dry_run.h"
#include "vm/machine/lint.h"
#include "vm/object/property_access.h"

namespace vm::machine {
namespace {

constexpr size_t kClassAt = 4;
constexpr uint8_t kClass64 = 2;
constexpr size_t kMachineAt = 18;
constexpr uint16_t kRiscv = 243;
constexpr std::array<uint8_t, 4> kMagic = {0x7f, 'E', 'L', 'F'};

struct ElfKind {
  unsigned bits;
  uint16_t machine;
};

/// Nothing for what is no ELF file.
std::optional<ElfKind> elf_kind(const std::string& path) {
  std::array<uint8_t, kMachineAt + 2> header{};
  std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(
      std::fopen(path.c_str(), "rbe"),
      std::fclose
  );
  if (file == nullptr || std::fread(header.data(), 1, header.size(), file.get()) != header.size())
    return std::nullopt;
  if (!std::equal(kMagic.begin(), kMagic.end(), header.begin())) return std::nullopt;
  const auto machine = static_cast<uint16_t>(header[kMachineAt] | header[kMachineAt + 1] << 8);
  return ElfKind{header[kClassAt] == kClass64 ? 64u : 32u, machine};
}

std::string text_property(const Object& object, std::string_view name) {
  const Result<std::string> json = get_property(object, name);
  const auto value = json ? qapi::parse_json(*json) : qapi::parse_json("null");
  return value && value->is_string() ? value->get<std::string>() : std::string();
}

unsigned bits_of(const RiscvCluster& cluster) {
  return cluster.props().isa.starts_with("rv32") ? 32 : 64;
}

void check(Device& loader, const std::vector<RiscvCluster*>& clusters, const Warn& warn) {
  const std::string path = text_property(loader, "file");
  const std::optional<ElfKind> kind = elf_kind(path);
  if (!kind) return;
  if (kind->machine != kRiscv) {
    warn(loader, fmt::format("'{}' is for another machine than RISC-V", path));
    return;
  }
  const RiscvCluster* other = nullptr;
  for (RiscvCluster* cluster : clusters) {
    std::unordered_set<const AddressSpace*> seen;
    if (AddressSpace* space = space_of(*cluster)) add_seen(*space, seen);
    if (!seen.contains(space_of(loader))) continue;
    if (bits_of(*cluster) == kind->bits) return;
    other = cluster;
  }
  if (other == nullptr) return;
  warn(
      loader,
      fmt::format(
          "'{}' is code of {} bits, and the harts of '{}' are {}",
          path,
          kind->bits,
          other->name(),
          other->props().isa
      )
  );
}

}  // namespace

void lint_firmware(DryRun& trial, const Warn& warn) {
  const std::vector<RiscvCluster*> clusters = clusters_of(trial.machine());
  for (Device* device : devices_of(trial.machine())) {
    if (device->type().is_a("loader")) check(*device, clusters, warn);
  }
}

}  // namespace vm::machine
