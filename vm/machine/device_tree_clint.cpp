// SPDX-License-Identifier: Apache-2.0
//
// RISC-V ACLINT specification 1.0-rc4, chapter 2; bindings timer/sifive,clint and
// interrupt-controller/riscv,aclint.

#include "vm/machine/device_tree_clint.h"

#include <array>

#include <fmt/format.h>

#include "vm/devices/device.h"

namespace vm::machine {
namespace {

constexpr std::string_view kMswi = "aclint-mswi";
constexpr std::string_view kMtimer = "aclint-mtimer";
constexpr std::string_view kSswi = "aclint-sswi";

constexpr uint64_t kMtimerOffset = 0x4000;
constexpr uint64_t kClintSize = 0x10000;

// Within the mtimer: the comparators, then the time.
constexpr uint64_t kMtimeOffset = 0x7ff8;
constexpr uint64_t kMtimeSize = 8;

const PlacedDevice* find_at(
    const std::vector<PlacedDevice>& devices,
    std::string_view type,
    uint64_t at
) {
  for (const PlacedDevice& placed : devices) {
    if (placed.device->type().name == type && placed.at() == at) return &placed;
  }
  return nullptr;
}

/// The two take the interrupts of the same harts, one after the other.
bool are_partners(const std::vector<Interrupt>& software, const std::vector<Interrupt>& timers) {
  if (software.size() != timers.size()) return false;
  for (size_t i = 0; i < software.size(); ++i) {
    if (software[i].parent != timers[i].parent) return false;
  }
  return true;
}

void write_interrupts(const std::vector<Interrupt>& interrupts, FdtNode& node) {
  std::vector<uint32_t> cells;
  for (const Interrupt& interrupt : interrupts) {
    cells.insert(cells.end(), {interrupt.parent, interrupt.cell});
  }
  if (!cells.empty()) node.set_cells("interrupts-extended", cells);
}

void add_both(
    const PlacedDevice& mswi,
    const PlacedDevice& mtimer,
    const Interrupts& interrupts,
    FdtNode& soc
) {
  static constexpr std::array<std::string_view, 2> kCompatible = {"sifive,clint0", "riscv,clint0"};
  const std::vector<Interrupt> software = interrupts.all_of(*mswi.device);
  const std::vector<Interrupt> timers = interrupts.all_of(*mtimer.device);
  std::vector<Interrupt> both;
  for (size_t i = 0; i < software.size(); ++i) {
    both.insert(both.end(), {software[i], timers[i]});
  }
  FdtNode& node = soc.child(fmt::format("clint@{:x}", mswi.at()));
  node.set("compatible", kCompatible);
  node.set_addresses("reg", {mswi.at(), kClintSize});
  write_interrupts(both, node);
}

/// Software interrupts of either mode.
void add_swi(
    std::string_view name,
    const PlacedDevice& swi,
    const Interrupts& interrupts,
    FdtNode& soc
) {
  FdtNode& node = soc.child(fmt::format("{}@{:x}", name, swi.at()));
  node.set("compatible", swi.device->type().compatible);
  node.set_addresses("reg", {swi.at(), swi.regions.front().size});
  node.set_empty("interrupt-controller");
  node.set_cells("#interrupt-cells", {0});
  node.set_cells("#address-cells", {0});
  write_interrupts(interrupts.all_of(*swi.device), node);
}

void add_mtimer(const PlacedDevice& mtimer, const Interrupts& interrupts, FdtNode& soc) {
  const uint64_t time = mtimer.at() + kMtimeOffset;
  FdtNode& node = soc.child(fmt::format("mtimer@{:x}", time));
  node.set("compatible", "riscv,aclint-mtimer");
  node.set_addresses("reg", {time, kMtimeSize, mtimer.at(), kMtimeOffset});
  write_interrupts(interrupts.all_of(*mtimer.device), node);
}

}  // namespace

bool add_clint(
    const PlacedDevice& placed,
    const std::vector<PlacedDevice>& devices,
    const Interrupts& interrupts,
    FdtNode& soc
) {
  const std::string_view type = placed.device->type().name;
  if (type == kSswi) {
    add_swi("sswi", placed, interrupts, soc);
    return true;
  }
  if (type != kMswi && type != kMtimer) return false;
  const bool is_mswi = type == kMswi;
  const PlacedDevice* partner = is_mswi ? find_at(devices, kMtimer, placed.at() + kMtimerOffset)
                                        : find_at(devices, kMswi, placed.at() - kMtimerOffset);
  const bool is_clint =
      partner != nullptr &&
      are_partners(interrupts.all_of(*placed.device), interrupts.all_of(*partner->device));
  if (is_clint) {
    // The node comes where the first of the two is.
    if (is_mswi) add_both(placed, *partner, interrupts, soc);
  } else if (is_mswi) {
    add_swi("mswi", placed, interrupts, soc);
  } else {
    add_mtimer(placed, interrupts, soc);
  }
  return true;
}

}  // namespace vm::machine
